import type { BreachNoticesAnswer, BreachNoticesBody } from '../../contract/breach.ts';
import { queuedIn, queueTranslated } from '../../outbox/queue.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { notifiedAmong, readBreach, writeNotified } from './cases.ts';
import { noticesOf } from './notices.ts';

/**
 * Notifies people of a breach (GDPR art. 34); those already notified of the case get no
 * second email. The schedule sends them: they may be more than one request can send.
 */
export const notifyPeople = async (
  caller: Caller,
  { people: named, breach, translations = {}, ...facts }: BreachNoticesBody,
): Promise<BreachNoticesAnswer> => {
  const { db, now } = caller;
  const id = breach && (await readBreach(db, breach)).id;
  const everybody = [...new Set(named)];
  const notified = id ? await notifiedAmong(db, id, everybody) : new Set<string>();
  const people = everybody.filter((person) => !notified.has(person));
  const emails = people.map((person) => ({ id: crypto.randomUUID(), person }));
  const [written] = await db.batch([
    queueTranslated(db, 'breach-notice', emails, noticesOf(facts, translations), now),
    ...(id ? writeNotified(db, id, people, now) : []),
    audit(caller, { act: 'breach.notices', object: String(people.length), after: facts }),
  ]);
  const queued = queuedIn(written);
  const counts = { queued, unknown: people.length - queued };
  return id ? { ...counts, before: notified.size } : counts;
};
