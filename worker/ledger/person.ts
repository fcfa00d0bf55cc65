import type { Database } from '../platform/database.ts';
import type { Occasion } from './decide.ts';
import type { SealedRecord } from './record.ts';
import { inOrder, joinStandings, MAY_BE_WRITTEN, rowOf } from './rules.ts';

export const KEEP_SUBJECTS = `
INSERT INTO subject (sha256, person, email, salt)
SELECT s.value ->> 'subject', p.id, s.value ->> 'email', s.value ->> 'salt'
FROM json_each(?1) s
JOIN person p ON p.id = s.value ->> 'person'`;

/** For people we know, without a submission. Uses the primary keys of person and standing. */
export const WRITE_RECORDS_OF = `
INSERT INTO record (id, person, subject, item_kind, item, decision, legal_basis, source, actor,
  recorded_at, statement, page, locale, comment, sha256)
SELECT
  r.value ->> 'id', p.id, r.value ->> 'subject', r.value ->> 'kind', r.value ->> 'item',
  r.value ->> 'decision', r.value ->> 'legalBasis', ?2, ?3,
  ?4, ?5, ?6, r.value ->> 'locale', r.value ->> 'comment', r.value ->> 'sha256'
FROM json_each(?1) r
JOIN person p ON p.id = r.value ->> 'person'${joinStandings('p.id')}
WHERE ${MAY_BE_WRITTEN}
ORDER BY r.key`;

/** Of the records that were written. Each person's has a salt of its own, so that it can be erased alone. */
export const KEEP_COMMENTS = `
INSERT INTO comment (record, person, salt, text)
SELECT rec.id, rec.person, c.value ->> 'salt', ?2
FROM json_each(?1) c
JOIN record rec ON rec.id = c.value ->> 'record'`;

/** What opens somebody's records to whoever may know the address. */
export type Subject = { person: string; subject: string; email: string; salt: string };

export const keepSubjects = (db: Database, subjects: readonly Subject[]): D1PreparedStatement =>
  db.prepare(KEEP_SUBJECTS).bind(JSON.stringify(subjects));

/** Makes the statements that write the records of known people, in their order, as their rules allow. */
export const writeRecordsOf = (
  db: Database,
  { source, actor, authority, statement, page }: Omit<Occasion, 'comment'>,
  records: readonly { person: string; record: SealedRecord }[],
  recordedAt: number,
): D1PreparedStatement[] =>
  inOrder(records).map((some) => {
    const rows = some.map(({ person, record }) => ({
      ...rowOf(record),
      person,
      subject: record.subject,
      locale: record.locale,
      comment: record.comment,
    }));
    return db
      .prepare(WRITE_RECORDS_OF)
      .bind(JSON.stringify(rows), source, actor, recordedAt, statement, page, authority);
  });

/** What opens the comments of records; it belongs after those in their batch. */
export const keepComments = (
  db: Database,
  salts: readonly { record: string; salt: string }[],
  text: string,
): D1PreparedStatement => db.prepare(KEEP_COMMENTS).bind(JSON.stringify(salts), text);
