import { z } from 'zod';
import { FormDefinition } from '../contract/definition.ts';
import { Draft } from '../contract/draft.ts';
import { keyOf } from '../contract/key-of.ts';
import { tidy } from '../contract/tidy.ts';
import { Key } from '../contract/words.ts';
import { audit, auditWhere } from '../platform/audit.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import {
  type Edit,
  readEdit,
  retryOvertaken,
  saveEdit,
  saveEdits,
  wasOvertaken,
} from '../platform/edits.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { parse } from '../platform/problems/zod.ts';
import { sizeErrors } from './check.ts';
import { type PublishedForm, publishForm } from './publish.ts';
import { formEdit, readForm } from './store.ts';

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

/** What can be edited of a form: its draft, or what is published. */
type KeptDraft = { draft: Draft; isDraft: boolean };

/** The draft of a form; where there is none, what is published; null where there is neither. */
export const readDraft = async (db: Database, form: string): Promise<KeptDraft | null> => {
  const kept = await db.prepare(READ).bind(form).first<{ definition: string }>();
  if (kept) return { draft: Draft.parse(JSON.parse(kept.definition)), isDraft: true };
  const published = await readForm(db, form);
  return published && { draft: Draft.parse(published.latest), isDraft: false };
};

/** A draft as `readDraft` reads it, and how often the form was saved: to edit it. */
export const readDraftToEdit = async (
  db: Database,
  form: string,
): Promise<{ edit: Edit; kept: KeptDraft | null }> => {
  const [edit, kept] = await Promise.all([readEdit(db, formEdit(form)), readDraft(db, form)]);
  return { edit, kept };
};

/** A draft as it is stored. Throws 422 where it could not be read back. */
const storable = (draft: Draft): string => {
  const json = JSON.stringify(draft);
  parse(Draft, JSON.parse(json));
  return json;
};

/** A draft to save: of which form, and the version that its editor saw. */
export type DraftOf = { form: string; seen?: number | undefined };

/**
 * Keeps a draft, which need not be complete. Throws 422 for one that is too large, and 412 where someone else has
 * saved or published the form since it was seen.
 */
export const saveDraft = async (
  caller: Caller,
  { form, seen }: DraftOf,
  draft: Draft,
): Promise<Edit> => {
  const { db, actor, now } = caller;
  const errors = sizeErrors(draft);
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
  return saveEdit(caller, { object: formEdit(form), seen }, [
    db.prepare(WRITE).bind(form, storable(draft), actor, now),
    audit(caller, { act: 'form.draft', object: form }),
  ]);
};

/** Forgets the draft of a form; false where it has none. Throws 412 as `saveDraft` does. */
export const dropDraft = async (caller: Caller, { form, seen }: DraftOf): Promise<boolean> => {
  const { db } = caller;
  if (!(await db.prepare(READ).bind(form).first())) return false;
  await saveEdit(caller, { object: formEdit(form), seen }, [
    db.prepare(DROP).bind(form),
    audit(caller, { act: 'form.drop', object: form }),
  ]);
  return true;
};

const keyIsTaken = () =>
  new ProblemError('invalid-fields', {
    errors: [{ field: 'key', code: 'taken', message: 'Another form has this key. Enter another.' }],
  });

/** Reads a key as it was typed; 422 for what is none. */
const keyFrom = (key: string): string => parse(z.object({ key: Key }), { key }).key;

/** Begins a draft under a key that no form has; 422 where one has it, also where two begin at once. */
export const beginDraft = async (caller: Caller, key: string, draft: Draft): Promise<void> => {
  const form = keyFrom(key);
  const { edit, kept } = await readDraftToEdit(caller.db, form);
  if (kept) throw keyIsTaken();
  try {
    await saveDraft(caller, { form, seen: edit.version }, draft);
  } catch (error) {
    throw wasOvertaken(error) ? keyIsTaken() : error;
  }
};

/** Finds a key for a form of this name that no form has: the name's own, or that with a number. */
export const freeKeyFor = async (db: Database, name: string): Promise<string> => {
  const wanted = keyOf(name) || 'form';
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? wanted : `${wanted}-${n}`;
    if (!(await readDraft(db, key))) return key;
  }
};

/** Moves a draft to a key; one of a form that was published stays where it is. */
export const RENAME = `
UPDATE form_draft
SET form = ?2
WHERE form = ?1 AND NOT EXISTS (SELECT 1 FROM form WHERE key IN (?1, ?2))`;

/** Whether a draft is under the key ?7, as a condition of the audit entry of bringing it there. */
export const IS_DRAFTED = 'EXISTS (SELECT 1 FROM form_draft WHERE form = ?7)';

/**
 * Gives a form that was never published another key. Throws 422 where a form has it or this one was published,
 * and 412 where someone else has saved it since it was seen.
 */
export const renameDraft = async (
  caller: Caller,
  { form: from, seen }: DraftOf,
  key: string,
): Promise<{ key: string; edit: Edit }> => {
  const { db } = caller;
  const to = keyFrom(key);
  const stands = await readEdit(db, formEdit(from));
  if (to === from) return { key: to, edit: stands };
  const free = await readDraftToEdit(db, to);
  if (free.kept) throw keyIsTaken();
  const act = { act: 'form.rename', object: to, before: { key: from }, after: { key: to } };
  const [edit] = await saveEdits(
    caller,
    [
      { object: formEdit(to), seen: free.edit.version },
      { object: formEdit(from), seen: seen ?? stands.version },
    ],
    [db.prepare(RENAME).bind(from, to), auditWhere(caller, act, IS_DRAFTED, to)],
  );
  if (!edit || !(await db.prepare(READ).bind(to).first())) throw keyIsTaken();
  return { key: to, edit };
};

/** Publishes a draft, which then is none any more; throws 422 with what is missing, and 412 as `saveDraft` does. */
export const publishDraft = async (
  caller: Caller,
  { form, seen }: DraftOf,
  draft: Draft,
): Promise<PublishedForm> => {
  const drop = caller.db.prepare(DROP).bind(form);
  return publishForm(caller, { key: form, definition: publishable(draft), also: [drop], seen });
};

/**
 * Publishes the draft of a form as it stands, or what is published where there is none; null where there is
 * neither. Throws as `publishDraft` does; without `seen`, a draft that is saved meanwhile is published instead.
 */
export const publishStanding = async (
  caller: Caller,
  { form, seen }: DraftOf,
): Promise<PublishedForm | null> => {
  const publish = async () => {
    const { edit, kept } = await readDraftToEdit(caller.db, form);
    return kept && publishDraft(caller, { form, seen: seen ?? edit.version }, kept.draft);
  };
  return seen === undefined ? retryOvertaken(publish) : publish();
};

/** A draft as a definition that can be published; throws 422 with what is missing. */
export const publishable = (draft: Draft): FormDefinition =>
  parse(FormDefinition, JSON.parse(JSON.stringify(definitionOf(draft))));
