import { z } from 'zod';
import { Decision } from '../contract/words.ts';
import type { Env } from '../env.ts';
import { addressHashes } from '../identity/address-hash.ts';
import { normaliseEmail } from '../people/email.ts';

/** Why somebody may not be written to. */
export const Reason = z.enum([
  'unknown',
  'suppressed',
  'undeliverable',
  'no-consent',
  'pending',
  'withdrawn',
  'restricted',
  'no-subscription',
  'paused',
]);
export type Reason = z.infer<typeof Reason>;

export type Verdict =
  | { email: string; allow: true }
  | { email: string; allow: false; reason: Reason };

/** Each address by person_by_email, each standing by its primary key. */
const STANDINGS_OF = `
SELECT a.value AS email, p.id AS person, pur.decision AS purpose, sub.decision AS subscription,
  EXISTS (SELECT 1 FROM undeliverable u WHERE u.person = p.id) AS undeliverable,
  EXISTS (SELECT 1 FROM pause WHERE person = p.id AND subscription = ?3 AND until > ?4) AS paused
FROM json_each(?1) a
LEFT JOIN person p ON p.email = a.value
LEFT JOIN standing pur ON pur.person = p.id AND pur.item_kind = 'purpose' AND pur.item = ?2
LEFT JOIN standing sub ON sub.person = p.id AND sub.item_kind = 'subscription' AND sub.item = ?3
ORDER BY a.key`;

/** Each by its primary key. */
const SUPPRESSED = `
SELECT s.hash
FROM json_each(?1) a
JOIN suppression s ON s.hash = a.value`;

const Row = z.object({
  email: z.string(),
  person: z.string().nullable(),
  purpose: Decision.nullable(),
  subscription: Decision.nullable(),
  undeliverable: z.number(),
  paused: z.number(),
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

const reasonOf = (
  row: z.infer<typeof Row>,
  withSubscription: boolean,
  isSuppressed: boolean,
): Reason | null => {
  if (row.person === null) return isSuppressed ? 'suppressed' : 'unknown';
  if (row.undeliverable) return 'undeliverable';
  return (
    refusal(row.purpose, 'no-consent') ??
    (withSubscription ? refusal(row.subscription, 'no-subscription') : null) ??
    (row.paused ? 'paused' : null)
  );
};

/** Whether each address may be written to for a purpose, and under a subscription type if one is named. */
export const checkMailing = async (
  env: Env,
  emails: readonly string[],
  purpose: string,
  subscription: string | undefined,
): Promise<Verdict[]> => {
  const known = emails.map((email) => normaliseEmail(email) ?? '');
  const hashes = await addressHashes(env, known);
  const [standings, erased] = await env.DB.batch([
    env.DB.prepare(STANDINGS_OF).bind(
      JSON.stringify(known),
      purpose,
      subscription ?? '',
      Date.now(),
    ),
    env.DB.prepare(SUPPRESSED).bind(JSON.stringify(hashes)),
  ]);
  const suppressed = new Set(
    z
      .array(z.object({ hash: z.string() }))
      .parse(erased?.results)
      .map(({ hash }) => hash),
  );
  return z
    .array(Row)
    .parse(standings?.results)
    .map((row, at) => {
      const email = emails[at] ?? row.email;
      const reason = reasonOf(row, subscription !== undefined, suppressed.has(hashes[at] ?? ''));
      return reason ? { email, allow: false, reason } : { email, allow: true };
    });
};

export const mailingQueries = { STANDINGS_OF, SUPPRESSED };
