// The records of a submission are written in its own batch, for the person to whom the address turns out to belong.
import type { Database } from '../platform/database.ts';
import type { Commitment } from './commitment.ts';
import type { SealedRecord } from './record.ts';
import { type Authority, joinStandings, mayBeWritten } from './rules.ts';
import {
  anyMayBeWritten,
  byStep,
  insertDecided,
  insertOccasions,
  keepWords,
  occasionRow,
  recordsIn,
  stepsOf,
} from './write.ts';

/**
 * Writes the occasion, for the person of a submission of the same batch: without that submission (sent twice, form
 * closed) nothing. What is written of its records at all, in whichever step, begins with one that may be by now.
 */
export const WRITE_OCCASION = insertOccasions(
  '?2',
  `FROM submission s
JOIN person p ON p.id = s.person
WHERE s.id = ?1
  AND ${anyMayBeWritten("json_each(?2, '$.steps') step JOIN json_each(step.value) r", 'p.number', '?3')}`,
  's.statement',
);

/** The newest occasion, if it is the one of JSON ?1: this batch has written no other. */
export const NEWEST = `(SELECT number, base, person, subject FROM occasion ORDER BY number DESC LIMIT 1) one`;

/** Standings follow by the trigger decided_is_held. */
export const WRITE_DECIDED = byStep((step) =>
  insertDecided(`FROM ${NEWEST}
JOIN ${recordsIn('?1', step)}${joinStandings('one.person')}
WHERE one.base = unhex(?1 ->> 'base', '-')
  AND ${mayBeWritten('?2')}`),
);

/** Makes the statements that write a submission's records as their rules allow; they belong in a batch of its own. */
export const writeRecords = (
  db: Database,
  submission: string,
  authority: Authority,
  records: readonly SealedRecord[],
): D1PreparedStatement[] => {
  const [first] = records;
  if (!first) return [];
  const occasion = occasionRow(first, records);
  const row = JSON.stringify(occasion);
  return [
    ...keepWords(db, [occasion]),
    db.prepare(WRITE_OCCASION).bind(submission, row, authority),
    ...stepsOf([occasion]).map((step) => db.prepare(WRITE_DECIDED[step]).bind(row, authority)),
  ];
};

/** A record that is written changes two rows: its own, and what is held of its item, by the trigger decided_is_held. */
const CHANGES_A_RECORD = 2;

/** Says whether all of some records were written, by the results of what `writeRecords` made. */
export const isAllWritten = (
  records: readonly SealedRecord[],
  results: readonly D1Result[],
): boolean => {
  const [first] = records;
  const steps = first ? stepsOf([occasionRow(first, records)]).length : 0;
  const changes = results.slice(results.length - steps).map(({ meta }) => meta.changes);
  return changes.reduce((sum, each) => sum + each, 0) === records.length * CHANGES_A_RECORD;
};

export const KEEP_SUBJECT = `
INSERT INTO subject (person, sha256, email, salt)
SELECT one.person, one.subject, ?2, unhex(?3)
FROM ${NEWEST}
WHERE one.subject = unhex(?1)`;

/** Makes the statement that keeps what opens a submission's records; it belongs after them in their batch. */
export const keepSubject = (
  db: Database,
  email: string,
  { sha256, salt }: Commitment,
): D1PreparedStatement => db.prepare(KEEP_SUBJECT).bind(sha256, email, salt);
