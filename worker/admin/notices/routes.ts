import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { UntoldPage, UntoldQuery } from '../../contract/notices.ts';
import { operation } from '../../platform/api/operation.ts';
import { query } from '../../platform/api/valid.ts';
import type { App } from '../../platform/env.ts';
import { countUntold, readUntold } from './store.ts';

export const notices = new Hono<App>().use(requires('people-read')).get(
  '/',
  operation({
    id: 'listUntold',
    summary: 'List people who are due a privacy notice',
    description:
      'GDPR art. 14. Earliest due date first, 100 per page. For the next page, send `dueAt` and `person` of the last one.',
    answers: { 200: UntoldPage },
    problems: ['invalid-fields'],
  }),
  query(UntoldQuery),
  async (c) => {
    const [people, counts] = await Promise.all([
      readUntold(c.get('db'), c.req.valid('query'), 100),
      countUntold(c.get('db'), Date.now()),
    ]);
    return c.json({ people, ...counts });
  },
);
