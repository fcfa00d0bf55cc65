import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { sweepOutbox } from '../../emails/send.ts';
import { BreachFacts } from '../../emails/telling.ts';
import { writeAct } from '../../platform/audit.ts';
import { laterOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readBreach, toldAmong, writeTold } from './cases.ts';
import { noticesIn, writeNotices } from './store.ts';

/** `POST /v1/breach-notices` */
const Notices = z.strictObject({
  ...BreachFacts.shape,
  people: z.array(z.uuid()).min(1).max(1000),
  /** The case in which it is written down who was told. */
  breach: z.uuid().optional(),
});

/**
 * `POST /v1/breach-notices` `{people, nature, consequences, measures, contact, breach?}`: writes to up to
 * 1,000 persons what has happened to their data (GDPR art. 34). With the id of a case, it is kept there who
 * was told, and who was told before gets no second letter. Needs the right `breach`, and is audited. 202
 * `{queued, unknown}`: how many letters are on their way, and how many ids nobody has; of a case also
 * `before`, how many were told before.
 */
export const breachNotices = new Hono<App>().use(requires('breach')).post('/', async (c) => {
  const {
    people: named,
    breach,
    ...facts
  } = parse(Notices, await c.req.json().catch(() => undefined));
  const id = breach && (await readBreach(c.get('db'), breach)).id;
  const everybody = [...new Set(named)];
  const told = id ? await toldAmong(c.get('db'), id, everybody) : new Set<string>();
  const people = everybody.filter((person) => !told.has(person));
  const now = Date.now();
  const [written] = await c.get('db').batch([
    writeNotices(c.get('db'), people, facts, now),
    ...(id ? [writeTold(c.get('db'), id, people, now)] : []),
    writeAct(c.get('db'), {
      actor: c.get('actor'),
      act: 'breach.notices',
      object: String(people.length),
      after: facts,
    }),
  ]);
  laterOf(c)(sweepOutbox({ env: c.env, db: c.get('db'), now }));
  const queued = noticesIn(written);
  const before = id ? { before: told.size } : {};
  return c.json({ queued, unknown: people.length - queued, ...before }, 202);
});
