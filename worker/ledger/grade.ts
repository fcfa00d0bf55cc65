// How much a record proves, by who wrote it and how.
import type { RecordContent } from '../contract/people.ts';
import { type CountedAs, Grade } from '../contract/words.ts';
import { NUMBERS, PERSON_CODE } from './stored.ts';

const OWN = NUMBERS.get('own');
const IMPORT = NUMBERS.get('import');
const SYSTEM = NUMBERS.get('system');

/**
 * Grades a record: `proven` where the person did it here, or this installation did, but for what it took from a
 * file; `asserted` where a user recorded what one person told them and says how they know, or where who registers
 * someone, a file or a tool says when it was decided; `unproven` is the rest.
 */
export const gradeOf = (
  countedAs: CountedAs,
  { actor, decidedAt }: Pick<RecordContent, 'actor' | 'decidedAt'>,
): Grade => {
  const isHere = actor === 'person' || actor === 'system';
  if (isHere && countedAs !== 'import') return 'proven';
  return decidedAt !== undefined || countedAs === 'own' ? 'asserted' : 'unproven';
};

/** The grade of the records of an occasion, by its place in `Grade`, as SQL. */
const gradeOfOccasion = (occasion: string): string => `CASE
      WHEN ${occasion}.actor IN (${PERSON_CODE}, ${SYSTEM}) AND ${occasion}.counted_as <> ${IMPORT} THEN 2
      WHEN ${occasion}.decided_at IS NOT NULL OR ${occasion}.counted_as = ${OWN} THEN 1
      ELSE 0
    END`;

/** A grade as SQL is given it; 0, which all that is recorded has, asks for none and reads nothing. */
export const leastGrade = (grade: Grade | undefined): number =>
  grade === undefined ? 0 : Grade.options.indexOf(grade);

/** Whether what holds (a row of `held`) is of a grade at least, as SQL. By the primary key of occasion. */
export const hasGrade = (held: string, least: string): string =>
  `(${least} = 0 OR ${held}.occasion IS NULL OR ${least} <= (SELECT ${gradeOfOccasion('graded')}
    FROM occasion graded
    WHERE graded.number = ${held}.occasion))`;
