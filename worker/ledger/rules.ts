import { holds } from '../contract/standing.ts';
import type { Decision } from '../contract/words.ts';
import type { Choice, SealedRecord } from './record.ts';

/**
 * On whose authority records are written:
 * - `person`: the person's own act, on a form, by confirming, in the preference centre or from an email.
 * - `evidence`: one registration by a user with the right, who says how they know.
 * - `none`: an import, a bulk update, a job, a connected tool. It raises no no to a yes.
 */
export type Authority = 'person' | 'evidence' | 'none';

/** Says whether a decision is no no: it holds, or is still to be confirmed. */
export const isYes = (decision: Decision): boolean => holds(decision) || decision === 'pending';

/** Says whether a decision is a no: the person's own, or that what they had said yes to has expired. */
export const isNo = (decision: Decision): boolean => no.includes(decision);

const HOLDS = "('given', 'informed')";
const YES = "('given', 'informed', 'pending')";
const CONSENT = "('given', 'pending')";
const no: readonly Decision[] = ['refused', 'withdrawn', 'objected', 'restricted', 'expired'];
const NO = `(${no.map((each) => `'${each}'`).join(', ')})`;

/** Whether nothing stands: nothing ever did, or what a job made of nothing was undone. */
const NOTHING = "(now.decision IS NULL OR (now.decision = 'expired' AND now.source = 'undo'))";

/**
 * Whether a record `r` restores what stood right before the record that it undoes, which a job wrote. What
 * waited for a confirmation does not wait again: the time to confirm it may be over.
 */
const RESTORES = `now.record = r.value ->> 'undoes'
      AND r.value ->> 'decision' <> 'pending'
      AND EXISTS (SELECT 1 FROM record own
        WHERE own.id = now.record
          AND own.actor <> 'person'
          AND own.statement IS NULL
          AND own.submission IS NULL
          AND r.value ->> 'decision' = COALESCE((SELECT earlier.decision FROM record earlier
            WHERE earlier.person = own.person AND earlier.sequence < own.sequence
              AND earlier.item_kind = own.item_kind AND earlier.item = own.item
            ORDER BY earlier.sequence DESC
            LIMIT 1), 'expired')
          AND (r.value ->> 'decision' IN ${YES} OR NOT EXISTS (SELECT 1
            FROM subscription_type below
            JOIN standing yes ON yes.person = own.person AND yes.item_kind = 'subscription' AND yes.item = below.key
            JOIN record later ON later.id = yes.record
            WHERE own.item_kind = 'purpose' AND below.purpose = own.item
              AND yes.decision IN ${YES} AND later.recorded_at > own.recorded_at)))`;

/** How the purpose of a subscription stands, by what `joinStandings` joins. */
const ABOVE = 'above.decision';

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
 * Decides whether a record `r` may be written, for every writer of the ledger, on an `Authority` and with the
 * purpose above it as some SQL says. A no is raised to a yes, and a notice to a consent, by the person or on
 * evidence alone; a no also as a job is undone that made it of a yes. No notice raises a no, unless the person
 * themselves takes their objection back. What holds never becomes pending, a subscription is a yes only under a
 * purpose that is one, and beyond that holds the record's own `Rule`.
 */
export const mayBeWritten = (
  authority: string,
  above = ABOVE,
): string => `(r.value ->> 'decision' NOT IN ${YES}
    OR ${NOTHING}
    OR now.decision IN ${YES}
    OR r.value ->> 'rule' = 'undone'
    OR ${authority} IN ('person', 'evidence'))
  AND (r.value ->> 'decision' NOT IN ${CONSENT}
    OR now.decision IS NOT 'informed'
    OR ${authority} IN ('person', 'evidence'))
  AND (r.value ->> 'decision' <> 'informed'
    OR (r.value ->> 'kind' = 'purpose'
      AND (now.decision IS NULL
        OR now.decision IN ${YES}
        OR now.decision = 'expired'
        OR r.value ->> 'rule' = 'undone'
        OR ${authority} = 'person')))
  AND (r.value ->> 'decision' <> 'pending' OR now.decision IS NULL OR now.decision NOT IN ${HOLDS})
  AND (r.value ->> 'decision' NOT IN ${YES}
    OR r.value ->> 'kind' = 'purpose'
    OR ${above} IN ${HOLDS}
    OR (r.value ->> 'decision' = 'pending' AND ${above} IS 'pending'))
  AND CASE r.value ->> 'rule'
    WHEN 'ticked' THEN now.decision IS NOT 'restricted'
    WHEN 'settled' THEN (now.decision IS 'pending'
        OR (now.decision IS 'informed' AND r.value ->> 'decision' = 'given'))
      AND (r.value ->> 'decision' <> 'expired'
        OR (SELECT own.submission FROM record own WHERE own.id = now.record) IS r.value ->> 'submission')
    WHEN 'told' THEN now.decision IS NULL OR now.decision IN ('informed', 'expired')
    WHEN 'first' THEN ${NOTHING}
    WHEN 'chosen' THEN now.decision IS NOT r.value ->> 'decision'
    WHEN 'registered' THEN now.decision IS NOT r.value ->> 'decision'
      OR now.legal_basis IS NOT r.value ->> 'legalBasis'
    WHEN 'bulk' THEN ${NOTHING}
      OR (now.decision IN ${HOLDS} AND now.decision = r.value ->> 'decision'
        AND now.legal_basis IS NOT r.value ->> 'legalBasis')
      OR (now.decision IN ${YES} AND r.value ->> 'decision' NOT IN ${YES})
    WHEN 'basis' THEN now.decision IN ${HOLDS} AND now.decision = r.value ->> 'decision'
      AND now.legal_basis IS NOT r.value ->> 'legalBasis'
    WHEN 'undone' THEN ${RESTORES}
    WHEN 'ends' THEN now.decision IN ${YES}
    WHEN 'orphaned' THEN now.decision IN ${YES}
      AND (${above} IS NULL OR ${above} NOT IN ${YES})
    ELSE 0
  END`;

/** What writers ask in their batch; ?7 is the `Authority`. */
export const MAY_BE_WRITTEN = mayBeWritten('?7');

/**
 * Says what comes of a record `r` that nobody's authority is behind, by the very conditions under which it is
 * written: `new` where nothing stood, `changed`, the no that it is left alone for, or `unchanged`.
 */
export const outcomeOf = (above = ABOVE): string => `CASE
    WHEN ${mayBeWritten("'none'", above)} THEN iif(${NOTHING}, 'new', 'changed')
    WHEN now.decision IN ${NO} AND NOT ${NOTHING} THEN iif(now.decision = r.value ->> 'decision', 'unchanged', now.decision)
    WHEN ${NOTHING} AND ${above} IN ${NO} THEN ${above}
    ELSE 'unchanged'
  END`;

/** What a writer wants of someone, as `outcomeOf` looks at it. */
export const wantedRow = ({
  purpose,
  subscription,
  decision,
  legalBasis,
  rule,
  undoes,
}: Choice) => ({
  kind: purpose === undefined ? 'subscription' : 'purpose',
  item: purpose ?? subscription,
  decision,
  legalBasis,
  rule,
  undoes,
});

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
  undoes,
}: SealedRecord) => ({
  id,
  kind: purpose === null ? 'subscription' : 'purpose',
  item: purpose ?? subscription,
  decision,
  legalBasis,
  submission,
  sha256,
  rule,
  undoes,
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
