import type { Person } from '../../contract/people.ts';
import { endConsents } from '../../people/ending.ts';
import { erasePeople } from '../../people/erase.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { addressHashes } from '../../platform/signing/address-hash.ts';

/** Records that all was withdrawn, and erases one person at once, with the actor's name. */
export const eraseOne = async (caller: Caller, person: Person): Promise<void> => {
  const { env, db, actor, now } = caller;
  const hashes = await addressHashes(env, [person.email]);
  const cause = { decision: 'withdrawn', source: 'manual', actor } as const;
  await db.batch([
    ...(await endConsents(db, [person], cause, now)),
    ...erasePeople(db, [person.id], hashes, now),
    audit(caller, { act: 'people.erase', object: person.id }),
  ]);
};
