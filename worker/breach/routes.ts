import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../access/guard.ts';
import { writeAct } from '../audit/store.ts';
import { laterOf } from '../context.ts';
import type { App } from '../env.ts';
import { BreachFacts } from '../mail/contents/telling.ts';
import { sweepOutbox } from '../mail/send.ts';
import { parse } from '../problems/zod.ts';
import { readBreach, writeTold } from './cases.ts';
import { noticesIn, writeNotices } from './store.ts';

/** `POST /v1/breach-notices` */
const Notices = z.strictObject({
  ...BreachFacts.shape,
  people: z.array(z.uuid()).min(1).max(1000),
  /** The case in which it is written down who was told. */
  breach: z.uuid().optional(),
});

/**
 * `POST /v1/breach-notices` `{people, nature, consequences, measures, contact, breach?}`: writes to up to 1,000
 * persons what has happened to their data (GDPR art. 34). With the id of a case, it is kept there who was told. Needs the right `breach`, and is audited. 202
 * `{queued, unknown}`: how many letters are on their way, and how many ids nobody has.
 */
export const breachNotices = new Hono<App>().use(requires('breach')).post('/', async (c) => {
  const {
    people: named,
    breach,
    ...facts
  } = parse(Notices, await c.req.json().catch(() => undefined));
  const people = [...new Set(named)];
  const now = Date.now();
  const [written] = await c.env.DB.batch([
    writeNotices(c.env.DB, people, facts, now),
    ...(breach ? [writeTold(c.env.DB, (await readBreach(c.env.DB, breach)).id, people, now)] : []),
    writeAct(c.env.DB, {
      actor: c.get('actor'),
      act: 'breach.notices',
      object: String(people.length),
      after: facts,
    }),
  ]);
  laterOf(c)(sweepOutbox(c.env, now));
  const queued = noticesIn(written);
  return c.json({ queued, unknown: people.length - queued }, 202);
});
