import type { Person } from '../../contract/people.ts';
import { erasePeople } from '../../people/erase.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';

/** Erases one person at once, with the actor's name. */
export const eraseOne = async (caller: Caller, person: Person): Promise<void> => {
  const { db, actor } = caller;
  await db.batch([
    ...(await erasePeople(caller, [person], { source: 'manual', actor })),
    audit(caller, { act: 'people.erase', object: person.id }),
  ]);
};
