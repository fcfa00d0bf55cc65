import { z } from 'zod';
import type { Standing } from '../contract/people.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';
import { CODES, wordOf } from './stored.ts';

/** There are tens of subscription types; also those that are no longer active may stand as a yes. */
export const TYPES_UNDER = `
SELECT key, purpose
FROM subscription_type
WHERE purpose IN (SELECT value FROM json_each(?1))`;

/** By the primary key of held. CROSS JOIN, so that SQLite begins with the few people. */
export const HELD_OF = `
SELECT p.id AS person, i.kind, i.key AS item, h.decision, ${wordOf('h.legal_basis')} AS legalBasis
FROM json_each(?1) one
CROSS JOIN person p ON p.id = one.value
CROSS JOIN held h ON h.person = p.number
CROSS JOIN item i ON i.code = h.item`;

const TypeRow = z.object({ key: z.string(), purpose: z.string() });
const HeldRow = z.object({
  person: z.string(),
  kind: z.enum(['purpose', 'subscription']),
  item: z.string(),
  decision: z.number(),
  legalBasis: z.string(),
});

/** A purpose or a subscription type. */
type Item = { purpose?: string | undefined; subscription?: string | undefined };

/** A subscription type, and the purpose that it is under. */
export type TypeUnder = z.infer<typeof TypeRow>;

/**
 * What is under some purposes: subscription types, active or not, and on what legal basis each stands for whom; and
 * of what the use is restricted.
 */
export type Under = {
  types: readonly TypeUnder[];
  /** Undefined where nothing stands of a type for a person. */
  basisOf: (person: string, subscription: string) => string | undefined;
  isRestricted: (person: string, item: Item) => boolean;
};

/** Reads what is under purposes that end for some people, and what is restricted of them. */
export const readUnder = async (
  db: Database,
  purposes: readonly string[],
  people: readonly string[],
): Promise<Under> => {
  const [held, types] = await db.batch([
    db.prepare(HELD_OF).bind(JSON.stringify(people)),
    ...(purposes.length > 0 ? [db.prepare(TYPES_UNDER).bind(JSON.stringify(purposes))] : []),
  ]);
  const by = new Map(
    parseRows(HeldRow, held?.results).map((row) => [`${row.person} ${row.kind} ${row.item}`, row]),
  );
  return {
    types: parseRows(TypeRow, types?.results ?? []),
    basisOf: (person, subscription) => by.get(`${person} subscription ${subscription}`)?.legalBasis,
    isRestricted: (person, { purpose, subscription }) => {
      const key = purpose ? `purpose ${purpose}` : `subscription ${subscription}`;
      return by.get(`${person} ${key}`)?.decision === CODES.restricted;
    },
  };
};

/** Makes what is under every purpose for one person, of what was read of them already. */
export const underFor = (
  types: readonly TypeUnder[],
  standings: readonly Pick<Standing, 'purpose' | 'subscription' | 'decision' | 'legalBasis'>[],
): Under => ({
  types,
  basisOf: (_, subscription) =>
    standings.find((standing) => standing.subscription === subscription)?.legalBasis,
  isRestricted: (_, { purpose, subscription }) =>
    standings.some(
      (standing) =>
        standing.decision === 'restricted' &&
        standing.purpose === purpose &&
        standing.subscription === subscription,
    ),
});
