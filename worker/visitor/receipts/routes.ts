import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { ReceiptId } from '../../contract/submission.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { readReceipt } from './store.ts';

/**
 * `GET /v1/receipts/{id}`: a visitor's own proof, see `Receipt`. Whoever has the id may read it, from
 * any page: it tells what was decided, when and on which statement, and nothing else of the visitor.
 */
export const receipts = new Hono<App>().get('/:id', cors(), async (c) => {
  const id = ReceiptId.safeParse(c.req.param('id'));
  const receipt = id.success ? await readReceipt(c.get('db'), id.data) : null;
  if (!receipt) throw new ProblemError('not-found', { detail: 'No receipt has this id.' });
  c.header('Cache-Control', 'private, no-store');
  return c.json(receipt);
});
