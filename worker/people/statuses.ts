// How the purposes stand for everybody who fits a filter.
import { z } from 'zod';
import type { PeopleFilter, StatusCount } from '../contract/search.ts';
import { Decision } from '../contract/words.ts';
import { CODES, itemCode } from '../ledger/stored.ts';
import type { Database } from '../platform/database.ts';
import { everyoneFrom, type From, sources } from './candidates.ts';
import { searching } from './search.ts';

/** For one purpose, counted without sorting; each standing by its primary key. */
const statusesFrom = (from: From): string => `
SELECT ${Decision.options.map((each) => `COUNT(*) FILTER (WHERE h.decision = ${CODES[each]}) AS ${each}`).join(',\n  ')}${everyoneFrom(from, `JOIN held h ON h.person = p.number AND h.item = ${itemCode("'purpose'", '?21')}`)}`;

const Counts = z.record(Decision, z.number());

/** Counts the people who fit a filter by how each purpose stands for them; leaves out what nobody has. */
export const statusesOf = async (
  db: Database,
  filter: PeopleFilter,
  purposes: readonly string[],
): Promise<StatusCount[]> => {
  if (purposes.length === 0) return [];
  const { from, values } = await searching(db, filter);
  const count = db.prepare(statusesFrom(from));
  const answers = await db.batch(purposes.map((purpose) => count.bind(...values, purpose)));
  return purposes.flatMap((purpose, at) => {
    const counts = Counts.parse(answers[at]?.results[0]);
    return Decision.options
      .map((decision) => ({ purpose, decision, count: counts[decision] }))
      .filter((each) => each.count > 0);
  });
};

/** The query from each source of candidates. */
export const statusQueries = Object.fromEntries(
  sources.map((from) => [`statuses by ${from}`, statusesFrom(from)]),
);
