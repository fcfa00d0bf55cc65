import { z } from 'zod';
import { Decision } from '../contract/words.ts';
import { normaliseEmail } from '../people/email.ts';

/** Why somebody may not be written to. */
export const Reason = z.enum([
  'unknown',
  'undeliverable',
  'no-consent',
  'pending',
  'withdrawn',
  'restricted',
  'no-subscription',
]);
export type Reason = z.infer<typeof Reason>;

export type Verdict =
  | { email: string; allow: true }
  | { email: string; allow: false; reason: Reason };

/** Each address by person_by_email, each standing by its primary key. */
const STANDINGS_OF = `
SELECT a.value AS email, p.id AS person, pur.decision AS purpose, sub.decision AS subscription,
  EXISTS (SELECT 1 FROM undeliverable u WHERE u.person = p.id) AS undeliverable
FROM json_each(?1) a
LEFT JOIN person p ON p.email = a.value
LEFT JOIN standing pur ON pur.person = p.id AND pur.item_kind = 'purpose' AND pur.item = ?2
LEFT JOIN standing sub ON sub.person = p.id AND sub.item_kind = 'subscription' AND sub.item = ?3
ORDER BY a.key`;

const Row = z.object({
  email: z.string(),
  person: z.string().nullable(),
  purpose: Decision.nullable(),
  subscription: Decision.nullable(),
  undeliverable: z.number(),
});

/** Unknown is never yes: only `given` allows. */
const refusal = (decision: Decision | null, never: Reason): Reason | null => {
  switch (decision) {
    case 'given':
      return null;
    case 'pending':
      return 'pending';
    case 'restricted':
      return 'restricted';
    case 'withdrawn':
    case 'objected':
      return 'withdrawn';
    default:
      return never;
  }
};

const reasonOf = (row: z.infer<typeof Row>, withSubscription: boolean): Reason | null => {
  if (row.person === null) return 'unknown';
  if (row.undeliverable) return 'undeliverable';
  return (
    refusal(row.purpose, 'no-consent') ??
    (withSubscription ? refusal(row.subscription, 'no-subscription') : null)
  );
};

/** Whether each address may be written to for a purpose, and under a subscription type if one is named. */
export const checkMailing = async (
  db: D1Database,
  emails: readonly string[],
  purpose: string,
  subscription: string | undefined,
): Promise<Verdict[]> => {
  const known = emails.map((email) => normaliseEmail(email) ?? '');
  const { results } = await db
    .prepare(STANDINGS_OF)
    .bind(JSON.stringify(known), purpose, subscription ?? '')
    .all();
  return z
    .array(Row)
    .parse(results)
    .map((row, at) => {
      const email = emails[at] ?? row.email;
      const reason = reasonOf(row, subscription !== undefined);
      return reason ? { email, allow: false, reason } : { email, allow: true };
    });
};

export const mailingQueries = { STANDINGS_OF };
