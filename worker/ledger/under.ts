import { z } from 'zod';
import type { Database } from '../platform/database.ts';

/** There are tens of subscription types; also those that are no longer active may stand as a yes. */
export const TYPES_UNDER = `
SELECT key, purpose
FROM subscription_type
WHERE purpose IN (SELECT value FROM json_each(?1))`;

/** By the primary key of standing. */
export const BASES_OF = `
SELECT s.person, s.item AS subscription, s.legal_basis AS legalBasis
FROM json_each(?1) one
JOIN standing s ON s.person = one.value AND s.item_kind = 'subscription'`;

const TypeRow = z.object({ key: z.string(), purpose: z.string() });
const BasisRow = z.object({ person: z.string(), subscription: z.string(), legalBasis: z.string() });

/** What is under some purposes: subscription types, active or not, and on what legal basis each stands for whom. */
export type Under = {
  types: readonly z.infer<typeof TypeRow>[];
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
    z
      .array(BasisRow)
      .parse(bases?.results)
      .map(({ person, subscription, legalBasis }) => [`${person} ${subscription}`, legalBasis]),
  );
  return {
    types: z.array(TypeRow).parse(types?.results),
    basisOf: (person, subscription) => basisBy.get(`${person} ${subscription}`),
  };
};
