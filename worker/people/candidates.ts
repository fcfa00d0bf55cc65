// Where the people whom a filter asks for are looked for, and what each must fit.
import type { PeopleFilter } from '../contract/search.ts';
import { codeOf, itemCode } from '../ledger/stored.ts';
import { phraseOf, UPTO } from './words.ts';

/** Whether the index is out of date for a person: until the schedule has been there, only their address finds them. */
const IS_CHANGED = 'EXISTS (SELECT 1 FROM person_words_due WHERE number = p.number)';

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
export const candidates = {
  email: `
SELECT number, email AS cursor
FROM person
WHERE email >= ?3 AND email < ?4 AND email > ?1
ORDER BY email
LIMIT ?2`,
  purpose: holding('purpose'),
  subscription: holding('subscription'),
  words: `
SELECT number, number AS cursor
FROM (
  SELECT rowid AS number
  FROM person_words
  WHERE person_words MATCH ?3 AND rowid > CAST(?1 AS INTEGER) AND rowid <= ?5
  UNION ALL
  SELECT number
  FROM person
  WHERE number > MAX(CAST(?1 AS INTEGER), ${UPTO}) AND number <= ?5
)
ORDER BY number
LIMIT ?2`,
  notice: `
SELECT p.number, p.number AS cursor
FROM due_notice d
CROSS JOIN person p ON p.number >= MAX(d.first, CAST(?1 AS INTEGER) + 1) AND p.number <= MIN(d.last, ?5)
WHERE d.last > CAST(?1 AS INTEGER)
ORDER BY d.last, p.number
LIMIT ?2`,
  listed: `
SELECT p.number, s.person AS cursor
FROM segment_person s
JOIN person p ON p.id = s.person
WHERE s.segment = +?3 AND s.person > ?1
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

/** The names of all sources of candidates: the queries of each are exported, and so EXPLAINed. */
export const sources = Object.keys(candidates) as From[];

/**
 * Whether a candidate fits every part of the filter, each by the primary key of what it asks. Where a text is asked
 * for (?19), all others are there by the index of words.
 */
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
  AND (?18 = '' OR EXISTS (SELECT 1 FROM segment_person WHERE segment = ?18 AND person = p.id))
  AND (?19 = '' OR instr(p.email, ?19) > 0 OR p.number <= ${UPTO} AND NOT ${IS_CHANGED})
  AND (?20 = '' OR EXISTS (SELECT 1 FROM due_person WHERE number = p.number))`;

/** Whether a person says the text that is asked for (?19) at this moment, by what is in the index of them or their address. */
export const SAYS = `(?19 = '' OR instr(p.email, ?19) > 0
    OR NOT ${IS_CHANGED}
      AND EXISTS (SELECT 1 FROM person_words
        WHERE person_words MATCH '"' || replace(?19, '"', '""') || '"' AND rowid = p.number))`;

/** The last candidate of a slice, and whether the slice was full; each source takes what every source is asked. */
export const sliceEnd = (candidate: string): string => `
WITH candidate AS (${candidate})
SELECT (SELECT COUNT(*) FROM candidate) AS count, (SELECT MAX(cursor) FROM candidate) AS cursor, ?5 AS upTo`;

/**
 * Everybody `p` who fits, with what is joined to them: a scan to the end, for a dry run that someone asked for. CROSS
 * JOIN, so that SQLite begins with the candidates.
 */
export const everyoneFrom = (from: From, joined = ''): string => `
FROM (${candidates[from]}) c
CROSS JOIN person p ON p.number = c.number
${joined}
WHERE ${FITS}`;

/** Where candidates come from, and what is asked there. */
export type Asked = { from: From; what: string[] };

/** Chooses the index that narrows most. */
export const askedOf = (filter: PeopleFilter): Asked => {
  const { email, purpose, decision, subscription, subscriptionDecision } = filter;
  if (filter.text) return { from: 'words', what: [phraseOf(filter.text)] };
  if (filter.listed) return { from: 'listed', what: [filter.listed] };
  if (filter.notice) return { from: 'notice', what: [] };
  if (email) return { from: 'email', what: [email, `${email}\u{10ffff}`] };
  if (subscription && subscriptionDecision)
    return { from: 'subscription', what: [subscription, subscriptionDecision] };
  if (purpose && decision && decision !== 'never')
    return { from: 'purpose', what: [purpose, decision] };
  return { from: 'everybody', what: [] };
};
