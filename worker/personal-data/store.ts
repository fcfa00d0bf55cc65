import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { json, parseRows } from '../platform/rows.ts';
import { receiptOf } from '../submissions/store.ts';

export const LEGAL_BASES = `
SELECT legal_basis AS key, locale, name, description
FROM legal_basis_text`;

export const SOURCES = 'SELECT source AS key, locale, name FROM source_text';

const Named = z.object({ key: z.string(), locale: z.string(), name: z.string() });
const Described = Named.extend({ description: z.string() });

/** The words for legal bases and sources, in every locale that they have them in. */
export const readWords = async (db: Database) => {
  const [bases, sources] = await db.batch([db.prepare(LEGAL_BASES), db.prepare(SOURCES)]);
  return {
    legalBases: parseRows(Described, bases?.results),
    sources: parseRows(Named, sources?.results),
  };
};
export type Words = Awaited<ReturnType<typeof readWords>>;

export const PAUSES_OF = `
SELECT subscription, until
FROM pause
WHERE person = ?1 AND until > ?2`;

const PauseRow = z.object({ subscription: z.string(), until: z.number() });

/** What of a person's rests now: until when (UTC ms), by subscription type. */
export const pausesOf = async (
  db: Database,
  person: string,
  now: number,
): Promise<ReadonlyMap<string, number>> => {
  const { results } = await db.prepare(PAUSES_OF).bind(person, now).all();
  const rows = parseRows(PauseRow, results);
  return new Map(rows.map(({ subscription, until }) => [subscription, until]));
};

/** What was shown when a person last decided of each purpose. By primary keys. */
export const SHOWN_TO = `
SELECT i.key AS purpose, t.content
FROM person p
JOIN held h ON h.person = p.number
JOIN item i ON i.code = h.item
JOIN occasion o ON o.number = h.occasion
JOIN statement t ON t.number = o.statement
WHERE p.id = +?1 AND i.kind = 'purpose'`;

const ShownPurpose = z.object({ key: z.string(), text: z.string() });

/** Of a statement, be it a form's or the preference centre's own, what it says of purposes. */
const ShownPurposes = z.union([
  z.object({ locale: z.string(), purposes: z.array(ShownPurpose) }),
  z
    .object({
      locale: z.string(),
      sections: z.array(z.object({ purposes: z.array(ShownPurpose) })),
    })
    .transform(({ locale, sections }) => ({
      locale,
      purposes: sections.flatMap(({ purposes }) => purposes),
    })),
]);

const ShownRow = z.object({
  purpose: z.string(),
  content: json(ShownPurposes),
});

/** What stood beside the box when a person decided, and in which language. */
export type ShownThen = { text: string; locale: string };

/** The text that stood beside the box when a person last decided, by purpose. */
export const shownTo = async (
  db: Database,
  person: string,
): Promise<ReadonlyMap<string, ShownThen>> => {
  const { results } = await db.prepare(SHOWN_TO).bind(person).all();
  return new Map(
    parseRows(ShownRow, results).flatMap(({ purpose, content }) =>
      content.purposes
        .filter(({ key }) => key === purpose)
        .map(({ text }) => [purpose, { text, locale: content.locale }] as const),
    ),
  );
};

/** Uses submission_by_person. */
export const SUBMISSIONS_OF = `
SELECT s.id, s.form, s.version, ${receiptOf('s')} AS receipt, t.sha256 AS statement, s.locale, s.page, s.fields, s.decisions,
  s.recorded_at AS recordedAt
FROM submission s
JOIN statement t ON t.number = s.statement
WHERE s.person = +?1
ORDER BY s.id
LIMIT 1000`;

/** Uses outbox_by_person. */
export const EMAILS_OF = `
SELECT template, state, created_at AS createdAt, sent_at AS sentAt
FROM outbox
WHERE person = ?1
ORDER BY created_at
LIMIT 1000`;

const EmailRow = z.object({
  template: z.string(),
  state: z.string(),
  createdAt: z.number(),
  sentAt: z.number().nullable(),
});

/** Reads which emails a person was sent, oldest first. */
export const emailsOf = async (db: Database, person: string) => {
  const { results } = await db.prepare(EMAILS_OF).bind(person).all();
  return parseRows(EmailRow, results);
};

const SubmissionRow = z.object({
  id: z.string(),
  form: z.string(),
  version: z.number(),
  receipt: z.string(),
  statement: z.string(),
  locale: z.string(),
  page: z.string().nullable(),
  fields: json(z.record(z.string(), z.unknown())),
  decisions: json(z.unknown()),
  recordedAt: z.number(),
});

/** What a person has sent in forms, oldest first. */
export const submissionsOf = async (db: Database, person: string) => {
  const { results } = await db.prepare(SUBMISSIONS_OF).bind(person).all();
  return parseRows(SubmissionRow, results);
};

/** The forms that a person filled in, as they were defined and shown, the last first. Uses submission_by_person. */
export const FORMS_OF = `
SELECT v.definition, t.content
FROM submission s
JOIN form_version v ON v.form = s.form AND v.version = s.version
JOIN statement t ON t.number = s.statement
WHERE s.person = +?1
ORDER BY s.id DESC
LIMIT 20`;

const FormRow = z.object({
  definition: json(z.unknown()),
  content: json(z.unknown()),
});

/** A form that a person filled in. */
export type FilledIn = z.infer<typeof FormRow>;

/** Reads the forms that a person filled in, the last first. */
export const formsOf = async (db: Database, person: string) => {
  const { results } = await db.prepare(FORMS_OF).bind(person).all();
  return parseRows(FormRow, results);
};

/** Uses segment_person_by_person. */
export const SEGMENTS_OF = `
SELECT s.name
FROM segment_person one
JOIN segment s ON s.id = one.segment
WHERE one.person = +?1`;

/** By the primary key of each breach's people; breaches are few. */
export const BREACHES_OF = `
SELECT b.title, n.notified_at AS notifiedAt
FROM breach_case b
CROSS JOIN breach_notified n ON n.breach = b.id AND n.person = +?1`;

export const NOTICE_DUE = 'SELECT due_at AS dueAt FROM due_person WHERE person = ?1';

const SegmentRow = z.object({ name: z.string() });
const BreachRow = z.object({ title: z.string(), notifiedAt: z.number() });
const NoticeRow = z.object({ dueAt: z.number() });

/** Reads what else is kept of a person: the lists they are on, breaches, and whether a notice is due. */
export const alsoKeptOf = async (db: Database, person: string) => {
  const queries = [SEGMENTS_OF, BREACHES_OF, NOTICE_DUE].map((sql) => db.prepare(sql).bind(person));
  const [segments, breaches, notices] = await db.batch(queries);
  return {
    segments: parseRows(SegmentRow, segments?.results).map(({ name }) => name),
    breaches: parseRows(BreachRow, breaches?.results),
    noticeDueAt: parseRows(NoticeRow, notices?.results)[0]?.dueAt ?? null,
  };
};
