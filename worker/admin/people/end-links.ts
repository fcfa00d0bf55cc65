import { endLinks } from '../../people/add.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';

/** Ends every link, code and session of a person, such as after an email of theirs fell into other hands. */
export const endLinksOf = async (caller: Caller, person: string): Promise<void> => {
  const { db, now } = caller;
  await db.batch([
    audit(caller, { act: 'people.end-links', object: person }),
    ...endLinks(db, person, now),
  ]);
};
