import { z } from 'zod';
import { FormDefinition, PersonField } from '../contract/definition.ts';
import { Condition, FieldKind } from '../contract/form.ts';
import { Key } from '../contract/words.ts';
import { audit, auditWhere } from '../platform/audit.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { parse } from '../platform/problems/zod.ts';
import { publishForm } from './publish.ts';
import { readForm } from './store.ts';

const text = z.record(z.string(), z.string());
const number = z.number().optional();

const DraftField = z.object({
  key: z.string(),
  kind: FieldKind,
  label: text,
  help: text.optional(),
  placeholder: text.optional(),
  required: z.boolean().optional(),
  width: z.enum(['full', 'half']).optional(),
  autocomplete: z.string().optional(),
  minLength: number,
  maxLength: number,
  min: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
  options: z.array(z.object({ value: z.string(), label: text })).optional(),
  value: z.string().optional(),
  when: Condition.optional(),
  stores: PersonField.optional(),
});
export type DraftField = z.infer<typeof DraftField>;

/** Colours and lengths as they were written; only publishing asks more of them. */
const colours = z.object({ light: z.string(), dark: z.string() }).optional();
const DraftStyle = z.object({
  ...{ accent: colours, error: colours, border: colours, field: colours, dialog: colours },
  ...{ radius: number, gap: number },
});
export type DraftStyle = z.infer<typeof DraftStyle>;

const DraftSection = z.object({
  key: z.string(),
  title: text.optional(),
  intro: text.optional(),
  when: Condition.optional(),
  fields: z.array(DraftField).default([]),
  purposes: z
    .array(
      z.object({
        purpose: z.string(),
        legalBasis: z.string().optional(),
        subscriptions: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});
export type DraftSection = z.infer<typeof DraftSection>;

/** A form that is being written: of the same shape as a `FormDefinition`, but it need not be complete. */
export const Draft = z.object({
  locale: z.string().default('en'),
  locales: z.array(z.string()).default(['en']),
  active: z.boolean().default(true),
  confirm: z.boolean().default(false),
  review: z.enum(['none', 'unknown', 'all']).default('none'),
  origins: z.array(z.string()).default([]),
  expiresAt: z.number().optional(),
  maxSubmissions: z.number().optional(),
  redirectHosts: z.array(z.string()).default([]),
  turnstile: z.boolean().default(true),
  style: DraftStyle.optional(),
  title: text.optional(),
  intro: text.optional(),
  submit: text.default({}),
  done: z
    .object({ title: text, text, redirect: z.string().optional() })
    .default({ title: {}, text: {} }),
  inactive: text.default({}),
  sections: z.array(DraftSection).default([]),
});
export type Draft = z.infer<typeof Draft>;

const READ = 'SELECT definition, updated_by, updated_at FROM form_draft WHERE form = ?1';

const WRITE = `
INSERT INTO form_draft (form, definition, updated_by, updated_at)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (form) DO UPDATE SET
  definition = excluded.definition,
  updated_by = excluded.updated_by,
  updated_at = excluded.updated_at`;

const DROP = 'DELETE FROM form_draft WHERE form = ?1';

/** A text without the locales in which nothing was written; undefined where none is left. */
const filled = (texts: Record<string, string> | undefined): Record<string, string> | undefined => {
  const kept = Object.entries(texts ?? {}).filter(([, value]) => value.trim() !== '');
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
};

/** A draft as the definition that it would be: what was left empty is not there. */
export const definitionOf = (draft: Draft): unknown => ({
  ...draft,
  title: filled(draft.title),
  intro: filled(draft.intro),
  submit: filled(draft.submit) ?? {},
  inactive: filled(draft.inactive) ?? {},
  done: {
    title: filled(draft.done.title) ?? {},
    text: filled(draft.done.text) ?? {},
    ...(draft.done.redirect ? { redirect: draft.done.redirect } : {}),
  },
  sections: draft.sections.map((section) => ({
    ...section,
    title: filled(section.title),
    intro: filled(section.intro),
    fields: section.fields.map((field) => ({
      ...field,
      label: filled(field.label) ?? {},
      help: filled(field.help),
      placeholder: filled(field.placeholder),
      options: field.options?.map(({ value, label }) => ({ value, label: filled(label) ?? {} })),
    })),
  })),
});

/** The draft of a form; where there is none, what is published; null where there is neither. */
export const readDraft = async (
  db: Database,
  form: string,
): Promise<{ draft: Draft; isDraft: boolean } | null> => {
  const kept = await db.prepare(READ).bind(form).first<{ definition: string }>();
  if (kept) return { draft: Draft.parse(JSON.parse(kept.definition)), isDraft: true };
  const published = await readForm(db, form);
  return published && { draft: Draft.parse(published.latest), isDraft: false };
};

/** Keeps a draft, which need not be complete. */
export const saveDraft = async (caller: Caller, form: string, draft: Draft): Promise<void> => {
  const { db, actor, now } = caller;
  await db.batch([
    db.prepare(WRITE).bind(form, JSON.stringify(draft), actor, now),
    audit(caller, { act: 'form.draft', object: form }),
  ]);
};

const IS_DRAFTED = 'EXISTS (SELECT 1 FROM form_draft WHERE form = ?7)';

/** Forgets the draft of a form; false where it has none. */
export const dropDraft = async (caller: Caller, form: string): Promise<boolean> => {
  const { db } = caller;
  const [, dropped] = await db.batch([
    auditWhere(caller, { act: 'form.drop', object: form }, IS_DRAFTED, form),
    db.prepare(DROP).bind(form),
  ]);
  return dropped?.meta.changes === 1;
};

/** Begins a draft under a key that no form has; 422 where one has it. */
export const beginDraft = async (caller: Caller, key: string, draft: Draft): Promise<void> => {
  const form = parse(Key, key);
  if (await readDraft(caller.db, form))
    throw new ProblemError('invalid-fields', {
      errors: [{ field: 'key', code: 'taken', message: 'A form has this key already.' }],
    });
  await saveDraft(caller, form, draft);
};

/** Publishes a draft, which then is none any more; throws 422 with what is missing. */
export const publishDraft = async (
  caller: Caller,
  key: string,
  draft: Draft,
): Promise<{ version: number; isNew: boolean }> => {
  const drop = caller.db.prepare(DROP).bind(key);
  return publishForm(caller, { key, definition: publishable(draft), also: [drop] });
};

/** A draft as a definition that can be published; throws 422 with what is missing. */
export const publishable = (draft: Draft): FormDefinition =>
  parse(FormDefinition, JSON.parse(JSON.stringify(definitionOf(draft))));
