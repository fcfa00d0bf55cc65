// How sealed records are stored: their occasion first, if any of them may be written, and then each by its own rule.
import type { CountedAs } from '../contract/words.ts';
import type { Database } from '../platform/database.ts';
import { baseOf, positionOf, type SealedRecord, stepOf } from './record.ts';
import { joinStandings, wantedRow } from './rules.ts';
import { codeOf, NUMBERS } from './stored.ts';

/**
 * The steps in which records are written: purposes, then subscriptions, which are judged by how their purposes
 * stand by then, and at last what was orphaned by either, and restrictions that stand on.
 */
export const STEPS = [0, 1, 2] as const;
export type Step = (typeof STEPS)[number];

/** The number of a word where that is the same in every database, or the word. */
const known = (word: string): number | string => NUMBERS.get(word) ?? word;

const knownOrNull = (word: string | null) => (word === null ? null : known(word));

const recordRow = (record: SealedRecord) => ({
  ...wantedRow(record),
  submission: record.submission,
  n: positionOf(record.id),
  basis: known(record.legalBasis),
  sha256: record.sha256,
});

/** Some records by the step in which they are written. */
export const inSteps = (records: readonly SealedRecord[]): SealedRecord[][] =>
  STEPS.map((step) => records.filter((each) => stepOf(each) === step));

/** Makes the JSON of an occasion out of its first record and all of them, by the id of its person if that is known. */
export const occasionRow = (
  first: SealedRecord,
  records: readonly SealedRecord[],
  { person, countedAs = 'own' }: { person?: string; countedAs?: CountedAs } = {},
) => ({
  person,
  base: baseOf(first.id),
  subject: first.subject,
  source: known(first.source),
  actor: known(first.actor),
  recordedAt: first.recordedAt,
  decidedAt: first.decidedAt,
  statement: first.statement,
  form: knownOrNull(first.form),
  version: first.version,
  page: knownOrNull(first.page),
  locale: known(first.locale),
  comment: first.comment,
  submission: first.submission,
  countedAs: known(countedAs),
  steps: inSteps(records).map((each) => each.map(recordRow)),
});
export type OccasionRow = ReturnType<typeof occasionRow>;

/** The steps in which some occasions have something to write. */
export const stepsOf = (occasions: readonly OccasionRow[]): Step[] =>
  STEPS.filter((step) => occasions.some(({ steps }) => steps[step]?.length));

/** Gives a word its number; one that has it already is passed over by the trigger term_is_never_replaced. */
export const KEEP_WORD = 'INSERT INTO term (word) VALUES (?1)';

/**
 * Makes the statements that give a number to each word of some occasions, but for those that have one already; they
 * belong before these.
 */
export const keepWords = (
  db: Database,
  occasions: readonly OccasionRow[],
  kept: readonly (number | string | null)[] = [],
): D1PreparedStatement[] => {
  const words = occasions.flatMap(({ source, actor, form, page, locale, steps }) => [
    ...[source, actor, form, page, locale],
    ...steps.flat().map(({ basis }) => basis),
  ]);
  const unknown = new Set(words.filter((word) => typeof word === 'string'));
  return [...unknown]
    .filter((word) => !kept.includes(word))
    .map((word) => db.prepare(KEEP_WORD).bind(word));
};

/** The number of a word that `known` made, as SQL. */
const numberOf = (word: string): string =>
  `iif(typeof(${word}) = 'integer', ${word}, ${codeOf(word)})`;

/** The SHA-256 of a statement that is not there stands for none, which the table refuses. */
const statementOf = (sha256: string): string =>
  `iif(${sha256} IS NULL, NULL, COALESCE((SELECT number FROM statement WHERE sha256 = ${sha256}), 0))`;

/**
 * Stores occasions of JSON `o`, each for a person of number `p.number`, from some `FROM … WHERE …`, which may know the
 * number of the statement.
 */
export const insertOccasions = (
  o: string,
  from: string,
  statement = statementOf(`${o} ->> 'statement'`),
): string => `
INSERT INTO occasion (base, person, subject, source, actor, recorded_at, decided_at, statement, form,
  form_version, page, locale, comment, submission, counted_as)
SELECT unhex(${o} ->> 'base', '-'), p.number, unhex(${o} ->> 'subject'), ${numberOf(`${o} ->> 'source'`)},
  ${numberOf(`${o} ->> 'actor'`)}, ${o} ->> 'recordedAt', ${o} ->> 'decidedAt', ${statement},
  ${numberOf(`${o} ->> 'form'`)}, ${o} ->> 'version', ${numberOf(`${o} ->> 'page'`)},
  ${numberOf(`${o} ->> 'locale'`)}, unhex(${o} ->> 'comment'),
  iif(${o} ->> 'submission' = ${o} ->> 'base', x'', unhex(${o} ->> 'submission', '-')),
  ${numberOf(`${o} ->> 'countedAs'`)}
${from}`;

/**
 * Stores records `r` of occasions `one`, from some `FROM … WHERE …` with what they are about as `item`, and what
 * stands of it as `now`.
 */
export const insertDecided = (from: string): string => `
INSERT INTO decided (occasion, n, item, decision, legal_basis, sha256, before, before_on)
SELECT one.number, r.value ->> 'n', item.code, r.value ->> 'code', ${numberOf("r.value ->> 'basis'")},
  unhex(r.value ->> 'sha256'), now.decision, now.occasion
${from}`;

/** The records of a step of an occasion of JSON `o`, as `r`. */
export const recordsIn = (o: string, step: Step): string => `json_each(${o}, '$.steps[${step}]') r`;

/** Whether any of some records `r` may be written by now for a person, as `mayBeWritten` decides. */
export const anyMayBeWritten = (records: string, person: string, mayBe: string): string =>
  `EXISTS (SELECT 1
    FROM ${records}${joinStandings(person)}
    WHERE ${mayBe})`;

/** Does something for each step, as an object of queries by the step's number. */
export const byStep = (make: (step: Step) => string): Readonly<Record<Step, string>> => ({
  0: make(0),
  1: make(1),
  2: make(2),
});
