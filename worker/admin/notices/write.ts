// Notifies people whose data came from elsewhere (GDPR art. 14), in the batch that registers them or asks for it.
import { type Addressed, insertEmails } from '../../outbox/queue.ts';
import type { Database } from '../../platform/database.ts';
import { DAY } from '../../platform/time.ts';
import { hasNotice } from './notified.ts';

/** An email at once if the source says so, else a place in the list. ?1 is a JSON array of `Addressed`. */
export const WRITE_NOTICES = insertEmails(
  'source-notice',
  {
    id: "n.value ->> 'id'",
    person: 'p.id',
    template: "COALESCE(s.notice_template, 'source-notice')",
    locale: 'p.locale',
    facts: { source: '?2' },
    now: '?3',
    scheduled: true,
  },
  `FROM json_each(?1) n
JOIN person p ON p.id = n.value ->> 'person'
JOIN source s ON s.key = +?2
WHERE s.notice_automatic = 1
  AND NOT ${hasNotice('p.id')}`,
);

/** Who is due a notice from now on, each once. */
const DUE = `FROM json_each(?1) n
JOIN person p ON p.id = n.value ->> 'person'
WHERE NOT ${hasNotice('p.id')}
  AND NOT EXISTS (SELECT 1 FROM due_person d WHERE d.number = p.number)`;

/** How many those are; it belongs right before they are queued. */
export const COUNT_QUEUED = `
INSERT INTO due_notice_count (day, count)
SELECT CAST(?2 AS INTEGER) / ${DAY}, COUNT(DISTINCT p.id)
${DUE}
HAVING COUNT(*) > 0
ON CONFLICT (day) DO UPDATE SET count = count + excluded.count`;

/** A row for each run of numbers: those who are registered together have theirs in a row. */
export const QUEUE = `
INSERT INTO due_notice (last, first, source, due_at)
SELECT MAX(number), MIN(number), ?2, ?3
FROM (SELECT p.number, p.number - DENSE_RANK() OVER (ORDER BY p.number) AS run
  ${DUE})
GROUP BY run`;

/** Where the data of a person `p` came from: as it was noted for the notice, or else with their first consent. */
const SOURCE = `COALESCE((SELECT d.source FROM due_person d WHERE d.number = p.number),
    (SELECT source FROM standing WHERE person = p.id ORDER BY since LIMIT 1), 'manual')`;

/** The notice that their source has, and else the one for data from elsewhere. */
const TEMPLATE = `COALESCE((SELECT notice_template FROM source WHERE key = ${SOURCE}), 'source-notice')`;

/** A notice that was asked for by hand goes out also to who has had one. */
export const WRITE_AGAIN = insertEmails(
  'source-notice',
  {
    id: '?1',
    person: 'p.id',
    template: TEMPLATE,
    locale: 'COALESCE(?4, p.locale)',
    facts: { source: SOURCE },
    now: '?3',
  },
  `FROM person p
WHERE p.id = +?2`,
);

/** To many at once, each by their own source. ?1 is a JSON array of `Addressed`. */
export const WRITE_EACH = insertEmails(
  'source-notice',
  {
    id: "n.value ->> 'id'",
    person: 'p.id',
    template: TEMPLATE,
    locale: 'p.locale',
    facts: { source: SOURCE },
    now: '?2',
    scheduled: true,
  },
  `FROM json_each(?1) n
JOIN person p ON p.id = n.value ->> 'person'`,
);

/** In the order of their numbers, in which the row that they are in only begins later. */
export const ALL_NOTIFIED = `
DELETE FROM due_person
WHERE number IN (SELECT p.number FROM json_each(?1) n JOIN person p ON p.id = n.value ->> 'person')`;

export const NOTIFIED = 'DELETE FROM due_person WHERE person = ?1';

/** Makes the statements that notify people who were just registered, or queue them for a manual notice. */
export const writeNotices = (
  db: Database,
  emails: readonly Addressed[],
  { source, dueAt, now }: { source: string; dueAt: number; now: number },
): D1PreparedStatement[] => {
  const rows = JSON.stringify(emails);
  return [
    db.prepare(WRITE_NOTICES).bind(rows, source, now),
    db.prepare(COUNT_QUEUED).bind(rows, dueAt),
    db.prepare(QUEUE).bind(rows, source, dueAt),
  ];
};

/** Makes the statements that notify one person now, in their own language unless another is named. */
export const writeNotice = (
  db: Database,
  { id, person }: Addressed,
  { locale, now }: { locale?: string | undefined; now: number },
): D1PreparedStatement[] => [
  db.prepare(WRITE_AGAIN).bind(id, person, now, locale ?? null),
  db.prepare(NOTIFIED).bind(person),
];

/** Makes the statements that notify many people, each in their language and by the notice of their source. */
export const writeEachNotice = (
  db: Database,
  emails: readonly Addressed[],
  now: number,
): D1PreparedStatement[] => {
  const rows = JSON.stringify(emails);
  return [db.prepare(WRITE_EACH).bind(rows, now), db.prepare(ALL_NOTIFIED).bind(rows)];
};
