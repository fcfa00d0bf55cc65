import type { ErasureReason } from '../../contract/erasing.ts';
import type { Person } from '../../contract/people.ts';
import { erasePeople } from '../../people/erase.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';

/** Erases one person at once, with the actor's name and reason. */
export const eraseOne = async (
  caller: Caller,
  person: Person,
  reason: ErasureReason,
): Promise<void> => {
  const { db, actor } = caller;
  await db.batch([
    ...(await erasePeople(caller, [person], { source: 'manual', actor, reason })),
    audit(caller, { act: 'people.erase', object: person.id, after: { reason } }),
  ]);
};
