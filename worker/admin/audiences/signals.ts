import type { Person } from '../../contract/people.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { markBounced } from '../../people/bounces.ts';
import { endConsents, subscribedTo } from '../../people/ending.ts';
import { findPerson } from '../../people/store.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';

/** What a mail provider reports of an address. */
export type Signal = { email: string; kind: 'complaint' | 'bounce' };

/** Makes the statements that unsubscribe from everything anyone who reported an email as spam. */
const endByComplaint = async (
  { db, actor, now }: Caller,
  person: Person,
): Promise<D1PreparedStatement[]> => {
  const standings = subscribedTo(person.standings, await readWholeLists(db));
  const cause = { decision: 'withdrawn', source: 'e-mail', actor } as const;
  return endConsents(db, [{ ...person, standings }], cause, now);
};

/**
 * Takes what a mail provider reports: a complaint withdraws, and an address that refuses email for good
 * gets no more. An address that nobody has is recorded alike.
 */
export const takeSignal = async (caller: Caller, { email, kind }: Signal): Promise<void> => {
  const { db, now } = caller;
  const person = await findPerson(db, email);
  const statements = !person
    ? []
    : kind === 'bounce'
      ? [markBounced(db, [{ person: person.id, email }], now)]
      : await endByComplaint(caller, person);
  await db.batch([...statements, audit(caller, { act: `mailing.${kind}`, object: 'signal' })]);
};
