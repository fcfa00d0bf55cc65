import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { CodeBody, Confirmed } from '../../contract/sessions.ts';
import { Nothing } from '../../contract/words.ts';
import { textsIn } from '../../locales/shipped.ts';
import { operation } from '../../platform/api/operation.ts';
import { json } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { limited } from '../../platform/limits/limited.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { whereFrom } from '../../platform/where-from.ts';
import { confirmByCode, sendAgain } from './confirm.ts';
import { type Pending, pendingByReceipt } from './store.ts';

const wrong = (pending: Pending | null): ProblemError =>
  new ProblemError('wrong-code', {
    errors: [
      { field: 'code', code: 'wrong', message: textsIn(pending?.locale ?? 'en').confirm.wrong },
    ],
  });

/** For the page that a visitor signed up on. Anyone who has the receipt id may try; nobody else knows it. */
export const confirmations = new Hono<App>()
  .use(
    cors({ origin: '*', allowMethods: ['POST'], allowHeaders: ['Content-Type'], maxAge: 86_400 }),
  )
  .use('/:id/confirmation', limited('codes'))
  .use('/:id/emails', limited('entries'))
  .post(
    '/:id/confirmation',
    operation({
      id: 'confirmByCode',
      summary: 'Confirm an email address',
      description:
        'Takes the 6-digit code from the email. Returns `wrong-code` if the code is wrong (five tries), expired, or not expected.',
      answers: { 200: Confirmed },
      problems: ['wrong-code', 'invalid-fields'],
    }),
    json(CodeBody),
    async (c) => {
      const { code } = c.req.valid('json');
      const tried = { receipt: c.req.param('id'), code, from: whereFrom(c) };
      const { pending, now } = await confirmByCode(callerOf(c), tried, (email) => email);
      if (!now) throw wrong(pending);
      return c.json({ confirmed: true as const, outcome: now.outcome });
    },
  )
  .post(
    '/:id/emails',
    operation({
      id: 'resendConfirmation',
      summary: 'Send the confirmation email again',
      description: 'The response is the same whether or not an email is sent.',
      answers: { 202: Nothing },
    }),
    async (c) => {
      const pending = await pendingByReceipt(c.get('db'), c.req.param('id'));
      if (pending) sendAgain(callerOf(c), pending);
      return c.json({}, 202);
    },
  );
