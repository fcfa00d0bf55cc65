import { Hono } from 'hono';
import { ReceiptId } from '../../contract/submission.ts';
import { pageLocale } from '../../locales/own.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { answerProofPage } from '../../receipts/answer.ts';
import { proofFileOf } from '../../receipts/file.ts';
import { readReceipted } from './prove.ts';

/**
 * `GET /receipts/{id}?locale=`: a receipt as a page for people. It tells what was recorded to all who have the id,
 * and neither whose it is nor what came after: the page on which the visitor signed up knows the id too.
 */
export const receiptPages = new Hono<App>().get('/:id', async (c) => {
  c.header('Referrer-Policy', 'no-referrer');
  const id = ReceiptId.safeParse(c.req.param('id'));
  const receipted = id.success ? await readReceipted(c.get('db'), id.data) : null;
  if (!receipted) throw new ProblemError('not-found', { detail: 'No receipt has this id.' });
  const { records, locale } = receipted;
  return answerProofPage(c, {
    file: await proofFileOf(callerOf(c), records, 'holder'),
    about: new Set(records.map(({ content }) => content.id)),
    email: null,
    scope: 'receipt',
    download: `/v1/receipts/${c.req.param('id')}/proof`,
    locale: pageLocale(c, locale),
  });
});
