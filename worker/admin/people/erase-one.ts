import type { Person } from '../../contract/people.ts';
import { decide } from '../../ledger/decide.ts';
import { erasePeople } from '../../people/erase.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { addressHashes } from '../../platform/signing/address-hash.ts';

/** Records that all was withdrawn, and erases one person at once, with the actor's name. */
export const eraseOne = async (caller: Caller, person: Person): Promise<void> => {
  const { env, db, actor, now } = caller;
  const hashes = await addressHashes(env, [person.email]);
  const choices = person.standings.flatMap(({ purpose, legalBasis }) =>
    purpose ? [{ purpose, legalBasis, decision: 'withdrawn', rule: 'ends' } as const] : [],
  );
  await db.batch([
    ...(await decide(
      db,
      { person, source: 'manual', actor, authority: 'none', statement: null, page: null },
      choices,
      now,
    )),
    ...erasePeople(db, [person.id], hashes, now),
    audit(caller, { act: 'people.erase', object: person.id }),
  ]);
};
