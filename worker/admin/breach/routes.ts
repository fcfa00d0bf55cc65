import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { parse } from '../../platform/problems/zod.ts';
import { NoticesBody, notifyPeople } from './notify.ts';

/**
 * `POST /v1/breach-notices` `{people, nature, consequences, measures, contact, breach?}`: writes to up to
 * 1,000 persons what has happened to their data (GDPR art. 34). With the id of a case, it is kept there who
 * was told, and who was told before gets no second email. Needs the right `breach`, and is audited. 202
 * `{queued, unknown}`: how many emails are on their way, and how many ids nobody has; of a case also
 * `before`, how many were told before.
 */
export const breachNotices = new Hono<App>().use(requires('breach')).post('/', async (c) => {
  const body = parse(NoticesBody, await c.req.json().catch(() => undefined));
  return c.json(await notifyPeople(callerOf(c), body), 202);
});
