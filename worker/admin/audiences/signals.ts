import { markBounced } from '../../people/bounces.ts';
import { findPerson } from '../../people/store.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { endAll } from '../../visitor/unsubscribe/unsubscribe.ts';

/** What a mail provider reports of an address. */
export type Signal = { email: string; kind: 'complaint' | 'bounce' };

/**
 * Takes what a mail provider reports: a complaint withdraws, and an address that refuses email for good
 * gets no more. An address that nobody has is recorded alike.
 */
export const takeSignal = async (caller: Caller, { email, kind }: Signal): Promise<void> => {
  const { db, now } = caller;
  const person = await findPerson(db, email);
  const occasion = { source: 'e-mail', authority: 'none' } as const;
  const statements = !person
    ? []
    : kind === 'bounce'
      ? [markBounced(db, person.id, now)]
      : await endAll(caller, person, occasion);
  await db.batch([...statements, audit(caller, { act: `mailing.${kind}`, object: 'signal' })]);
};
