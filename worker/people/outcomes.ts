// What would come of a decision for everybody who fits a filter.
import { z } from 'zod';
import { Outcome, type OutcomeCount } from '../contract/outcomes.ts';
import type { PeopleFilter } from '../contract/search.ts';
import type { Choice } from '../ledger/record.ts';
import { joinStandings, outcomeOf, wantedRow } from '../ledger/rules.ts';
import type { Database } from '../platform/database.ts';
import { everyoneFrom, type From, sources } from './candidates.ts';
import { searching } from './search.ts';

/** Of several choices, each with a decision of its own, the one for those of whom it stands so; or else the first. */
const OWN_CHOICE = `r.key = COALESCE((SELECT own.key
    FROM json_each(?21) own
    WHERE own.value ->> 'code' = now.decision), 0)`;

/** Counts without sorting; the limit keeps SQLite from judging each person again for each outcome. */
const outcomesFrom = (from: From): string => `
SELECT ${Outcome.options.map((each) => `COUNT(*) FILTER (WHERE outcome = '${each}') AS ${each}`).join(',\n  ')}
FROM (SELECT ${outcomeOf()} AS outcome
${everyoneFrom(from, `JOIN json_each(?21) r${joinStandings('p.number')}`)}
  AND ${OWN_CHOICE}
LIMIT -1)`;

const sampleFrom = (from: From): string => `
SELECT p.id, p.email
${everyoneFrom(from, `JOIN json_each(?21) r${joinStandings('p.number')}`)}
  AND ${OWN_CHOICE}
  AND ${outcomeOf()} = ?22
LIMIT 5`;

const Counts = z.record(Outcome, z.number());
const Sample = z.array(z.object({ id: z.string(), email: z.string() }));

/**
 * Counts what choices about one purpose would do to the people who fit a filter, by the ledger's own conditions,
 * and reads the first of each outcome if they may be shown.
 */
export const outcomesFor = async (
  db: Database,
  filter: PeopleFilter,
  choices: readonly Choice[],
  isShown: boolean,
): Promise<OutcomeCount[]> => {
  const { from, values } = await searching(db, filter);
  const wanted = JSON.stringify(choices.map(wantedRow));
  const row = await db
    .prepare(outcomesFrom(from))
    .bind(...values, wanted)
    .first();
  const sums = Counts.parse(row);
  const counts = Outcome.options
    .map((outcome) => ({ outcome, count: sums[outcome] }))
    .filter(({ count }) => count > 0);
  if (!isShown || counts.length === 0) return counts.map((each) => ({ ...each, sample: [] }));
  const sample = db.prepare(sampleFrom(from));
  const samples = await db.batch(
    counts.map(({ outcome }) => sample.bind(...values, wanted, outcome)),
  );
  return counts.map((each, at) => ({ ...each, sample: Sample.parse(samples[at]?.results) }));
};

/** Both queries from each source of candidates. */
export const outcomeQueries = Object.fromEntries(
  sources.flatMap((from) => [
    [`outcomes by ${from}`, outcomesFrom(from)],
    [`sample by ${from}`, sampleFrom(from)],
  ]),
);
