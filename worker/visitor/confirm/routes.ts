import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { z } from 'zod';
import { textsIn } from '../../locales/shipped.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { confirmByCode, sendAgain } from './confirm.ts';
import { type Pending, pendingByReceipt } from './store.ts';

/** `POST /v1/receipts/{id}/confirmation` */
const Written = z.strictObject({ code: z.string().max(20) });

const wrong = (pending: Pending | null): ProblemError =>
  new ProblemError('wrong-code', {
    errors: [
      { field: 'code', code: 'wrong', message: textsIn(pending?.locale ?? 'en').confirm.wrong },
    ],
  });

/**
 * For the page that a visitor signed up on. Whoever has the receipt id may try; nobody else knows it.
 * - `POST /v1/receipts/{id}/confirmation` `{code}`: confirms with the code in the email; 200
 *   `{confirmed: true}`. Problem 422 `wrong-code` for a wrong code, five tries in all, and for what is
 *   too old or not there.
 * - `POST /v1/receipts/{id}/letters`: sends the email again; 202 whatever comes of it.
 */
export const confirmations = new Hono<App>()
  .use(
    cors({ origin: '*', allowMethods: ['POST'], allowHeaders: ['Content-Type'], maxAge: 86_400 }),
  )
  .post('/:id/confirmation', async (c) => {
    const { code } = parse(Written, await c.req.json().catch(() => undefined));
    const pending = await pendingByReceipt(c.get('db'), c.req.param('id'));
    if (!pending || !(await confirmByCode(callerOf(c), pending, code))) throw wrong(pending);
    return c.json({ confirmed: true });
  })
  .post('/:id/letters', async (c) => {
    const pending = await pendingByReceipt(c.get('db'), c.req.param('id'));
    if (pending) sendAgain(callerOf(c), pending);
    return c.json({}, 202);
  });
