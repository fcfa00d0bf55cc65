// Who has had a privacy notice.
import { z } from 'zod';
import type { PeopleFilter } from '../../contract/search.ts';
import { isNotice } from '../../outbox/queue.ts';
import { everyoneFrom, type From, sources } from '../../people/candidates.ts';
import { searching } from '../../people/search.ts';
import type { Database } from '../../platform/database.ts';
import { parseRows } from '../../platform/rows.ts';

/** Whether a person has had a notice, or is about to get one, as SQL. Uses outbox_by_person. */
export const hasNotice = (person: string): string =>
  `EXISTS (SELECT 1 FROM outbox o WHERE o.person = ${person} AND ${isNotice('o.template')})`;

/** Of those of ?1, a JSON array of ids. */
export const NOTIFIED_AMONG = `
SELECT one.value AS person
FROM json_each(?1) one
WHERE ${hasNotice('one.value')}`;

const PersonRow = z.object({ person: z.string() });

/** Reads which of some people have had a notice. */
export const noticedAmong = async (
  db: Database,
  people: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { results } = await db.prepare(NOTIFIED_AMONG).bind(JSON.stringify(people)).all();
  const rows = parseRows(PersonRow, results);
  return new Set(rows.map(({ person }) => person));
};

const countFrom = (from: From): string => `
SELECT COUNT(*) AS count, COUNT(*) FILTER (WHERE ${hasNotice('p.id')}) AS notified${everyoneFrom(from)}`;

const Counts = z.object({ count: z.number(), notified: z.number() });

/** Counts the people who fit a filter, and of these those who have had a notice. */
export const countNotified = async (
  db: Database,
  filter: PeopleFilter,
): Promise<z.infer<typeof Counts>> => {
  const { from, values } = await searching(db, filter);
  return Counts.parse(
    await db
      .prepare(countFrom(from))
      .bind(...values)
      .first(),
  );
};

/** The query from each source of candidates. */
export const notifiedQueries = Object.fromEntries(
  sources.map((from) => [`notified by ${from}`, countFrom(from)]),
);
