import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { BreachNoticesAnswer, BreachNoticesBody } from '../../contract/breach.ts';
import { operation } from '../../platform/api/operation.ts';
import { json } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { notifyPeople } from './notify.ts';

export const breachNotices = new Hono<App>()
  .use(requires('breach'))
  .use(requires('bulk'))
  .post(
    '/',
    operation({
      id: 'sendBreachNotices',
      summary: 'Send breach notices',
      description:
        'Emails up to 1,000 people about a data breach (GDPR art. 34). With the id of a case, recipients are recorded there, and nobody gets a second email.',
      answers: { 202: BreachNoticesAnswer },
      problems: ['not-found', 'invalid-fields'],
    }),
    json(BreachNoticesBody),
    async (c) => c.json(await notifyPeople(callerOf(c), c.req.valid('json')), 202),
  );
