// Notifies people whose data came from elsewhere (GDPR art. 14), in the batch that registers them or asks for it.
import { type Addressed, insertEmails } from '../../outbox/queue.ts';
import type { Database } from '../../platform/database.ts';

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
JOIN source s ON s.key = ?2
WHERE (s.notice_automatic = 1 OR ?4 = 1)
  AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.person = p.id AND o.template IN ('source-notice', 'privacy-notice'))`,
);

export const QUEUE = `
INSERT INTO due_notice (person, source, due_at)
SELECT p.id, ?2, ?3
FROM json_each(?1) n
JOIN person p ON p.id = n.value ->> 'person'
WHERE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.person = p.id AND o.template IN ('source-notice', 'privacy-notice'))
ON CONFLICT (person) DO NOTHING`;

/** A notice that was asked for by hand goes out also to who has had one. */
export const WRITE_AGAIN = insertEmails(
  'source-notice',
  {
    id: '?1',
    person: 'p.id',
    locale: 'COALESCE(?4, p.locale)',
    facts: {
      source:
        "COALESCE((SELECT source FROM standing WHERE person = p.id ORDER BY since LIMIT 1), 'manual')",
    },
    now: '?3',
  },
  `FROM person p
WHERE p.id = ?2`,
);

export const NOTIFIED = 'DELETE FROM due_notice WHERE person = ?1';

/** Makes the statements that notify people who were just registered, or queue them for a manual notice. */
export const writeNotices = (
  db: Database,
  emails: readonly Addressed[],
  {
    source,
    dueAt,
    now,
    isForced = false,
  }: { source: string; dueAt: number; now: number; isForced?: boolean },
): D1PreparedStatement[] => {
  const rows = JSON.stringify(emails);
  return [
    db.prepare(WRITE_NOTICES).bind(rows, source, now, isForced ? 1 : 0),
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
