// The records of a submission are written in its own batch, for the person to whom the address turns out to belong.
import type { Database } from '../platform/database.ts';
import type { Commitment } from './commitment.ts';
import { type Rule, type SealedRecord, stepOf } from './record.ts';
import { BY_PERSON, joinStandings, mayBeWritten } from './rules.ts';
import {
  anyMayBeWritten,
  byStep,
  insertDecided,
  insertOccasions,
  keepWords,
  occasionRow,
  recordsIn,
  type Step,
  stepsOf,
} from './write.ts';

/** What becomes of a submission: it is sent, and what that left pending is confirmed in time, or not. */
export type Becoming = 'sent' | 'confirmed' | 'unconfirmed';

/** On whose authority that is, as SQL, and which rules its records have. */
const by: Readonly<Record<Becoming, { authority: string; rules: readonly Rule[] }>> = {
  sent: { authority: BY_PERSON, rules: ['ticked', 'told', 'first'] },
  confirmed: { authority: BY_PERSON, rules: ['settled', 'orphaned'] },
  unconfirmed: { authority: "'none'", rules: ['settled', 'orphaned'] },
};

const mayBeIn = (becoming: Becoming): string => mayBeWritten(by[becoming].authority, by[becoming]);

const byBecoming = <Made>(make: (mayBe: string) => Made): Readonly<Record<Becoming, Made>> => ({
  sent: make(mayBeIn('sent')),
  confirmed: make(mayBeIn('confirmed')),
  unconfirmed: make(mayBeIn('unconfirmed')),
});

/**
 * Writes the occasion, for the person of a submission of the same batch: without that submission (sent twice, form
 * closed) nothing. What is written of its records at all, in whichever step, begins with one that may be by now.
 */
export const WRITE_OCCASION = byBecoming((mayBe) =>
  insertOccasions(
    '?2',
    `FROM submission s
JOIN person p ON p.id = s.person
WHERE s.id = ?1
  AND ${anyMayBeWritten("json_each(?2, '$.steps') step JOIN json_each(step.value) r", 'p.number', mayBe)}`,
    's.statement',
  ),
);

/** The newest occasion, if it is the one of JSON ?1: this batch has written no other. */
export const NEWEST = `(SELECT number, base, person, subject FROM occasion ORDER BY number DESC LIMIT 1) one`;

const decidedIn = (becoming: Becoming) => (step: Step) =>
  insertDecided(`FROM ${NEWEST}
JOIN ${recordsIn('?1', step)}${joinStandings('one.person')}
WHERE one.base = unhex(?1 ->> 'base', '-')
  AND ${mayBeIn(becoming)}`);

/** Standings follow by the trigger decided_is_held. */
export const WRITE_SENT = byStep(decidedIn('sent'));
export const WRITE_CONFIRMED = byStep(decidedIn('confirmed'));
export const WRITE_UNCONFIRMED = byStep(decidedIn('unconfirmed'));

const decidedBy = { sent: WRITE_SENT, confirmed: WRITE_CONFIRMED, unconfirmed: WRITE_UNCONFIRMED };

/**
 * Makes the statements that write a submission's records as their rules allow; they belong in a batch of its own.
 * Throws for a record by a rule that has no part in it, which would not be written.
 */
export const writeRecords = (
  db: Database,
  submission: string,
  becoming: Becoming,
  records: readonly SealedRecord[],
): D1PreparedStatement[] => {
  const [first] = records;
  if (!first) return [];
  const stray = records.find(({ rule }) => !by[becoming].rules.includes(rule));
  if (stray) throw new Error(`No record is ${stray.rule} by a submission that is ${becoming}.`);
  const occasion = occasionRow(first, records);
  const row = JSON.stringify(occasion);
  return [
    ...keepWords(db, [occasion]),
    db.prepare(WRITE_OCCASION[becoming]).bind(submission, row),
    ...stepsOf([occasion]).map((step) => db.prepare(decidedBy[becoming][step]).bind(row)),
  ];
};

/** A record that is written changes two rows: its own, and what is held of its item, by the trigger decided_is_held. */
const CHANGES_A_RECORD = 2;

/** Says whether all of some records were written, by the results of what `writeRecords` made. */
export const isAllWritten = (
  records: readonly SealedRecord[],
  results: readonly D1Result[],
): boolean => {
  const steps = new Set(records.map(stepOf)).size;
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
