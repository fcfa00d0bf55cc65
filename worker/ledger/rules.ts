import type { SealedRecord } from './record.ts';

/** Whether a record `r` may be written while the standing `now` holds; see `Rule`. */
export const MAY_BE_WRITTEN = `CASE r.value ->> 'rule'
    WHEN 'asked' THEN now.decision IS NOT 'restricted'
    WHEN 'pending' THEN now.decision IS NULL OR now.decision NOT IN ('given', 'restricted')
    WHEN 'waited' THEN now.decision IS 'pending'
    WHEN 'told' THEN now.decision IS NULL OR now.decision NOT IN ('withdrawn', 'objected', 'restricted')
    WHEN 'chosen' THEN now.decision IS NOT r.value ->> 'decision'
    WHEN 'ends' THEN now.decision IN ('given', 'pending')
    ELSE now.decision IS NULL
  END`;

/** Records as the rows that `json_each` makes of them, without what all of them share. */
export const asRows = (records: readonly SealedRecord[]): string =>
  JSON.stringify(
    records.map(({ id, purpose, subscription, decision, legalBasis, sha256, rule }) => ({
      id,
      kind: purpose === null ? 'subscription' : 'purpose',
      item: purpose ?? subscription,
      decision,
      legalBasis,
      sha256,
      rule,
    })),
  );
