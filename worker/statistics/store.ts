import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';

/** What of a form is counted. */
export type Counted = 'shown' | 'started' | 'submitted' | 'confirmed';

/** The day of the moment ?2 in the operator's time zone. */
const DAY_OF_MOMENT = `(
  SELECT date((?2 + offset_ms) / 1000, 'unixepoch')
  FROM zone_offset
  WHERE starts_at <= ?2
  ORDER BY starts_at DESC
  LIMIT 1)`;

/**
 * How many submissions a form got, by its key, as SQL: what was counted up to a day, and those of later days. Each
 * is in form_count by the batch that made it.
 */
export const submissionsOf = (form: string): string => `(
    COALESCE((SELECT submissions FROM counted_form WHERE form = ${form}), 0)
    + COALESCE((SELECT SUM(count) FROM form_count
      WHERE form = ${form} AND day > (SELECT day FROM counted WHERE one = 1) AND what = 'submitted'), 0))`;

export const ADD = `
INSERT INTO form_count (form, day, what, count)
SELECT ?1, ${DAY_OF_MOMENT}, ?3, ?4
WHERE EXISTS (SELECT 1 FROM form WHERE key = ?1)
ON CONFLICT DO UPDATE SET count = count + excluded.count`;

/**
 * Hangs from a submission of the same batch, with where it came from; without that it is no form's, which the trigger
 * form_count_of_nothing_is_passed_over leaves out.
 */
export const COUNT_SUBMISSION = `
INSERT INTO form_count (form, day, what, page, utm, count)
VALUES (
  iif(?1 IN (SELECT id FROM submission)
    AND (?3 = 'submitted' OR EXISTS (SELECT 1 FROM confirmation c WHERE c.submission = ?1 AND c.confirmed_at = ?2)), ?6, NULL),
  ${DAY_OF_MOMENT}, ?3, ?4, ?5, 1)
ON CONFLICT DO UPDATE SET count = count + 1`;

/** Uses the primary key. */
export const DAYS = `
SELECT day, what, SUM(count) AS count
FROM form_count
WHERE form = ?1 AND day >= ?2
GROUP BY day, what
ORDER BY day`;

/** What was counted from a day on until before another. Uses the primary key. */
export const TOTALS = `
SELECT what, SUM(count) AS count
FROM form_count
WHERE form = ?1 AND day >= ?2 AND day < ?3
GROUP BY what`;

export const ORIGINS = `
SELECT page, utm, what, SUM(count) AS count
FROM form_count
WHERE form = ?1 AND day >= ?2 AND what IN ('submitted', 'confirmed')
GROUP BY page, utm, what
ORDER BY count DESC
LIMIT 100`;

/** Whether anyone has ever submitted a form, by its key, as SQL. */
export const wasSubmitted = (form: string): string => `(
    EXISTS (SELECT 1 FROM counted_form WHERE form = ${form} AND submissions > 0)
    OR EXISTS (SELECT 1 FROM form_count WHERE form = ${form} AND what = 'submitted'))`;

/** What hangs from a form goes with it, where nobody has submitted it. */
export const FORGET_COUNTS = `
DELETE FROM form_count
WHERE form = ?1 AND NOT ${wasSubmitted('?1')}`;

/** Makes the statement that deletes the counts of a form that nobody has submitted, before the form itself. */
export const forgetCounts = (db: Database, form: string): D1PreparedStatement =>
  db.prepare(FORGET_COUNTS).bind(form);

export const addCount = (
  db: Database,
  form: string,
  { at, what, count }: { at: number; what: Counted; count: number },
): D1PreparedStatement => db.prepare(ADD).bind(form, at, what, count);

/** Where a submission came from: its page, and what its address says of a campaign. */
const originOf = (page: string | null): { page: string; utm: string } => {
  const url = page ? URL.parse(page) : null;
  if (!url) return { page: '', utm: '' };
  const utm = ['utm_source', 'utm_medium', 'utm_campaign'].map(
    (name) => url.searchParams.get(name) ?? '',
  );
  return {
    page: `${url.origin}${url.pathname}`.slice(0, 200),
    utm: utm.some(Boolean) ? utm.join('/').slice(0, 200) : '',
  };
};

/** The statement that counts a submission of a form, or its confirmation; it belongs in the batch of that. */
export const countSubmission = (
  db: Database,
  { id, form, page }: { id: string; form: string; page: string | null },
  what: 'submitted' | 'confirmed',
  at: number,
): D1PreparedStatement => {
  const origin = originOf(page);
  return db.prepare(COUNT_SUBMISSION).bind(id, at, what, origin.page, origin.utm, form);
};

const DayRow = z.object({
  day: z.string(),
  what: z.enum(['shown', 'started', 'submitted', 'confirmed']),
  count: z.number(),
});
const OriginRow = z.object({
  page: z.string(),
  utm: z.string(),
  what: z.enum(['submitted', 'confirmed']),
  count: z.number(),
});

const TotalRow = z.object({ what: DayRow.shape.what, count: z.number() });

/** How often a form was shown, begun, submitted and confirmed. */
const totalsOf = (rows: readonly z.infer<typeof TotalRow>[]) => {
  const totals = { shown: 0, started: 0, submitted: 0, confirmed: 0 };
  for (const { what, count } of rows) totals[what] += count;
  return totals;
};

/**
 * How a form fared since a day: by day, and by where its submissions came from; and in all, beside what it was
 * in the time before, from another day on.
 */
export const readFormCounts = async (
  db: Database,
  form: string,
  { since, before }: { since: string; before: string },
) => {
  const [days, origins, earlier] = await db.batch([
    db.prepare(DAYS).bind(form, since),
    db.prepare(ORIGINS).bind(form, since),
    db.prepare(TOTALS).bind(form, before, since),
  ]);
  const byDay = parseRows(DayRow, days?.results);
  return {
    days: byDay,
    origins: parseRows(OriginRow, origins?.results),
    totals: totalsOf(byDay),
    previous: totalsOf(parseRows(TotalRow, earlier?.results)),
  };
};
