import { z } from 'zod';
import type { PeopleFilter, PeoplePage } from '../contract/search.ts';
import { Decision } from '../contract/words.ts';
import { wordOf } from '../ledger/stored.ts';
import { wordingsOf } from '../lists/wordings.ts';
import type { Database } from '../platform/database.ts';
import { json, parseRows } from '../platform/rows.ts';
import { endOfDay, startOfDay } from '../platform/zone.ts';
import { knownZone } from '../settings/known-brand.ts';
import {
  askedOf,
  candidates,
  everyoneFrom,
  FITS,
  type From,
  sliceEnd,
  sources,
} from './candidates.ts';
import { EVER, numbersOf } from './numbers.ts';
import { SHORTEST } from './words.ts';

/** So many candidates are looked at for a page, or as many as it holds: what is rare takes more pages, never a longer one. */
const SLICE = 2000;

const peopleFrom = (candidate: string): string => `
WITH candidate AS (${candidate})
SELECT c.cursor, p.id, p.email, p.locale, p.created_at AS createdAt,
  (SELECT json_group_array(json_object('purpose', i.key, 'decision', ${wordOf('h.decision')}))
    FROM held h JOIN item i ON i.code = h.item
    WHERE h.person = p.number AND i.kind = 'purpose') AS standings
FROM candidate c
CROSS JOIN person p ON p.number = c.number
WHERE ${FITS}
ORDER BY c.cursor
LIMIT ?21`;

const countFrom = (from: From): string => `SELECT COUNT(*) AS count${everyoneFrom(from)}`;

/** What the index is asked for, as the three parameters that stand for it beside those of a filter. */
const padded = (what: readonly string[], last: number): (string | number)[] => [
  ...[...what, '', ''].slice(0, 2),
  last,
];

const Line = z.object({
  cursor: z.union([z.string(), z.number()]).transform(String),
  id: z.string(),
  email: z.string(),
  locale: z.string(),
  createdAt: z.number(),
  standings: json(z.array(z.object({ purpose: z.string(), decision: Decision }))),
});
const End = z.object({
  count: z.number(),
  cursor: z.union([z.string(), z.number()]).transform(String).nullable(),
});

/** Where the next slice begins; null where the last candidate is in this one. */
const endOfSlice = async (
  db: Database,
  from: From,
  size: number,
  values: readonly (string | number)[],
): Promise<string | null> => {
  const end = await db
    .prepare(sliceEnd(candidates[from]))
    .bind(...values)
    .first();
  const { count, cursor } = End.parse(end);
  return count === size ? cursor : null;
};

/**
 * A page of the people who fit. It looks at no more than a slice of candidates, so that every page is as
 * quick as the last; a page may hold fewer than asked, or nobody, and still go on.
 */
export const searchPeople = async (
  db: Database,
  filter: PeopleFilter,
  after: string,
  limit: number,
): Promise<PeoplePage> => {
  const older = await olderOf(db, filter);
  // Nobody can have decided on older words where there are none.
  if (older?.length === 0) return { people: [], next: null };
  const { from, what, start, fits } = await placeOf(db, filter, older, after);
  const candidatesRead = Math.max(SLICE, limit);
  const { results } = await db
    .prepare(peopleFrom(candidates[from]))
    .bind(start, candidatesRead, ...what, ...fits, limit)
    .all();
  const lines = parseRows(Line, results);
  return {
    people: lines.map(({ cursor: _, ...line }) => line),
    // A full page says itself where the next begins: only the end of a slice is looked for.
    next:
      lines.length === limit
        ? (lines.at(-1)?.cursor ?? null)
        : await endOfSlice(db, from, candidatesRead, [start, candidatesRead, ...what]),
  };
};

/** Reads the statements with older words of the purpose; null where the filter does not ask for them. */
const olderOf = async (db: Database, { purpose, wording }: PeopleFilter) =>
  purpose && wording ? (await wordingsOf(db, purpose)).statements : null;

/** A text that is too short for the index of words is looked for where addresses begin. */
const withLongText = (filter: PeopleFilter): PeopleFilter =>
  [...filter.text].length < SHORTEST
    ? { ...filter, email: filter.email || filter.text, text: '' }
    : filter;

/** Where those who fit are looked for: from which cursor on, with what asked of the index and of each candidate. */
const placeOf = async (
  db: Database,
  asked: PeopleFilter,
  older: readonly string[] | null,
  after: string,
) => {
  const filter = withLongText(asked);
  const { from, what } = askedOf(filter);
  const zone = await knownZone(db);
  // When they became known, by the operator's days (UTC ms).
  const since = filter.since ? startOfDay(zone, filter.since) : 0;
  const until = filter.until ? endOfDay(zone, filter.until) : EVER;
  const fits = [
    ...[filter.email, filter.purpose, filter.decision],
    ...[filter.subscription, filter.subscriptionDecision, filter.source, filter.legalBasis],
    ...[since, until],
    filter.activeSince ? startOfDay(zone, filter.activeSince) : 0,
    filter.activeUntil ? endOfDay(zone, filter.activeUntil) : 0,
    older ? JSON.stringify(older) : '',
    filter.listed,
    filter.text,
    filter.notice,
  ];
  // The cursors of these are no numbers of people: no such number bounds them.
  if (from === 'email' || from === 'listed')
    return { from, what: padded(what, EVER), start: after, fits };
  const { after: first, last } = await numbersOf(db, { since, until });
  return { from, what: padded(what, last), start: String(Math.max(Number(after), first)), fits };
};

/** Where everybody who fits is looked for, and the values ?1 to ?20 of `everyoneFrom`. */
export const searching = async (
  db: Database,
  filter: PeopleFilter,
): Promise<{ from: From; values: (string | number)[] }> => {
  const older = await olderOf(db, filter);
  const { from, what, start, fits } = await placeOf(db, filter, older, '');
  return { from, values: [start, -1, ...what, ...fits] };
};

/** How many people fit. */
export const countPeople = async (db: Database, filter: PeopleFilter): Promise<number> => {
  const { from, values } = await searching(db, filter);
  const count = db.prepare(countFrom(from)).bind(...values);
  return (await count.first<number>('count')) ?? 0;
};

/** Each query from each source of candidates. */
export const searchQueries = Object.fromEntries(
  sources.flatMap((from) => [
    [`people by ${from}`, peopleFrom(candidates[from])],
    [`slice by ${from}`, sliceEnd(candidates[from])],
    [`count by ${from}`, countFrom(from)],
  ]),
);
