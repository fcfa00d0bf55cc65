import { env } from 'cloudflare:test';
import { z } from 'zod';
import { Decision } from '../../../worker/contract/words.ts';
import { standingKey } from '../../../worker/ledger/replay.ts';
import { earlierOf } from '../../../worker/ledger/stored.ts';
import { count } from '../builders.ts';

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

const MISTAKEN = `
SELECT COUNT(*) AS count
FROM occasion o
JOIN decided d ON d.occasion = o.number
WHERE (d.before, d.before_on) IS NOT (SELECT earlier.decision, earlier.occasion
  FROM (${earlierOf('earlier.decision, earlier.occasion', {
    person: 'o.person',
    item: 'd.item',
    occasion: 'd.occasion',
    n: 'd.n',
  })}) earlier)`;

/** How many decisions say something else of what held until then than the ledger has right before them. */
export const mistaken = (): Promise<number> => count(MISTAKEN);

const LOOSE = `
SELECT
  (SELECT COUNT(*) FROM occasion o WHERE NOT EXISTS (SELECT 1 FROM decided WHERE occasion = o.number)) AS empty,
  (SELECT COUNT(*)
    FROM occasion o
    JOIN person p ON p.number = o.person
    WHERE NOT EXISTS (SELECT 1 FROM subject WHERE person = o.person AND sha256 = o.subject)) AS unopened,
  (SELECT COUNT(*)
    FROM subject s
    WHERE NOT EXISTS (SELECT 1 FROM occasion WHERE person = s.person AND subject = s.sha256)) AS strange`;

/** How many occasions have no record, how many say nothing of whose they are, and what opens no occasion. */
export const loose = () => env.DB.prepare(LOOSE).first();
