import { env } from 'cloudflare:test';
import { z } from 'zod';
import { Decision } from '../../../worker/contract/words.ts';
import { standingKey } from '../../../worker/ledger/replay.ts';

const People = z.array(z.object({ id: z.string() }));
const Standings = z.array(
  z.object({
    person: z.string(),
    item_kind: z.enum(['purpose', 'subscription']),
    item: z.string(),
    decision: Decision,
  }),
);

/** Who of these is known, and what stands of them by person and item. */
export const kept = async (emails: readonly string[]) => {
  const among = '(SELECT id FROM person WHERE email IN (SELECT value FROM json_each(?1)))';
  const [people, standings] = await env.DB.batch([
    env.DB.prepare(`SELECT id FROM person WHERE id IN ${among}`).bind(JSON.stringify(emails)),
    env.DB.prepare(
      `SELECT person, item_kind, item, decision FROM standing WHERE person IN ${among}`,
    ).bind(JSON.stringify(emails)),
  ]);
  return {
    people: new Set(People.parse(people?.results).map(({ id }) => id)),
    standings: new Map(
      Standings.parse(standings?.results).map(({ person, item_kind, item, decision }) => [
        standingKey(person, { [item_kind]: item }),
        decision,
      ]),
    ),
  };
};
