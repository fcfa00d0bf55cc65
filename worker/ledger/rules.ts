import type { SealedRecord } from './record.ts';

/** Whether a record `r` may be written while the standing `now` holds; see `Rule`. */
export const MAY_BE_WRITTEN = `CASE r.value ->> 'rule'
    WHEN 'asked' THEN now.decision IS NOT 'restricted'
    WHEN 'pending' THEN now.decision IS NULL OR now.decision NOT IN ('given', 'restricted')
    WHEN 'waited' THEN now.decision IS 'pending'
    WHEN 'told' THEN now.decision IS NULL OR now.decision NOT IN ('withdrawn', 'objected', 'restricted')
    WHEN 'chosen' THEN now.decision IS NOT r.value ->> 'decision'
    WHEN 'ends' THEN now.decision IN ('given', 'pending')
    WHEN 'changed' THEN now.decision IS NOT r.value ->> 'decision' OR now.legal_basis IS NOT r.value ->> 'legalBasis'
    WHEN 'kept' THEN now.decision IS NOT 'restricted'
      AND (now.decision IS NOT r.value ->> 'decision' OR now.legal_basis IS NOT r.value ->> 'legalBasis')
    ELSE now.decision IS NULL
  END`;

/** A record as the row that `json_each` makes of it, without what all of an occasion share. */
export const rowOf = ({
  id,
  purpose,
  subscription,
  decision,
  legalBasis,
  sha256,
  rule,
}: SealedRecord) => ({
  id,
  kind: purpose === null ? 'subscription' : 'purpose',
  item: purpose ?? subscription,
  decision,
  legalBasis,
  sha256,
  rule,
});

export const asRows = (records: readonly SealedRecord[]): string =>
  JSON.stringify(records.map(rowOf));
