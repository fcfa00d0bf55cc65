import { findPerson } from '../../people/store.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { effectOf } from '../../signals/effect.ts';
import type { Kind } from '../../signals/signal.ts';

/** What a mailing tool reports of an address; `subscription` is what was unsubscribed from, everything without it. */
export type Reported = { email: string; kind: Kind; subscription?: string | undefined };

/** Takes what a mailing tool reports. An address that nobody has is recorded alike. */
export const takeSignal = async (
  caller: Caller,
  { email, kind, subscription: item }: Reported,
): Promise<void> => {
  const { db } = caller;
  const person = await findPerson(db, email);
  const statements = person ? await effectOf(caller, [{ person, kind, at: null, item }]) : [];
  await db.batch([...statements, audit(caller, { act: `mailing.${kind}`, object: 'signal' })]);
};
