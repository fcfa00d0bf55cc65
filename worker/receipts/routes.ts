import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { z } from 'zod';
import { Decided, type Receipt, ReceiptId } from '../contract/submission.ts';
import type { App } from '../env.ts';
import { ProblemError } from '../problems/problem.ts';

const RECEIPT = `
SELECT s.id, s.receipt, s.recorded_at, s.decisions, s.form, s.version, s.locale, s.page, s.statement, t.content
FROM submission s
JOIN statement t ON t.sha256 = s.statement
WHERE s.receipt = ?1`;

const Row = z.object({
  id: z.string(),
  receipt: z.string(),
  recorded_at: z.number(),
  decisions: z.string(),
  form: z.string(),
  version: z.number(),
  locale: z.string(),
  page: z.string().nullable(),
  statement: z.string(),
  content: z.string(),
});

/** The proof that a receipt id opens, or null where it opens none. */
export const readReceipt = async (db: D1Database, id: string): Promise<Receipt | null> => {
  const found = await db.prepare(RECEIPT).bind(id).first();
  if (!found) return null;
  const row = Row.parse(found);
  return {
    receipt: row.receipt,
    submission: row.id,
    recordedAt: row.recorded_at,
    decisions: z.array(Decided).parse(JSON.parse(row.decisions)),
    form: row.form,
    version: row.version,
    locale: row.locale,
    page: row.page,
    statement: { sha256: row.statement, content: JSON.parse(row.content) },
  };
};

/**
 * `GET /v1/receipts/{id}`: a visitor's own proof, see `Receipt`. Whoever has the id may read it, from
 * any page: it tells what was decided, when and on which statement, and nothing else of the visitor.
 */
export const receipts = new Hono<App>().get('/:id', cors(), async (c) => {
  const id = ReceiptId.safeParse(c.req.param('id'));
  const receipt = id.success ? await readReceipt(c.env.DB, id.data) : null;
  if (!receipt) throw new ProblemError('not-found', { detail: 'No receipt has this id.' });
  c.header('Cache-Control', 'private, no-store');
  return c.json(receipt);
});

export const receiptQueries = { RECEIPT };
