// Who writes into the ledger, as a test may act for them.
import { env } from 'cloudflare:test';
import type { Person } from '../../../worker/contract/people.ts';
import { findPerson } from '../../../worker/people/store.ts';
import type { Caller } from '../../../worker/platform/caller.ts';
import { ProblemError } from '../../../worker/platform/problems/problem.ts';
import { theSystem } from '../builders.ts';

/** A visitor who calls, and to whom nothing is sent. */
export const visitor = (): Caller => ({
  ...theSystem(),
  actor: 'person',
  later: () => undefined,
});

/** A user of the console who may change what others consented to. */
export const clerk = (): Caller => ({
  ...visitor(),
  actor: 'user:clerk',
  rights: ['consents-write', 'subscriptions-write'],
});

/** Calls with the person behind an address, and does nothing where there is none. */
export const known =
  (act: (person: Person) => Promise<unknown>) =>
  async (email: string): Promise<void> => {
    const person = await findPerson(env.DB, email);
    if (person) await act(person);
  };

/** What a rule of the caller refuses with a problem is refused: nothing is written. */
export const orRefused = async (act: Promise<unknown>): Promise<void> => {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
};
