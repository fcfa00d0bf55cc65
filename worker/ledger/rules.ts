import type { Decision } from '../contract/words.ts';
import type { SealedRecord } from './record.ts';

/**
 * On whose authority records are written:
 * - `person`: the person's own act, on a form, by confirming, in the preference centre or from an email.
 * - `evidence`: one registration by a user with the right, who says how they know.
 * - `none`: an import, a bulk update, a job, a connected tool. It raises no no to a yes.
 */
export type Authority = 'person' | 'evidence' | 'none';

/** Says whether a decision is a yes, be it one that is still to be confirmed. */
export const isYes = (decision: Decision): boolean =>
  decision === 'given' || decision === 'pending';

const YES = "('given', 'pending')";

/** Joins what stands of a record `r` as `now`, and of the purpose that a subscription is under as `above`. */
export const joinStandings = (person: string): string => `
LEFT JOIN standing now
  ON now.person = ${person}
  AND now.item_kind = r.value ->> 'kind'
  AND now.item = r.value ->> 'item'
LEFT JOIN subscription_type type
  ON r.value ->> 'kind' = 'subscription'
  AND type.key = r.value ->> 'item'
LEFT JOIN standing above
  ON above.person = ${person}
  AND above.item_kind = 'purpose'
  AND above.item = type.purpose`;

/**
 * Decides whether a record `r` may be written, for every writer of the ledger; ?7 is the `Authority`. A no
 * is raised to a yes by the person or on evidence alone, what is given never becomes pending, a subscription
 * is a yes only under a purpose that is one, and beyond that holds the record's own `Rule`.
 */
export const MAY_BE_WRITTEN = `(r.value ->> 'decision' NOT IN ${YES}
    OR now.decision IS NULL
    OR now.decision IN ${YES}
    OR ?7 IN ('person', 'evidence'))
  AND (r.value ->> 'decision' <> 'pending' OR now.decision IS NOT 'given')
  AND (r.value ->> 'decision' NOT IN ${YES}
    OR r.value ->> 'kind' = 'purpose'
    OR above.decision IS 'given'
    OR (r.value ->> 'decision' = 'pending' AND above.decision IS 'pending'))
  AND CASE r.value ->> 'rule'
    WHEN 'ticked' THEN now.decision IS NOT 'restricted'
    WHEN 'settled' THEN now.decision IS 'pending'
      AND (r.value ->> 'decision' <> 'expired'
        OR (SELECT own.submission FROM record own WHERE own.id = now.record) IS r.value ->> 'submission')
    WHEN 'informed' THEN now.decision IS NULL OR now.decision IN ('given', 'pending', 'expired')
    WHEN 'first' THEN now.decision IS NULL
    WHEN 'chosen' THEN now.decision IS NOT r.value ->> 'decision'
    WHEN 'registered' THEN now.decision IS NOT r.value ->> 'decision'
      OR now.legal_basis IS NOT r.value ->> 'legalBasis'
    WHEN 'bulk' THEN now.decision IS NULL
      OR (now.decision = 'given' AND now.legal_basis IS NOT r.value ->> 'legalBasis')
      OR (now.decision IN ${YES} AND r.value ->> 'decision' NOT IN ${YES})
    WHEN 'ends' THEN now.decision IN ${YES}
    WHEN 'orphaned' THEN now.decision IN ${YES}
      AND (above.decision IS NULL OR above.decision NOT IN ${YES})
    ELSE 0
  END`;

/** A record as the row that `json_each` makes of it, without what all of an occasion share. */
export const rowOf = ({
  id,
  purpose,
  subscription,
  decision,
  legalBasis,
  submission,
  sha256,
  rule,
}: SealedRecord) => ({
  id,
  kind: purpose === null ? 'subscription' : 'purpose',
  item: purpose ?? subscription,
  decision,
  legalBasis,
  submission,
  sha256,
  rule,
});

/**
 * Parts records into those of one statement each: purposes, then subscriptions, which are judged by how their
 * purposes stand by then, and at last what was orphaned by either.
 */
export const inOrder = <Each extends { record: SealedRecord }>(
  records: readonly Each[],
): Each[][] => {
  const purposes = records.filter(({ record }) => record.purpose !== null);
  const orphaned = records.filter(({ record }) => record.rule === 'orphaned');
  const subscriptions = records.filter(
    ({ record: { purpose, rule } }) => purpose === null && rule !== 'orphaned',
  );
  return [purposes, subscriptions, orphaned].filter(({ length }) => length > 0);
};
