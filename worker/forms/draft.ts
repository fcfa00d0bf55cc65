import { z } from 'zod';
import { FormDefinition } from '../contract/definition.ts';
import { Draft } from '../contract/draft.ts';
import { keyOf } from '../contract/key-of.ts';
import { tidy } from '../contract/tidy.ts';
import { Key } from '../contract/words.ts';
import { audit, auditWhere } from '../platform/audit.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { parse } from '../platform/problems/zod.ts';
import { sizeErrors } from './check.ts';
import { publishForm } from './publish.ts';
import { readForm } from './store.ts';

export const READ = 'SELECT definition, updated_by, updated_at FROM form_draft WHERE form = ?1';

export const WRITE = `
INSERT INTO form_draft (form, definition, updated_by, updated_at)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (form) DO UPDATE SET
  definition = excluded.definition,
  updated_by = excluded.updated_by,
  updated_at = excluded.updated_at`;

export const DROP = 'DELETE FROM form_draft WHERE form = ?1';

/** A text without the locales in which nothing was written; undefined where none is left. */
const filled = (texts: Record<string, string> | undefined): Record<string, string> | undefined => {
  const kept = Object.entries(texts ?? {}).filter(([, value]) => tidy(value) !== '');
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

/** A draft as it is stored. Throws 422 where it could not be read back. */
const storable = (draft: Draft): string => {
  const json = JSON.stringify(draft);
  parse(Draft, JSON.parse(json));
  return json;
};

/** Keeps a draft, which need not be complete; throws 422 for one that is too large. */
export const saveDraft = async (caller: Caller, form: string, draft: Draft): Promise<void> => {
  const { db, actor, now } = caller;
  const errors = sizeErrors(draft);
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
  await db.batch([
    db.prepare(WRITE).bind(form, storable(draft), actor, now),
    audit(caller, { act: 'form.draft', object: form }),
  ]);
};

export const IS_DRAFTED = 'EXISTS (SELECT 1 FROM form_draft WHERE form = ?7)';

/** Forgets the draft of a form; false where it has none. */
export const dropDraft = async (caller: Caller, form: string): Promise<boolean> => {
  const { db } = caller;
  const [, dropped] = await db.batch([
    auditWhere(caller, { act: 'form.drop', object: form }, IS_DRAFTED, form),
    db.prepare(DROP).bind(form),
  ]);
  return dropped?.meta.changes === 1;
};

const keyIsTaken = () =>
  new ProblemError('invalid-fields', {
    errors: [{ field: 'key', code: 'taken', message: 'Another form has this key. Enter another.' }],
  });

/** Reads a key as it was typed; 422 for what is none. */
const keyFrom = (key: string): string => parse(z.object({ key: Key }), { key }).key;

/** Begins a draft under a key that no form has; 422 where one has it. */
export const beginDraft = async (caller: Caller, key: string, draft: Draft): Promise<void> => {
  const form = keyFrom(key);
  if (await readDraft(caller.db, form)) throw keyIsTaken();
  await saveDraft(caller, form, draft);
};

/** Finds a key for a form of this name that no form has: the name's own, or that with a number. */
export const freeKeyFor = async (db: Database, name: string): Promise<string> => {
  const wanted = keyOf(name) || 'form';
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? wanted : `${wanted}-${n}`;
    if (!(await readDraft(db, key))) return key;
  }
};

/** Whether the draft ?7 may have the key ?8: it was never published, and no form has that key. */
export const MAY_RENAME = `EXISTS (SELECT 1 FROM form_draft WHERE form = ?7)
  AND NOT EXISTS (SELECT 1 FROM form_draft WHERE form = ?8)
  AND NOT EXISTS (SELECT 1 FROM form WHERE key IN (?7, ?8))`;

export const RENAME = `
UPDATE OR IGNORE form_draft
SET form = ?2
WHERE form = ?1 AND NOT EXISTS (SELECT 1 FROM form WHERE key IN (?1, ?2))`;

/** Gives a form that was never published another key; 422 where a form has it, or this one was published. */
export const renameDraft = async (caller: Caller, from: string, key: string): Promise<string> => {
  const { db } = caller;
  const to = keyFrom(key);
  if (to === from) return to;
  const act = { act: 'form.rename', object: to, before: { key: from }, after: { key: to } };
  const [, renamed] = await db.batch([
    auditWhere(caller, act, MAY_RENAME, from, to),
    db.prepare(RENAME).bind(from, to),
  ]);
  if (renamed?.meta.changes !== 1) throw keyIsTaken();
  return to;
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
