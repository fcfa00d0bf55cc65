import type { RecordContent } from '../contract/people.ts';
import type { Commitment } from './commitment.ts';
import type { SealedRecord } from './record.ts';
import { asRows, MAY_BE_WRITTEN } from './rules.ts';

const KEEP_SUBJECT = `
INSERT INTO subject (sha256, person, email, salt)
SELECT ?1, id, ?3, ?4
FROM person
WHERE id = ?2`;

/** For a person we know, without a submission. Uses the primary keys of person and standing. */
const WRITE_RECORDS_OF = `
INSERT INTO record (id, person, subject, item_kind, item, decision, legal_basis, source, actor,
  recorded_at, statement, page, locale, sha256)
SELECT
  r.value ->> 'id', p.id, ?3, r.value ->> 'kind', r.value ->> 'item',
  r.value ->> 'decision', r.value ->> 'legalBasis', ?4, ?5,
  ?6, ?7, ?8, ?9, r.value ->> 'sha256'
FROM person p
JOIN json_each(?2) r
LEFT JOIN standing now
  ON now.person = p.id
  AND now.item_kind = r.value ->> 'kind'
  AND now.item = r.value ->> 'item'
WHERE p.id = ?1
  AND ${MAY_BE_WRITTEN}
ORDER BY r.key`;

/** What opens the records of one occasion to whoever may know the address. */
export const keepSubject = (
  db: D1Database,
  person: string,
  { sha256, salt }: Commitment,
  email: string,
): D1PreparedStatement => db.prepare(KEEP_SUBJECT).bind(sha256, person, email, salt);

/** Writes the records of a known person that their rules allow. */
export const writeRecordsOf = (
  db: D1Database,
  person: string,
  shared: Pick<
    RecordContent,
    'subject' | 'source' | 'actor' | 'recordedAt' | 'statement' | 'page' | 'locale'
  >,
  records: readonly SealedRecord[],
): D1PreparedStatement =>
  db
    .prepare(WRITE_RECORDS_OF)
    .bind(
      person,
      asRows(records),
      shared.subject,
      shared.source,
      shared.actor,
      shared.recordedAt,
      shared.statement,
      shared.page,
      shared.locale,
    );

export const personLedgerQueries = { KEEP_SUBJECT, WRITE_RECORDS_OF };
