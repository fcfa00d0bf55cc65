import { z } from 'zod';
import type { PeopleFilter, PeoplePage } from '../contract/search.ts';
import { Decision } from '../contract/words.ts';
import { codeOf, itemCode, wordOf } from '../ledger/stored.ts';
import { wordingsOf } from '../lists/wordings.ts';
import type { Database } from '../platform/database.ts';
import { json } from '../platform/rows.ts';
import { HOUR } from '../platform/time.ts';
import { endOfDay, startOfDay } from '../platform/zone.ts';
import { knownZone } from '../settings/known-brand.ts';

/** So many candidates are looked at for a page, or as many as it holds: what is rare takes more pages, never a longer one. */
const SLICE = 2000;

/** Who has an item in a state, from ?3 and ?4, as far as the number ?5. */
const holding = (kind: 'purpose' | 'subscription'): string => `
SELECT person AS number, person AS cursor
FROM held
WHERE item = ${itemCode(`'${kind}'`, '?3')} AND decision = ${codeOf('?4')}
  AND person > CAST(?1 AS INTEGER) AND person <= ?5
ORDER BY person
LIMIT ?2`;

/**
 * Where candidates come from, in the order of their cursors: the index that narrows most. ?1 is the
 * cursor, ?2 the slice, ?3 to ?5 what the index is asked for.
 */
const candidates = {
  email: `
SELECT number, email AS cursor
FROM person
WHERE email >= ?3 AND email < ?4 AND email > ?1
ORDER BY email
LIMIT ?2`,
  purpose: holding('purpose'),
  subscription: holding('subscription'),
  listed: `
SELECT p.number, s.person AS cursor
FROM segment_person s
JOIN person p ON p.id = s.person
WHERE s.segment = ?3 AND s.person > ?1
ORDER BY s.person
LIMIT ?2`,
  everybody: `
SELECT number, number AS cursor
FROM person
WHERE number > CAST(?1 AS INTEGER) AND number <= ?5
ORDER BY number
LIMIT ?2`,
} as const;
export type From = keyof typeof candidates;

/** The names of the sources of candidates. */
export const sources: readonly From[] = ['email', 'purpose', 'subscription', 'listed', 'everybody'];

/** Whether a candidate fits every part of the filter, each by the primary key of what it asks. */
export const FITS = `
  (?6 = '' OR p.email >= ?6 AND p.email < ?6 || char(1114111))
  AND (?7 = '' OR ?8 = 'never' AND NOT EXISTS (SELECT 1 FROM held WHERE person = p.number AND item = ${itemCode("'purpose'", '?7')})
    OR EXISTS (SELECT 1 FROM held WHERE person = p.number AND item = ${itemCode("'purpose'", '?7')}
      AND (?8 = '' OR decision = ${codeOf('?8')})))
  AND (?9 = '' OR EXISTS (SELECT 1 FROM held WHERE person = p.number AND item = ${itemCode("'subscription'", '?9')}
    AND (?10 = '' OR decision = ${codeOf('?10')})))
  AND (?11 = '' OR EXISTS (SELECT 1 FROM held WHERE person = p.number AND source = ${codeOf('?11')}))
  AND (?12 = '' OR EXISTS (SELECT 1 FROM held WHERE person = p.number AND legal_basis = ${codeOf('?12')}))
  AND p.created_at >= ?13 AND p.created_at < ?14
  AND (?15 = 0 OR EXISTS (SELECT 1 FROM held WHERE person = p.number AND since >= ?15)
    OR EXISTS (SELECT 1 FROM submission WHERE person = p.id AND recorded_at >= ?15))
  AND (?16 = 0 OR NOT EXISTS (SELECT 1 FROM held WHERE person = p.number AND since >= ?16)
    AND NOT EXISTS (SELECT 1 FROM submission WHERE person = p.id AND recorded_at >= ?16))
  AND (?17 = '' OR EXISTS (SELECT 1 FROM held h JOIN occasion o ON o.number = h.occasion
    JOIN statement t ON t.number = o.statement
    WHERE h.person = p.number AND h.item = ${itemCode("'purpose'", '?7')} AND t.sha256 IN (SELECT value FROM json_each(?17))))
  AND (?18 = '' OR EXISTS (SELECT 1 FROM segment_person WHERE segment = ?18 AND person = p.id))`;

const peopleFrom = (candidate: string): string => `
WITH candidate AS (${candidate})
SELECT c.cursor, p.id, p.email, p.locale, p.created_at AS createdAt,
  (SELECT json_group_array(json_object('purpose', i.key, 'decision', ${wordOf('h.decision')}))
    FROM held h JOIN item i ON i.code = h.item
    WHERE h.person = p.number AND i.kind = 'purpose') AS standings
FROM candidate c
JOIN person p ON p.number = c.number
WHERE ${FITS}
ORDER BY c.cursor
LIMIT ?19`;

/** The last candidate of a slice, and whether the slice was full; each source takes what every source is asked. */
const sliceEnd = (candidate: string): string => `
WITH candidate AS (${candidate})
SELECT (SELECT COUNT(*) FROM candidate) AS count, (SELECT MAX(cursor) FROM candidate) AS cursor, ?5 AS upTo`;

/** Everybody `p` who fits, with what is joined to them: a scan to the end, for a dry run that someone asked for. */
export const everyoneFrom = (from: From, joined = ''): string => `
FROM (${candidates[from]}) c
JOIN person p ON p.number = c.number
${joined}
WHERE ${FITS}`;

const countFrom = (from: From): string => `SELECT COUNT(*) AS count${everyoneFrom(from)}`;

const MIDDLE = '(low + high + 1) / 2';

/** Whether the last person up to the middle was known before ?1; so is nobody at all. */
const IS_BEFORE = `COALESCE(
    (SELECT created_at FROM person WHERE number <= ${MIDDLE} ORDER BY number DESC LIMIT 1) < ?1, 1)`;

/**
 * The number of the last person who was known before ?1. People are numbered as they become known, so that halves
 * tell it, by a few rows each.
 */
export const NUMBER_BEFORE = `
WITH RECURSIVE half (low, high) AS (
  SELECT 0, COALESCE((SELECT MAX(number) FROM person), 0)
  UNION ALL
  SELECT iif(${IS_BEFORE}, ${MIDDLE}, low), iif(${IS_BEFORE}, high, ${MIDDLE} - 1)
  FROM half
  WHERE low < high
)
SELECT low AS number
FROM half
WHERE low = high`;

/** So far apart may be the clocks of two Workers, and when they begin and end a batch. */
const SKEW_MS = HOUR;

/** Between which numbers those are who became known in a while (UTC ms): after the first, and up to the last. */
const numbersOf = async (
  db: Database,
  { since, until }: { since: number; until: number },
): Promise<{ after: number; last: number }> => {
  const before = async (time: number): Promise<number> =>
    (await db.prepare(NUMBER_BEFORE).bind(time).first<number>('number')) ?? 0;
  const [after, last] = await Promise.all([
    since > 0 ? before(since - SKEW_MS) : 0,
    until < EVER ? before(until + SKEW_MS) : EVER,
  ]);
  return { after, last };
};

type Asked = { from: From; what: string[] };

const askedOf = (filter: PeopleFilter): Asked => {
  const { email, purpose, decision, subscription, subscriptionDecision } = filter;
  if (filter.listed) return { from: 'listed', what: [filter.listed] };
  if (email) return { from: 'email', what: [email, `${email}\u{10ffff}`] };
  if (subscription && subscriptionDecision)
    return { from: 'subscription', what: [subscription, subscriptionDecision] };
  if (purpose && decision && decision !== 'never')
    return { from: 'purpose', what: [purpose, decision] };
  return { from: 'everybody', what: [] };
};

/** What the index is asked for, as the three parameters that stand for it beside those of a filter. */
const padded = (what: readonly string[], last: number): (string | number)[] => [
  ...[...what, '', ''].slice(0, 2),
  last,
];

/** The greatest number that JavaScript, SQLite and D1 have alike. */
const EVER = Number.MAX_SAFE_INTEGER;

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
  const lines = z.array(Line).parse(results);
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

/** Where those who fit are looked for: from which cursor on, with what asked of the index and of each candidate. */
const placeOf = async (
  db: Database,
  filter: PeopleFilter,
  older: readonly string[] | null,
  after: string,
) => {
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
  ];
  // The cursors of these are no numbers of people: no such number bounds them.
  if (from === 'email' || from === 'listed')
    return { from, what: padded(what, EVER), start: after, fits };
  const { after: first, last } = await numbersOf(db, { since, until });
  return { from, what: padded(what, last), start: String(Math.max(Number(after), first)), fits };
};

/** Where everybody who fits is looked for, and the values ?1 to ?18 of `everyoneFrom`. */
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
