// How many stand how, and what was decided when: what is counted already, and what the ledger has since.
import { z } from 'zod';
import { CountedAs } from '../contract/words.ts';
import { decisionOf, wordOf } from '../ledger/stored.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';

/** How many stand how, as far as the counts have come. */
export const STANDINGS = `
SELECT i.kind, i.key AS item, c.decision, c.count
FROM counted_standing c
CROSS JOIN item i ON i.code = c.item`;

/** How often was decided what since a day, as far as the counts have come. Uses the primary key of counted_record. */
export const DECISIONS = `
SELECT i.kind, i.key AS item, c.day, c.decision, ${wordOf('c.counted_as')} AS countedAs, c.count
FROM item i
CROSS JOIN counted_record c ON c.item = i.code AND c.day >= ?1
WHERE i.kind = 'purpose'`;

/** What the ledger has beyond the counts, each kind of decision once. */
export const UNCOUNTED = `
SELECT i.kind, i.key AS item, u.day, u.decision, u.before, ${wordOf('u.counted_as')} AS countedAs, u.count
FROM (
  SELECT item, day, decision, before, counted_as, COUNT(*) AS count
  FROM uncounted
  GROUP BY item, day, decision, before, counted_as
) u
CROSS JOIN item i ON i.code = u.item`;

export const PEOPLE = `
SELECT c.people + (SELECT COUNT(*) FROM person WHERE number > c.person) AS count
FROM counted c
WHERE c.one = 1`;

const StandingRow = z.object({
  kind: z.enum(['purpose', 'subscription']),
  item: z.string(),
  decision: z.number().transform(decisionOf),
  count: z.number(),
});

const DecisionRow = StandingRow.extend({ day: z.string(), countedAs: CountedAs });

const UncountedRow = DecisionRow.extend({
  before: z.number().transform(decisionOf).nullable(),
});

type Standing = z.infer<typeof StandingRow>;

/** How often a purpose was decided in a way on a day: by people themselves, by imports and by erasures. */
type Decided = z.infer<typeof DecisionRow>;

/** Adds up what has the same name, in the order of names, and leaves out what comes to nothing. */
const added = <Row extends { count: number }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): Row[] => {
  const byName = new Map<string, Row>();
  for (const row of rows) {
    const name = nameOf(row);
    byName.set(name, { ...row, count: row.count + (byName.get(name)?.count ?? 0) });
  }
  return [...byName]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, row]) => (row.count > 0 ? [row] : []));
};

/** How the number of people changes by decisions that are not counted yet: from what stood before to what stands. */
const changesOf = (rows: readonly z.infer<typeof UncountedRow>[]): Standing[] =>
  rows.flatMap(({ kind, item, decision, before, count }) => [
    { kind, item, decision, count },
    ...(before === null ? [] : [{ kind, item, decision: before, count: -count }]),
  ]);

/** How many stand how, how often purposes were decided each way, and how many people there are. */
export type Counts = { standings: Standing[]; decisions: Decided[]; people: number };

/** Reads the counts, with decisions since a day: what was counted before, and what came since. */
export const readCounts = async (db: Database, since: string): Promise<Counts> => {
  const [standings, decisions, uncounted, people] = await db.batch([
    db.prepare(STANDINGS),
    db.prepare(DECISIONS).bind(since),
    db.prepare(UNCOUNTED),
    db.prepare(PEOPLE),
  ]);
  const fresh = parseRows(UncountedRow, uncounted?.results);
  const [row] = z.array(z.object({ count: z.number() })).parse(people?.results);
  return {
    standings: added(
      [...parseRows(StandingRow, standings?.results), ...changesOf(fresh)],
      ({ kind, item, decision }) => `${kind} ${item} ${decision}`,
    ),
    decisions: added(
      [
        ...parseRows(DecisionRow, decisions?.results),
        ...fresh.filter(({ kind, day }) => kind === 'purpose' && day >= since),
      ],
      ({ item, day, decision, countedAs }) => `${item} ${day} ${decision} ${countedAs}`,
    ),
    people: row?.count ?? 0,
  };
};
