import { Decision } from '../contract/words.ts';

/** The numbers that stand for decisions where they are stored, as the table `term` has them. */
export const CODES = {
  given: 1,
  pending: 2,
  informed: 3,
  refused: 4,
  withdrawn: 5,
  objected: 6,
  restricted: 7,
  expired: 8,
} as const satisfies Record<Decision, number>;

/** The numbers of other words that conditions ask for: the actor `person`, the source `undo`. */
export const PERSON_CODE = 12;
export const UNDO_CODE = 13;

/** The words whose numbers are the same in every database, as migrations give them: nobody looks them up. */
export const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    ...Object.keys(CODES),
    ...['own', 'import', 'erasure', 'person', 'undo', 'system'],
    ...['web-form', 'preference-centre', 'e-mail', 'chat', 'phone', 'meeting', 'event'],
    ...['business-card', 'social-media', 'api', 'manual'],
    ...['61A', '61B', '61C', '61D', '61E', '61F'],
    ...['en', 'da', 'de', 'sv', 'nb', 'fi', 'nl', 'fr', 'es', 'it', 'pl', 'ar'],
    'automatic',
  ].map((word, at) => [word, at + 1]),
);

const WORDS: readonly string[] = [...NUMBERS.keys()];

/** The decision that a number stands for. */
export const decisionOf = (code: number): Decision => Decision.parse(WORDS[code - 1]);

/** How many records an occasion has room for: so far apart are the sequences of two that follow each other. */
export const ROOM = 4096;

/** The sequence of the record at a position of an occasion, as SQL. */
export const sequenceOf = (occasion: string, n: string): string => `${occasion} * ${ROOM} + ${n}`;

/** The occasion of the record with a sequence, as SQL. Numbers are bound as floating point. */
export const occasionOf = (sequence: string): string => `CAST(${sequence} AS INTEGER) / ${ROOM}`;

/** Whether an occasion is one of a submission, as SQL. */
export const isOfSubmission = (occasion: string, submission: string): string =>
  `iif(${occasion}.submission = x'', ${occasion}.base, ${occasion}.submission) IS unhex(${submission}, '-')`;

/** The names that SQL has for a decision. */
type Decided = Readonly<Record<'person' | 'item' | 'occasion' | 'n', string>>;

/** What was decided of an item and a person right before a decision, of what a condition is true of. */
export const earlierOf = (
  columns: string,
  { person, item, occasion, n }: Decided,
  condition = '',
): string => `SELECT ${columns}
    FROM occasion before
    JOIN decided earlier ON earlier.occasion = before.number AND earlier.item = ${item}${condition}
    WHERE before.person = ${person}
      AND before.number <= ${occasion}
      AND (before.number, earlier.n) < (${occasion}, ${n})
    ORDER BY before.number DESC, earlier.n DESC
    LIMIT 1`;

/** What was decided of an item and a person, leaving their restrictions out: what lies beneath the one that holds. */
export const beneathOf = (columns: string, restriction: Decided): string =>
  earlierOf(columns, restriction, ` AND earlier.decision <> ${CODES.restricted}`);

/** The words that every installation has, as the JSON in which SQL finds them without reading a row. */
export const SHARED_WORDS = JSON.stringify(WORDS);

/** The word that a number stands for, as SQL. */
export const wordOf = (code: string): string =>
  `COALESCE('${SHARED_WORDS}' ->> (${code} - 1), (SELECT word FROM term WHERE code = ${code}))`;

/** The number that stands for a word, as SQL; null while no record says it. */
export const codeOf = (word: string): string => `(SELECT code FROM term WHERE word = ${word})`;

/** The number of a purpose or subscription type, as SQL; null where the lists have none of that key. */
export const itemCode = (kind: string, key: string): string =>
  `(SELECT code FROM item WHERE kind = ${kind} AND key = ${key})`;

/** The number of a person by their id, as SQL, be they erased or not. */
export const personNumber = (id: string): string => `COALESCE(
    (SELECT number FROM person WHERE id = ${id}),
    (SELECT number FROM former_person WHERE id = ${id}))`;
