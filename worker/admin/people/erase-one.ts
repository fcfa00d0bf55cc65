import type { ErasureReason } from '../../contract/erasing.ts';
import type { Person } from '../../contract/people.ts';
import { erasePeople } from '../../people/erase.ts';
import { readPerson } from '../../people/store.ts';
import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { takenBy, writeDone } from '../../requests/done.ts';

/** Whether a person is gone whose erasure is not in the log yet, as a condition of its entry. */
export const IS_GONE = `NOT EXISTS (SELECT 1 FROM person WHERE id = ?7)
  AND NOT EXISTS (SELECT 1 FROM audit WHERE object = ?7 AND act = 'people.erase')`;

/** Someone who agrees to something each time that they are about to be erased is left for later. */
const MOST_TRIES = 5;

/** Makes the request that a person's asking for it is: done, so that it stands with the others (GDPR art. 19). */
const askedFor = (caller: Caller, person: string): Promise<D1PreparedStatement> =>
  writeDone(caller, { id: crypto.randomUUID(), person, kind: 'erasure' }, takenBy(caller.actor));

/**
 * Erases one person at once, with the actor's name and reason. Where the person asked for it, that is a request
 * which is done, with who was told of it. What they agree to in this very moment ends with the rest: they are
 * read again until nothing stands.
 */
export const eraseOne = async (
  caller: Caller,
  person: Person,
  reason: ErasureReason,
): Promise<void> => {
  const { db, actor } = caller;
  const act = { act: 'people.erase', object: person.id, after: { reason } };
  let asked = reason === 'request' ? [await askedFor(caller, person.id)] : [];
  let leaving: Person | null = person;
  for (let tries = 1; leaving && tries <= MOST_TRIES; tries++) {
    const results = await db.batch([
      ...asked,
      ...(await erasePeople(caller, [leaving], { source: 'manual', actor, reason })),
      auditWhere(caller, act, IS_GONE, person.id),
    ]);
    if (results.at(-1)?.meta.changes === 1) return;
    asked = [];
    leaving = await readPerson(db, person.id);
  }
  if (leaving) throw new ProblemError('conflict', { detail: 'They are deciding at this moment.' });
};
