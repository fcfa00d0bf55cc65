import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { ProofFile } from '../../contract/proof.ts';
import { Receipt, ReceiptId } from '../../contract/submission.ts';
import { operation } from '../../platform/api/operation.ts';
import { param } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { proofFileName, proofFileOf } from '../../receipts/file.ts';
import { readReceipted } from './prove.ts';
import { readReceipt } from './store.ts';

const NO_RECEIPT = 'No receipt has this id.';

export const receipts = new Hono<App>()
  .get(
    '/:id',
    cors(),
    operation({
      id: 'readReceipt',
      summary: 'Read a receipt',
      description:
        'A consent receipt: what was decided, when, and on which statement. Anyone with the id can read it, from any page; it says nothing else about the visitor.',
      answers: { 200: Receipt },
      problems: ['not-found'],
    }),
    param({ id: ReceiptId }, NO_RECEIPT),
    async (c) => {
      const receipt = await readReceipt(c.get('db'), c.req.valid('param').id);
      if (!receipt) throw new ProblemError('not-found', { detail: NO_RECEIPT });
      c.header('Cache-Control', 'private, no-store');
      return c.json(receipt);
    },
  )
  .get(
    '/:id/proof',
    cors(),
    operation({
      id: 'readReceiptProof',
      summary: 'Read the proof of a receipt',
      description:
        'One file that shows what was decided, in which words, and that it was recorded then and not changed since. Anyone who has the receipt may check it without asking us.',
      answers: { 200: ProofFile },
      problems: ['not-found'],
    }),
    param({ id: ReceiptId }, NO_RECEIPT),
    async (c) => {
      const receipted = await readReceipted(c.get('db'), c.req.valid('param').id);
      if (!receipted) throw new ProblemError('not-found', { detail: NO_RECEIPT });
      c.header('Cache-Control', 'private, no-store');
      c.header(
        'Content-Disposition',
        `attachment; filename="${proofFileName(receipted.submission)}"`,
      );
      return c.json(await proofFileOf(callerOf(c), receipted.records, 'holder'));
    },
  );
