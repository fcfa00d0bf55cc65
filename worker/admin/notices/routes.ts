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
    summary: 'List who has not got the privacy notice yet',
    description:
      'GDPR art. 14; those due first first, a hundred a page. The next begins after the last one’s `dueAt` and `person`.',
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
