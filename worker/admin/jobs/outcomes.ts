// What comes of the people of a slice, judged by the ledger before anything of them is written.
import { z } from 'zod';
import { Outcome } from '../../contract/outcomes.ts';
import type { Choice } from '../../ledger/record.ts';
import { joinStandings, outcomeOf, wantedRow } from '../../ledger/rules.ts';
import { isUntouched } from '../../people/erase.ts';
import { jsonSlices } from '../../platform/bound.ts';
import type { Database } from '../../platform/database.ts';
import { parseRows } from '../../platform/rows.ts';

/**
 * Someone of a slice: what is wanted of them, and which fields would be filled in. Those who are not known
 * yet have an id that nobody has.
 */
export type Wanted = {
  person: string;
  choices: readonly Choice[];
  fields: readonly string[];
  /** Whether the job that is undone made them known. */
  isAdded?: boolean;
};

/** How the purpose above a subscription stands once the purposes of the same occasion are written. */
const ABOVE = "iif(first.outcome IN ('new', 'changed'), first.decision, above.decision)";

/** What a job comes to for a person `one`, of whose choices `s` is the sum. */
const WORK = `CASE
  WHEN NOT EXISTS (SELECT 1 FROM person WHERE id = one.person) OR s.isNew THEN 'new'
  WHEN s.written > 0 OR EXISTS (SELECT 1 FROM json_each(one.fields) f
    WHERE NOT EXISTS (SELECT 1 FROM person_field WHERE person = one.person AND name = f.value)) THEN 'changed'
  ELSE COALESCE(s.no, 'unchanged')
END`;

/** What undoing a job comes to for a person `one`, of whose choices `s` is the sum. */
const UNDOING = `CASE
  WHEN one.isAdded AND ${isUntouched('one.person')}
    AND (SELECT COUNT(*) FROM standing WHERE person = one.person) = COALESCE(s.written, 0) THEN 'erased'
  WHEN one.isAdded OR s.written < s.wanted THEN 'left'
  WHEN s.written > 0 OR json_array_length(one.fields) > 0 THEN 'restored'
  ELSE 'unchanged'
END`;

/** One outcome for each person of ?1; each standing, field and person by its primary key. */
const each = (outcome: string): string => `
WITH one AS MATERIALIZED (
  SELECT value ->> 'person' AS person, value -> 'choices' AS choices, value -> 'fields' AS fields,
    value ->> 'isAdded' AS isAdded
  FROM json_each(?1)
),
wanted AS MATERIALIZED (
  SELECT one.person, p.number, c.value
  FROM one
  JOIN json_each(one.choices) c
  LEFT JOIN person p ON p.id = one.person
),
first AS MATERIALIZED (
  SELECT r.person, item.code AS item, r.value ->> 'code' AS decision, ${outcomeOf()} AS outcome
  FROM wanted r${joinStandings('r.number')}
  WHERE r.value ->> 'kind' = 'purpose'
),
every AS MATERIALIZED (
  SELECT person, outcome FROM first
  UNION ALL
  SELECT r.person, ${outcomeOf(ABOVE)}
  FROM wanted r${joinStandings('r.number')}
  LEFT JOIN first ON first.person = r.person AND first.item = item.purpose
  WHERE r.value ->> 'kind' = 'subscription'
),
summed AS MATERIALIZED (
  SELECT person,
    COUNT(*) = SUM(outcome = 'new') AS isNew,
    COUNT(*) AS wanted,
    SUM(outcome IN ('new', 'changed')) AS written,
    MIN(outcome) FILTER (WHERE outcome NOT IN ('new', 'changed', 'unchanged')) AS no
  FROM every
  GROUP BY person
)
SELECT one.person, ${outcome} AS outcome
FROM one
LEFT JOIN summed s ON s.person = one.person`;

const countEach = (outcome: string): string => `
INSERT INTO job_outcome (job, outcome, count)
SELECT ?2, outcome, COUNT(*)
FROM (${each(outcome)})
WHERE true
GROUP BY outcome
ON CONFLICT (job, outcome) DO UPDATE SET count = count + excluded.count`;

/** What is judged: the work of a job, or undoing it. */
export type Judged = 'work' | 'undo';

const sql = {
  work: { each: each(WORK), count: countEach(WORK) },
  undo: { each: each(UNDOING), count: countEach(UNDOING) },
} as const;

export const outcomeQueries = {
  work: sql.work.each,
  'count work': sql.work.count,
  undo: sql.undo.each,
  'count undo': sql.undo.count,
};

/** What is judged of people, in as many pieces as may be bound each to one query. */
const bound = (people: readonly Wanted[]): string[] => [
  ...jsonSlices(
    people.map(({ person, choices, fields, isAdded = false }) => ({
      person,
      choices: choices.map(wantedRow),
      fields,
      isAdded,
    })),
  ),
];

const Row = z.object({ person: z.string(), outcome: Outcome });

/** What would come of people, by the ids that they have or would get. */
export const outcomesOf = async (
  db: Database,
  people: readonly Wanted[],
  judged: Judged = 'work',
): Promise<ReadonlyMap<string, Outcome>> => {
  const parts = bound(people);
  if (parts.length === 0) return new Map();
  const answers = await db.batch(parts.map((part) => db.prepare(sql[judged].each).bind(part)));
  return new Map(
    answers.flatMap(({ results }) =>
      parseRows(Row, results).map(({ person, outcome }) => [person, outcome] as const),
    ),
  );
};

/** Makes the statements that count what comes of the people of a slice; they stand first in its batch. */
export const countOutcomes = (
  db: Database,
  job: string,
  people: readonly Wanted[],
  judged: Judged = 'work',
): D1PreparedStatement[] =>
  bound(people).map((part) => db.prepare(sql[judged].count).bind(part, job));
