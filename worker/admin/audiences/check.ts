import { z } from 'zod';
import type { Reason, Verdict } from '../../contract/mailing.ts';
import type { Setting } from '../../contract/settings.ts';
import { Decision, type Grade } from '../../contract/words.ts';
import { hasGrade, leastGrade } from '../../ledger/grade.ts';
import { itemCode, wordOf } from '../../ledger/stored.ts';
import { suppressedAmong } from '../../people/suppression.ts';
import type { Caller } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import { parseRows } from '../../platform/rows.ts';
import { addressHashes } from '../../platform/signing/address-hash.ts';
import { readSetting } from '../../settings/store.ts';

/** Each address by its index, what is held by its primary key; only of addresses that we know. */
export const STANDINGS_OF = `
SELECT a.value AS email, ${wordOf('pur.decision')} AS purpose, ${wordOf('sub.decision')} AS subscription,
  EXISTS (SELECT 1 FROM undeliverable u WHERE u.person = p.id) AS undeliverable,
  EXISTS (SELECT 1 FROM pause WHERE person = p.id AND subscription = ?3 AND until > ?4) AS paused,
  ${hasGrade('pur', '?5')} AND ${hasGrade('sub', '?5')} AS evident
FROM json_each(?1) a
CROSS JOIN person p ON p.email = a.value
LEFT JOIN held pur ON pur.person = p.number AND pur.item = ${itemCode("'purpose'", '?2')}
LEFT JOIN held sub ON sub.person = p.number AND sub.item = ${itemCode("'subscription'", '?3')}`;

const Row = z.object({
  email: z.string(),
  purpose: Decision.nullable(),
  subscription: Decision.nullable(),
  undeliverable: z.number(),
  paused: z.number(),
  evident: z.number(),
});

/** Unknown is never yes: only a consent allows, or a notice of what needs none. */
const refusal = (decision: Decision | null, never: Reason): Reason | null => {
  switch (decision) {
    case 'given':
    case 'informed':
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

/** How a mailing is judged: what it needs, and whether what was consented to counts at all. */
type Judging = {
  withSubscription: boolean;
  rule: Setting<'mailing-rule'>;
  override: boolean;
};

/** Whether nobody said no to a purpose, so that the subscription alone may suffice. */
const isOpen = (purpose: Decision | null): boolean => purpose === null || purpose === 'pending';

const consentReason = (
  row: z.infer<typeof Row>,
  { withSubscription, rule }: Judging,
): Reason | null => {
  const ofPurpose = refusal(row.purpose, 'no-consent');
  const ofSubscription = withSubscription ? refusal(row.subscription, 'no-subscription') : null;
  const suffices = rule === 'subscription' && withSubscription && ofSubscription === null;
  if (ofPurpose && !(suffices && isOpen(row.purpose))) return ofPurpose;
  if (ofSubscription) return ofSubscription;
  if (row.paused) return 'paused';
  return row.evident ? null : 'too-little-evidence';
};

const reasonOf = (
  row: z.infer<typeof Row> | undefined,
  isSuppressed: boolean,
  judging: Judging,
): Reason | null => {
  if (!row) return isSuppressed ? 'suppressed' : 'unknown';
  if (row.undeliverable) return 'undeliverable';
  const reason = consentReason(row, judging);
  return judging.override && reason !== 'restricted' ? null : reason;
};

/** What is asked of a mailing. */
export type Mailing = {
  emails: readonly string[];
  purpose: string;
  subscription?: string;
  /** The least grade of evidence that counts. */
  evidence?: Grade | undefined;
};

/** Whether each address may be written to for a purpose, and under a subscription type if one is named. */
export const checkMailing = async (
  { env, db, now }: Pick<Caller, 'env' | 'db' | 'now'>,
  { emails, purpose, subscription, evidence }: Mailing,
  override = false,
): Promise<Verdict[]> => {
  const normalised = emails.map((email) => normaliseEmail(email) ?? '');
  const hashes = await addressHashes(env, normalised);
  // In the order of the index, which is then read in one pass.
  const asked = JSON.stringify([...new Set(normalised)].sort());
  const [rule, { results }, suppressed] = await Promise.all([
    readSetting(db, 'mailing-rule'),
    db
      .prepare(STANDINGS_OF)
      .bind(asked, purpose, subscription ?? '', now, leastGrade(evidence))
      .all(),
    suppressedAmong(db, hashes),
  ]);
  const known = new Map(parseRows(Row, results).map((row) => [row.email, row]));
  const judging = { withSubscription: subscription !== undefined, rule, override };
  return emails.map((email, at) => {
    const isSuppressed = suppressed.has(hashes[at] ?? '');
    const reason = reasonOf(known.get(normalised[at] ?? ''), isSuppressed, judging);
    return reason ? { email, allow: false, reason } : { email, allow: true };
  });
};
