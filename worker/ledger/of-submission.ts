// The records of a submission are written in its own batch, for the person to whom the address turns out to belong.
import { inParts } from '../platform/bound.ts';
import type { Database } from '../platform/database.ts';
import type { Commitment } from './commitment.ts';
import type { Rule, SealedRecord } from './record.ts';
import { BY_PERSON, joinStandings, mayBeWritten } from './rules.ts';
import {
  anyMayBeWritten,
  inSteps,
  insertDecided,
  insertOccasions,
  keepWords,
  occasionRow,
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

const byBecoming = (make: (mayBe: string) => string): Readonly<Record<Becoming, string>> => ({
  sent: make(mayBeIn('sent')),
  confirmed: make(mayBeIn('confirmed')),
  unconfirmed: make(mayBeIn('unconfirmed')),
});

/**
 * Writes the occasion, for the person of a submission of the same batch: without that submission (sent twice, form
 * closed) nothing. What is written of its records at all, in whichever step, begins with one that may be by now; of
 * whom the batch has made known, with the id ?3, nothing stands that could be in the way.
 */
export const WRITE_OCCASION = byBecoming((mayBe) =>
  insertOccasions(
    '?2',
    `FROM submission s
JOIN person p ON p.id = s.person
WHERE s.id = +?1
  AND (p.id = +?3
    OR ${anyMayBeWritten("json_each(?2, '$.steps') step JOIN json_each(step.value) r", 'p.number', mayBe)})`,
    's.statement',
  ),
);

/** The newest occasion, if it is the one of a batch that has written no other. */
export const NEWEST = `(SELECT number, base, person, subject FROM occasion ORDER BY number DESC LIMIT 1) one`;

/** So many records go into one statement. */
const AT_ONCE = 16;

/** The records of JSON ?1: by VALUES, for D1 bills what `json_each` gives as rows that are read. */
const RECORDS = `(SELECT ?1 -> column1 AS value
  FROM (VALUES ${Array.from({ length: AT_ONCE }, (_, position) => `(${position})`).join(', ')})) r`;

/** Writes records of one step of the occasion with the base ?2. Standings follow by the trigger decided_is_held. */
export const WRITE_DECIDED = byBecoming((mayBe) =>
  insertDecided(`FROM ${NEWEST}
JOIN ${RECORDS}${joinStandings('one.person')}
WHERE one.base = unhex(?2, '-')
  AND r.value IS NOT NULL
  AND ${mayBe}`),
);

/** The records of each step in as many lists as statements write them. */
const inStatements = <Row>(steps: readonly (readonly Row[])[]): Row[][] =>
  steps.flatMap((rows) => inParts(rows, AT_ONCE));

/**
 * Makes the statements that write a submission's records as their rules allow, for someone whom its batch makes known
 * where it is nobody else's: the `newcomer`. They belong in a batch of its own. Throws for a record by a rule that has
 * no part in it, which would not be written.
 */
export const writeRecords = (
  db: Database,
  submission: string,
  becoming: Becoming,
  records: readonly SealedRecord[],
  newcomer: string | null = null,
): D1PreparedStatement[] => {
  const [first] = records;
  if (!first) return [];
  const stray = records.find(({ rule }) => !by[becoming].rules.includes(rule));
  if (stray) throw new Error(`No record is ${stray.rule} by a submission that is ${becoming}.`);
  const occasion = occasionRow(first, records);
  const { form, page, locale } = occasion;
  return [
    // The trigger submission_is_in_terms has given these numbers.
    ...keepWords(db, [occasion], becoming === 'sent' ? [form, page, locale] : []),
    db.prepare(WRITE_OCCASION[becoming]).bind(submission, JSON.stringify(occasion), newcomer),
    ...inStatements(occasion.steps).map((rows) =>
      db.prepare(WRITE_DECIDED[becoming]).bind(JSON.stringify(rows), occasion.base),
    ),
  ];
};

/** A record that is written changes two rows: its own, and what is held of its item, by the trigger decided_is_held. */
const CHANGES_A_RECORD = 2;

/** Says whether all of some records were written, by the results of what `writeRecords` made. */
export const isAllWritten = (
  records: readonly SealedRecord[],
  results: readonly D1Result[],
): boolean => {
  const statements = inStatements(inSteps(records)).length;
  const changes = results.slice(results.length - statements).map(({ meta }) => meta.changes);
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
