import { z } from 'zod';
import { BreachFacts } from '../../contract/breach.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { readBreach, toldAmong, writeTold } from './cases.ts';
import { noticesIn, writeNotices } from './store.ts';

/** `POST /v1/breach-notices` */
export const NoticesBody = z.strictObject({
  ...BreachFacts.shape,
  people: z.array(z.uuid()).min(1).max(1000),
  /** The case in which it is recorded who was told. */
  breach: z.uuid().optional(),
});
export type NoticesBody = z.infer<typeof NoticesBody>;

/** How many emails were queued, how many ids nobody has, and of a case how many were told before. */
export type Notified = { queued: number; unknown: number; before?: number };

/**
 * Writes to people what has happened to their data (GDPR art. 34); who was told of the case before gets no
 * second email. The schedule sends them: they may be more than one request can send.
 */
export const notifyPeople = async (
  caller: Caller,
  { people: named, breach, ...facts }: NoticesBody,
): Promise<Notified> => {
  const { db, now } = caller;
  const id = breach && (await readBreach(db, breach)).id;
  const everybody = [...new Set(named)];
  const told = id ? await toldAmong(db, id, everybody) : new Set<string>();
  const people = everybody.filter((person) => !told.has(person));
  const [written] = await db.batch([
    writeNotices(db, people, facts, now),
    ...(id ? [writeTold(db, id, people, now)] : []),
    audit(caller, { act: 'breach.notices', object: String(people.length), after: facts }),
  ]);
  const queued = noticesIn(written);
  const counts = { queued, unknown: people.length - queued };
  return id ? { ...counts, before: told.size } : counts;
};
