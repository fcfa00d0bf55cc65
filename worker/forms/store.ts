import { z } from 'zod';
import { type FormDefinition, KeptDefinition } from '../contract/definition.ts';
import { FormView } from '../contract/form.ts';
import type { Statement } from '../ledger/statement.ts';
import type { Database } from '../platform/database.ts';
import { flag, json, parseRows } from '../platform/rows.ts';
import { submissionsOf } from '../statistics/store.ts';

/** Names a form, with its draft, among what is edited as a whole. */
export const formEdit = (key: string): string => `form/${key}`;

export const FORM = `
SELECT key, version, locale, active, review, origins, expires_at AS expiresAt,
  max_submissions AS maxSubmissions, ${submissionsOf('form.key')} AS submissions,
  inactive, definition,
  (SELECT value FROM setting WHERE key = 'evidence-days') AS evidenceDays,
  (SELECT value FROM setting WHERE key = 'confirm-hours') AS confirmHours,
  (SELECT value FROM setting WHERE key = 'heed-privacy-control') AS heedsPrivacyControl
FROM form
WHERE key = ?1`;

export const VERSION = `
SELECT v.version, v.definition, s.locale, s.part, s.statement, t.content
FROM form_version v
JOIN form_statement s ON s.form = v.form AND s.version = v.version
JOIN statement t ON t.sha256 = s.statement
WHERE v.form = +?1 AND v.version = COALESCE(?2, (SELECT version FROM form WHERE key = ?1))`;

const FormRow = z.object({
  key: z.string(),
  version: z.number(),
  locale: z.string(),
  active: flag,
  review: z.enum(['none', 'unknown', 'all']),
  origins: json(z.array(z.string())),
  expiresAt: z.number().nullable(),
  maxSubmissions: z.number().nullable(),
  submissions: z.number(),
  inactive: json(z.record(z.string(), z.string())),
  definition: json(KeptDefinition).nullable(),
  evidenceDays: json(z.number()).nullable(),
  confirmHours: json(z.number()).nullable(),
  heedsPrivacyControl: json(z.boolean()).nullable(),
});

const VersionRow = z.object({
  version: z.number(),
  definition: json(KeptDefinition),
  locale: z.string(),
  part: z.string(),
  statement: z.string(),
  content: json(FormView),
});

/** The settings of a form, which may change under a running version. Times are UTC ms. */
export type FormSettings = {
  key: string;
  version: number;
  locale: string;
  active: boolean;
  /** Whose fields are kept with the person only after manual review. */
  review: 'none' | 'unknown' | 'all';
  origins: string[];
  expiresAt: number | null;
  maxSubmissions: number | null;
  submissions: number;
  /** The message of a closed form, per locale. */
  inactive: Record<string, string>;
  /** Days that address and browser of a submission are kept; 0 keeps none. */
  evidenceDays: number;
  /** How long a confirmation is good. */
  confirmHours: number;
  /** Whether Global Privacy Control keeps notices of legitimate interest from taking effect. */
  heedsPrivacyControl: boolean;
};

/** What one version shows in one locale, and under which hash. */
export type Shown = { view: FormView; statement: string };

/** An immutable version: its definition, and what it shows by `locale/part`. */
export type FormVersion = {
  version: number;
  definition: FormDefinition;
  shown: ReadonlyMap<string, Shown>;
};

const settings = ({ definition: _, ...row }: z.infer<typeof FormRow>): FormSettings => ({
  ...row,
  evidenceDays: row.evidenceDays ?? 0,
  confirmHours: row.confirmHours ?? 48,
  heedsPrivacyControl: row.heedsPrivacyControl ?? false,
});

const version = (rows: z.infer<typeof VersionRow>[]): FormVersion | null => {
  const [first] = rows;
  if (!first) return null;
  return {
    version: first.version,
    definition: first.definition,
    shown: new Map(
      rows.map(({ locale, part, statement, content }) => [
        `${locale}/${part}`,
        { statement, view: content },
      ]),
    ),
  };
};

/** A form: its settings, its current version, and all of it as it was last published. */
export type ReadForm = { settings: FormSettings; current: FormVersion; latest: FormDefinition };

/** A form, in one round trip; null where there is no such form. */
export const readForm = async (db: Database, key: string): Promise<ReadForm | null> => {
  const [form, shown] = await db.batch([
    db.prepare(FORM).bind(key),
    db.prepare(VERSION).bind(key, null),
  ]);
  const [row] = parseRows(FormRow, form?.results);
  const current = version(parseRows(VersionRow, shown?.results));
  if (!row || !current) return null;
  const latest = row.definition ?? current.definition;
  return { settings: settings(row), current, latest };
};

/** An older version, for a visitor who loaded the page before a newer one was published. */
export const readVersion = async (
  db: Database,
  key: string,
  number: number,
): Promise<FormVersion | null> => {
  const { results } = await db.prepare(VERSION).bind(key, number).all();
  return version(parseRows(VersionRow, results));
};

export const WRITE_FORM = `
INSERT INTO form (key, version, locale, active, origins, expires_at, max_submissions, inactive, updated_at, review, definition)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (key) DO UPDATE SET
  version = excluded.version,
  locale = excluded.locale,
  active = excluded.active,
  origins = excluded.origins,
  expires_at = excluded.expires_at,
  max_submissions = excluded.max_submissions,
  inactive = excluded.inactive,
  updated_at = iif(form.definition = excluded.definition, form.updated_at, excluded.updated_at),
  review = excluded.review,
  definition = excluded.definition`;

/** Writes a form's settings and points it at a version. */
export const writeForm = (
  db: Database,
  key: string,
  number: number,
  definition: FormDefinition,
  now: number,
): D1PreparedStatement =>
  db
    .prepare(WRITE_FORM)
    .bind(
      key,
      number,
      definition.locale,
      definition.active ? 1 : 0,
      JSON.stringify(definition.origins),
      definition.expiresAt ?? null,
      definition.maxSubmissions ?? null,
      JSON.stringify(definition.inactive),
      now,
      definition.review,
      JSON.stringify(definition),
    );

export const WRITE_VERSION = `
INSERT INTO form_version (form, version, definition, published_at)
VALUES (?1, ?2, ?3, ?4)`;

export const WRITE_SHOWN = `
INSERT INTO form_statement (form, version, locale, part, statement)
SELECT ?1, ?2, s.value ->> 'locale', s.value ->> 'part', s.value ->> 'sha256'
FROM json_each(?3) s`;

/** Writes an immutable version with the statements that it shows; those must be kept already. */
export const writeVersion = (
  db: Database,
  key: string,
  number: number,
  definition: FormDefinition,
  shown: readonly { locale: string; part: string; statement: Statement }[],
  now: number,
): D1PreparedStatement[] => [
  db.prepare(WRITE_VERSION).bind(key, number, JSON.stringify(definition), now),
  db
    .prepare(WRITE_SHOWN)
    .bind(
      key,
      number,
      JSON.stringify(
        shown.map(({ locale, part, statement: { sha256 } }) => ({ locale, part, sha256 })),
      ),
    ),
];
