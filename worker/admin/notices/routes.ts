import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { DueNoticesPage, DueNoticesQuery } from '../../contract/notices.ts';
import { operation } from '../../platform/api/operation.ts';
import { query } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { DAY } from '../../platform/time.ts';
import { countDueNotices, readDueNotices } from './store.ts';

export const notices = new Hono<App>().use(requires('people-read')).get(
  '/',
  operation({
    id: 'listDueNotices',
    summary: 'List people who are due a privacy notice',
    description:
      'GDPR art. 14. Earliest due date first, 100 per page. For the next page, send `dueAt` and `person` of the last one.',
    answers: { 200: DueNoticesPage },
    problems: ['invalid-fields'],
  }),
  query(DueNoticesQuery),
  async (c) => {
    const [people, counts] = await Promise.all([
      readDueNotices(callerOf(c), c.req.valid('query'), 100),
      countDueNotices(c.get('db'), Date.now(), 7 * DAY),
    ]);
    return c.json({ people, ...counts });
  },
);
