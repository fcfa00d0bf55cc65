import type { Person } from '../../contract/people.ts';
import { decide } from '../../ledger/decide.ts';
import { erasePeople } from '../../people/erase.ts';
import { writeAct } from '../../platform/audit.ts';
import type { Env } from '../../platform/env.ts';
import { addressHashes } from '../../platform/signing/address-hash.ts';

/** Writes that all was withdrawn, and erases one person at once, with the actor's name. */
export const eraseOne = async (env: Env, actor: string, person: Person): Promise<void> => {
  const now = Date.now();
  const hashes = await addressHashes(env, [person.email]);
  const choices = person.standings.flatMap(({ purpose, legalBasis }) =>
    purpose ? [{ purpose, legalBasis, decision: 'withdrawn', rule: 'ends' } as const] : [],
  );
  await env.DB.batch([
    ...(await decide(
      env.DB,
      { person, source: 'manual', actor, authority: 'none', statement: null, page: null },
      choices,
      now,
    )),
    ...erasePeople(env.DB, [person.id], hashes, now),
    writeAct(env.DB, { actor, act: 'people.erase', object: person.id }),
  ]);
};
