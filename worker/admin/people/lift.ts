import type { Person, RecordProof, Standing } from '../../contract/people.ts';
import type { LiftBody } from '../../contract/requests.ts';
import type { Decision } from '../../contract/words.ts';
import { decide } from '../../ledger/decide.ts';
import type { Choice } from '../../ledger/record.ts';
import { recordsOfPerson } from '../../ledger/store.ts';
import { queueEmails } from '../../outbox/queue.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';

const MOST_RECORDS = 5000;

/** What lies beneath a restriction; what waited for a confirmation does not wait again. */
const before = (records: readonly RecordProof[], { purpose, subscription, record }: Standing) => {
  const own = records.filter(
    ({ content }) =>
      content.purpose === (purpose ?? null) && content.subscription === (subscription ?? null),
  );
  const earlier = own
    .slice(
      0,
      own.findIndex(({ content }) => content.id === record),
    )
    .findLast(({ decision }) => decision !== 'restricted');
  const decision: Decision = earlier?.decision ?? 'expired';
  return decision === 'pending' ? 'expired' : decision;
};

/** Makes the choices that lift each restriction of a person. */
const liftingsOf = (person: Person, records: readonly RecordProof[]): Choice[] =>
  person.standings
    .filter(({ decision }) => decision === 'restricted')
    .map((standing) => ({
      purpose: standing.purpose,
      subscription: standing.subscription,
      decision: before(records, standing),
      legalBasis: standing.legalBasis,
      rule: 'lifted',
    }));

/**
 * Lifts the restriction on the use of a person's data (GDPR art. 18(3)), with the actor's name and reason: what
 * lies beneath it stands again, and the person is told by email. Throws 409 where nothing is restricted.
 */
export const liftRestriction = async (
  caller: Caller,
  person: Person,
  { reason }: LiftBody,
): Promise<number> => {
  const { db, actor, now, later, post } = caller;
  const choices = liftingsOf(person, await recordsOfPerson(db, person.id, 0, MOST_RECORDS));
  if (choices.length === 0)
    throw new ProblemError('conflict', { detail: 'Nothing of this person is restricted.' });
  const email = crypto.randomUUID();
  await db.batch([
    ...(await decide(
      db,
      {
        person,
        source: 'manual',
        actor,
        authority: 'evidence',
        statement: null,
        page: null,
        comment: reason,
      },
      choices,
      now,
    )),
    queueEmails(db, 'restriction-lifted', [{ id: email, person: person.id }], { reason }, now),
    audit(caller, { act: 'people.lift', object: person.id, after: { restored: choices.length } }),
  ]);
  later(() => post(email));
  return choices.length;
};
