import { z } from 'zod';
import type { Standing } from '../contract/people.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';
import { wordOf } from './stored.ts';

/** There are tens of subscription types; also those that are no longer active may stand as a yes. */
export const TYPES_UNDER = `
SELECT key, purpose
FROM subscription_type
WHERE purpose IN (SELECT value FROM json_each(?1))`;

/** By the primary key of held. CROSS JOIN, so that SQLite begins with the few people. */
export const BASES_OF = `
SELECT p.id AS person, i.key AS subscription, ${wordOf('h.legal_basis')} AS legalBasis
FROM json_each(?1) one
CROSS JOIN person p ON p.id = one.value
CROSS JOIN held h ON h.person = p.number
CROSS JOIN item i ON i.code = h.item AND i.kind = 'subscription'`;

const TypeRow = z.object({ key: z.string(), purpose: z.string() });
const BasisRow = z.object({ person: z.string(), subscription: z.string(), legalBasis: z.string() });

/** A subscription type, and the purpose that it is under. */
export type TypeUnder = z.infer<typeof TypeRow>;

/** What is under some purposes: subscription types, active or not, and on what legal basis each stands for whom. */
export type Under = {
  types: readonly TypeUnder[];
  /** Undefined where nothing stands of a type for a person. */
  basisOf: (person: string, subscription: string) => string | undefined;
};

/** Reads what is under purposes that end for some people. */
export const readUnder = async (
  db: Database,
  purposes: readonly string[],
  people: readonly string[],
): Promise<Under> => {
  if (purposes.length === 0) return { types: [], basisOf: () => undefined };
  const [types, bases] = await db.batch([
    db.prepare(TYPES_UNDER).bind(JSON.stringify(purposes)),
    db.prepare(BASES_OF).bind(JSON.stringify(people)),
  ]);
  const basisBy = new Map(
    parseRows(BasisRow, bases?.results).map(({ person, subscription, legalBasis }) => [
      `${person} ${subscription}`,
      legalBasis,
    ]),
  );
  return {
    types: parseRows(TypeRow, types?.results),
    basisOf: (person, subscription) => basisBy.get(`${person} ${subscription}`),
  };
};

/** Makes what is under every purpose for one person, of what was read of them already. */
export const underFor = (
  types: readonly TypeUnder[],
  standings: readonly Pick<Standing, 'subscription' | 'legalBasis'>[],
): Under => ({
  types,
  basisOf: (_, subscription) =>
    standings.find((standing) => standing.subscription === subscription)?.legalBasis,
});
