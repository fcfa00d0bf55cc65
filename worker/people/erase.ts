// The one place that erases people.
import type { ErasureReason } from '../contract/erasing.ts';
import { isAYes, isNo } from '../ledger/rules.ts';
import type { Caller } from '../platform/caller.ts';
import type { Condition, Database } from '../platform/database.ts';
import { addressHashes } from '../platform/signing/address-hash.ts';
import { endRequestsOfErased } from '../requests/erasures.ts';
import { type Cause, endConsents, type Leaving } from './ending.ts';
import { forgetSegments } from './segments.ts';

/** Of those whom an earlier statement of the batch erased. ?1 is a JSON array of hashes, with ids where people may stay. */
export const SUPPRESS = `
INSERT INTO suppression (hash, created_at)
SELECT one.value ->> 'hash', ?2
FROM json_each(?1) one
WHERE one.value ->> 'hash' IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM person WHERE id = one.value ->> 'id')
ON CONFLICT (hash) DO NOTHING`;

/**
 * Fields, submissions, evidence, standings, subjects, comments, messages and emails go with the people. Nobody
 * goes of whom a yes stands that the batch has not ended: they said it in this very moment.
 */
const eraseIf = (condition: string): string => `
DELETE FROM person
WHERE id IN (SELECT value FROM json_each(?1))
  AND NOT EXISTS (SELECT 1 FROM held WHERE held.person = person.number AND ${isAYes('held.decision')})${condition}`;

export const ERASE = eraseIf('');

/** Makes the statement that erases people, only where a condition holds, if there is one. */
const erase = (
  db: Database,
  ids: readonly string[],
  condition: Condition | undefined,
): D1PreparedStatement => {
  const sql = condition ? eraseIf(`\n  AND ${condition.sql('?2')}`) : ERASE;
  return db.prepare(sql).bind(JSON.stringify(ids), ...(condition ? [condition.value] : []));
};

/** Makes the statement that keeps addresses out, by their keyed hashes; where an id is given, unless they stayed. */
export const suppress = (
  db: Database,
  rows: readonly { id?: string; hash: string | null | undefined }[],
  now: number,
): D1PreparedStatement => db.prepare(SUPPRESS).bind(JSON.stringify(rows), now);

/** An import by mistake keeps nobody out; anyone who had said no stays out, for it would be forgotten with them. */
const isSuppressedFor = ({ standings }: Leaving, reason: ErasureReason): boolean =>
  reason !== 'imported-by-mistake' ||
  standings.some(({ decision }) => isNo(decision) && decision !== 'expired');

/**
 * Makes the statements that erase people, for one batch: what they had consented to ends in the ledger, which
 * says nothing of who they were; keyed hashes of their addresses are remembered as the reason asks for, and
 * their requests are done.
 * With a condition, all or nothing of it happens as that holds. Anyone who agrees to something in this very moment
 * stays, with what was ended: the act reads them again.
 */
export const erasePeople = async (
  { env, db, now }: Pick<Caller, 'env' | 'db' | 'now'>,
  people: readonly Leaving[],
  cause: Omit<Cause, 'decision'> & { reason: ErasureReason },
): Promise<D1PreparedStatement[]> => {
  if (people.length === 0) return [];
  const ids = people.map(({ id }) => id);
  const suppressed = people.filter((person) => isSuppressedFor(person, cause.reason));
  const hashes = await addressHashes(
    env,
    suppressed.map(({ email }) => email),
  );
  const rows = suppressed.map(({ id }, at) => ({ id, hash: hashes[at] }));
  const { source, actor, comment, condition } = cause;
  return [
    ...(await endConsents(
      db,
      people,
      { decision: 'withdrawn', source, actor, comment, countedAs: 'erasure', condition },
      now,
    )),
    erase(db, ids, condition),
    suppress(db, rows, now),
    endRequestsOfErased(db, ids, now),
    forgetSegments(
      db,
      people.map(({ email }) => email),
    ),
  ];
};

/** Whether no connected tool knows a person: of nobody, where none is connected, which reads nothing. */
const IS_UNCONNECTED = `((SELECT COUNT(*) FROM connection) = 0
    OR NOT EXISTS (SELECT 1 FROM connected WHERE connected.person = person.number))`;

/**
 * Forgets anyone who sent a submission that is gone and was never confirmed, if nothing else is known of them here
 * or at a connected tool, and they wait for no answer.
 */
export const FORGET_UNCONFIRMED = `
DELETE FROM person
WHERE id = ?1
  AND NOT EXISTS (SELECT 1 FROM submission WHERE person = person.id)
  AND ${IS_UNCONNECTED}
  AND NOT EXISTS (SELECT 1 FROM standing WHERE person = person.id
    AND decision NOT IN ('refused', 'expired'))
  AND NOT EXISTS (SELECT 1 FROM request WHERE person = person.id AND state IN ('open', 'waiting'))`;

/** Whether nothing but what an import wrote is known of a person, apart from what stands for them. */
export const isUntouched = (
  person: string,
): string => `NOT EXISTS (SELECT 1 FROM submission WHERE person = ${person})
  AND NOT EXISTS (SELECT 1 FROM request WHERE person = ${person})
  AND NOT EXISTS (SELECT 1 FROM person self
    WHERE self.id = ${person}
      AND (self.links_after > 0
        OR EXISTS (SELECT 1 FROM person_field WHERE person = self.id AND recorded_at > self.created_at)))`;

/** Forgets people whom an import added and of whom nothing came since, once its records are undone. */
export const FORGET_ADDED = `
DELETE FROM person
WHERE id IN (SELECT value FROM json_each(?1))
  AND ${isUntouched('person.id')}
  AND ${IS_UNCONNECTED}
  AND NOT EXISTS (SELECT 1 FROM standing
    WHERE person = person.id AND NOT (decision = 'expired' AND source = 'undo'))`;

/** Makes the statement that forgets those of some people whom an import added by mistake; nobody is suppressed. */
export const forgetAdded = (db: Database, people: readonly string[]): D1PreparedStatement =>
  db.prepare(FORGET_ADDED).bind(JSON.stringify(people));

/** Makes the statement that forgets the person of a submission that nobody confirmed; it follows its deletion. */
export const forgetUnconfirmedPerson = (db: Database, person: string): D1PreparedStatement =>
  db.prepare(FORGET_UNCONFIRMED).bind(person);
