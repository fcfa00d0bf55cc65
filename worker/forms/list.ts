import { z } from 'zod';
import type { ListedForm } from '../contract/forms.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';
import { submissionsOf } from '../statistics/store.ts';

export const FORMS = `
SELECT f.key, f.version, f.active, ${submissionsOf('f.key')} AS submissions, f.expires_at AS expiresAt,
  f.max_submissions AS maxSubmissions, f.updated_at AS updatedAt, f.locale,
  COALESCE(f.definition ->> '$.name', v.definition ->> ('$.title.' || f.locale)) AS title,
  EXISTS (SELECT 1 FROM form_draft WHERE form = f.key) AS drafted
FROM form f
CROSS JOIN form_version v ON v.form = f.key AND v.version = f.version
ORDER BY f.updated_at DESC
LIMIT 500`;

export const DRAFTS = `
SELECT form, COALESCE(
    NULLIF(definition ->> '$.name', ''),
    NULLIF(definition ->> ('$.title.' || (definition ->> '$.locale')), '')) AS name,
  updated_at AS updatedAt
FROM form_draft
WHERE form NOT IN (SELECT key FROM form)
ORDER BY updated_at DESC
LIMIT 200`;

const Row = z
  .object({
    key: z.string(),
    version: z.number(),
    active: z.number(),
    submissions: z.number(),
    expiresAt: z.number().nullable(),
    maxSubmissions: z.number().nullable(),
    updatedAt: z.number(),
    title: z.string().nullable(),
    drafted: z.number(),
  })
  .transform(({ active, expiresAt, maxSubmissions, title, drafted, ...row }) => ({
    ...row,
    name: title ?? row.key,
    isOpen:
      active === 1 &&
      (expiresAt === null || expiresAt > Date.now()) &&
      (maxSubmissions === null || row.submissions < maxSubmissions),
    isDrafted: drafted === 1,
  }));

export const listForms = async (db: Database): Promise<ListedForm[]> =>
  parseRows(Row, (await db.prepare(FORMS).all()).results);

const DraftRow = z
  .object({ form: z.string(), name: z.string().nullable(), updatedAt: z.number() })
  .transform(({ form, name, updatedAt }) => ({ key: form, name: name ?? form, updatedAt }));

/** A form that was never published: its key, its name and when it was last saved. */
export type ListedDraft = z.infer<typeof DraftRow>;

/** Lists the drafts that were never published, the newest first. */
export const listDrafts = async (db: Database): Promise<ListedDraft[]> =>
  parseRows(DraftRow, (await db.prepare(DRAFTS).all()).results);
