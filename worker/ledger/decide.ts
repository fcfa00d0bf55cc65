import type { CountedAs } from '../contract/words.ts';
import { jsonSlices } from '../platform/bound.ts';
import type { Condition, Database } from '../platform/database.ts';
import { commit } from './commitment.ts';
import { withWhatFollows } from './follows.ts';
import { type Choice, occasionId, type Rule, seal } from './record.ts';
import { type Authority, BY_PERSON, joinStandings, mayBeWritten } from './rules.ts';
import type { Under } from './under.ts';
import {
  anyMayBeWritten,
  byStep,
  insertDecided,
  insertOccasions,
  keepWords,
  type OccasionRow,
  occasionRow,
  recordsIn,
  type Step,
  stepsOf,
} from './write.ts';

/**
 * Of the occasions that were written: those have an occasion of theirs with this subject. ?2 is the comment of those
 * who have none of their own. Uses occasion_by_person.
 */
export const KEEP_SUBJECTS = `
INSERT INTO subject (person, sha256, email, salt, comment, comment_salt)
SELECT p.number, unhex(s.value ->> 'subject'), s.value ->> 'email', unhex(s.value ->> 'salt'),
  iif(s.value ->> 'commentSalt' IS NULL, NULL, COALESCE(s.value ->> 'comment', ?2)), unhex(s.value ->> 'commentSalt')
FROM json_each(?1) s
JOIN person p ON p.id = s.value ->> 'person'
WHERE EXISTS (SELECT 1 FROM occasion o
  WHERE o.person = p.number AND o.subject = unhex(s.value ->> 'subject'))`;

const PERSON = "JOIN person p ON p.id = e.value ->> 'person'";

/** The occasion of JSON `e`, where it was written already; the newest first. Uses occasion_by_person. */
const WRITTEN = `SELECT number
  FROM occasion
  WHERE person = p.number AND base = unhex(e.value ->> 'base', '-')
  ORDER BY number DESC
  LIMIT 1`;

/** The occasions of which something may be written in a step, and nothing was before. Each person by their id. */
const occasionsIf = (step: Step, mayBe: string, condition = ''): string =>
  insertOccasions(
    'e.value',
    `FROM json_each(?1) e
${PERSON}
WHERE NOT EXISTS (${WRITTEN})
  AND ${anyMayBeWritten(recordsIn('e.value', step), 'p.number', mayBe)}${condition}
ORDER BY e.key`,
  );

const decidedIf = (step: Step, mayBe: string): string =>
  insertDecided(`FROM json_each(?1) e
${PERSON}
JOIN occasion one ON one.number = (${WRITTEN})
JOIN ${recordsIn('e.value', step)}${joinStandings('p.number')}
WHERE ${mayBe}`);

/** By any rule, on the authority ?2. */
const ANY = mayBeWritten('?2');
export const WRITE_OCCASIONS = byStep((step) => occasionsIf(step, ANY));
export const WRITE_DECIDED_OF = byStep((step) => decidedIf(step, ANY));

/** What people choose themselves, and end, has these rules alone. */
const OWN_RULES: readonly Rule[] = ['chosen', 'ends', 'orphaned'];
const OWN = mayBeWritten(BY_PERSON, { rules: OWN_RULES });
export const WRITE_OWN_OCCASIONS = byStep((step) => occasionsIf(step, OWN));
export const WRITE_OWN_DECIDED = byStep((step) => decidedIf(step, OWN));

const isOwn = (occasions: readonly OccasionRow[], authority: Authority): boolean =>
  authority === 'person' &&
  occasions.every(({ steps }) => steps.flat().every(({ rule }) => OWN_RULES.includes(rule)));

/** Whom a decision is about. */
export type Known = { id: string; email: string; locale: string };

/** Who decides and on whose authority, where, on what was shown, and why in their own words. */
export type Occasion = {
  source: string;
  actor: string;
  authority: Authority;
  statement: string | null;
  page: string | null;
  comment?: string;
  /** What its records count as; `own` unless it is named. */
  countedAs?: CountedAs;
  /** Nothing is written unless it holds in the batch. */
  condition?: Condition;
};

/** What differs for one person from the others of an occasion; `decidedAt` (UTC ms) is when they decided elsewhere. */
export type Own = { source?: string; comment?: string | undefined; decidedAt?: number | undefined };

/** The salt and address that link records to their person, and what opens their comment; `comment` where it is their own. */
type Subject = {
  person: string;
  subject: string;
  email: string;
  salt: string;
  commentSalt: string | undefined;
  comment: string | undefined;
};

/** Keeps what opens occasions; it belongs after their records in their batch. */
const keepSubjects = (
  db: Database,
  subjects: readonly Subject[],
  comment: string | undefined,
): D1PreparedStatement[] =>
  [...jsonSlices(subjects)].map((slice) => db.prepare(KEEP_SUBJECTS).bind(slice, comment ?? null));

/** Makes the statements that write the occasions of known people, step by step as their rules allow. */
const writeOccasions = (
  db: Database,
  occasions: readonly OccasionRow[],
  { authority, condition }: Pick<Occasion, 'authority' | 'condition'>,
): D1PreparedStatement[] => {
  const more = condition ? [condition.value] : [];
  const write = (step: Step, slice: string): D1PreparedStatement[] => [
    db
      .prepare(
        condition
          ? occasionsIf(step, ANY, `\n  AND ${condition.sql('?3')}`)
          : WRITE_OCCASIONS[step],
      )
      .bind(slice, authority, ...more),
    db.prepare(WRITE_DECIDED_OF[step]).bind(slice, authority),
  ];
  const writeOwn = (step: Step, slice: string): D1PreparedStatement[] => [
    db.prepare(WRITE_OWN_OCCASIONS[step]).bind(slice),
    db.prepare(WRITE_OWN_DECIDED[step]).bind(slice),
  ];
  const writeAll = isOwn(occasions, authority) && !condition ? writeOwn : write;
  const slices = [...jsonSlices(occasions)];
  return [
    ...keepWords(db, occasions),
    ...stepsOf(occasions).flatMap((step) => slices.flatMap((slice) => writeAll(step, slice))),
  ];
};

/** Leaves out what was said twice: the records of a statement are all judged by what stood before it. */
const once = (choices: readonly Choice[]): Choice[] => [
  ...new Map(
    choices.map((choice) => {
      const { purpose, subscription, decision, rule, undoes } = choice;
      return [JSON.stringify([purpose, subscription, decision, rule, undoes]), choice];
    }),
  ).values(),
];

/** Seals what is decided about one person: on an occasion of its own for each statement that was shown. */
const sealAll = async (
  { person: { id: person, email, locale }, choices, own = {} }: Deciding,
  { source, actor, statement, page, comment, countedAs }: Occasion,
  recordedAt: number,
) => {
  const subject = await commit(email);
  const text = own.comment ?? comment;
  const said = text ? await commit(text) : null;
  const shared = {
    subject: subject.sha256,
    source: own.source ?? source,
    actor,
    recordedAt,
    ...(own.decidedAt === undefined ? {} : { decidedAt: own.decidedAt }),
    page,
    locale,
    comment: said?.sha256 ?? null,
    form: null,
    version: null,
    submission: null,
  };
  const shown = Map.groupBy(once(choices), (choice) => choice.statement ?? statement);
  const sealed = await Promise.all(
    [...shown].map(([ofStatement, some]) =>
      seal(
        occasionId(),
        some.map(({ purpose = null, subscription = null, decision, legalBasis, rule, undoes }) => ({
          content: {
            purpose,
            subscription,
            decision,
            legalBasis,
            ...shared,
            statement: ofStatement,
          },
          rule,
          undoes,
        })),
      ),
    ),
  );
  return {
    occasions: sealed.flatMap((records) =>
      records[0] ? [occasionRow(records[0], records, { person, countedAs })] : [],
    ),
    subject: {
      person,
      subject: subject.sha256,
      email,
      salt: subject.salt,
      commentSalt: said?.salt,
      comment: own.comment,
    },
  };
};

/** What is decided about one person. */
export type Deciding = { person: Known; choices: readonly Choice[]; own?: Own | undefined };

/**
 * Makes the statements that write the decisions about known people on one occasion, for one batch. What
 * the ledger's rules refuse is not written, a purpose that ends takes its subscriptions along, and
 * standings follow by the ledger's trigger. What is under the purposes is read, unless it is `known` already.
 */
export const decideOf = async (
  db: Database,
  people: readonly Deciding[],
  occasion: Occasion,
  recordedAt: number,
  known?: Under,
): Promise<D1PreparedStatement[]> => {
  const sealed = await Promise.all(
    (await withWhatFollows(db, people, known)).map((each) => sealAll(each, occasion, recordedAt)),
  );
  return [
    ...writeOccasions(
      db,
      sealed.flatMap(({ occasions }) => occasions),
      occasion,
    ),
    ...keepSubjects(
      db,
      sealed.map(({ subject }) => subject),
      occasion.comment,
    ),
  ];
};

/** The same about one person. */
export const decide = (
  db: Database,
  { person, ...occasion }: Occasion & { person: Known },
  choices: readonly Choice[],
  recordedAt: number,
  known?: Under,
): Promise<D1PreparedStatement[]> =>
  decideOf(db, [{ person, choices }], occasion, recordedAt, known);
