import { auditWhere } from '../platform/audit.ts';
import type { Caller } from '../platform/caller.ts';
import { saveEdit } from '../platform/edits.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { forgetCounts, wasSubmitted } from '../statistics/store.ts';
import { forget } from './cache.ts';
import { type DraftOf, dropDraft } from './draft.ts';
import { formEdit, readForm } from './store.ts';

/** Whether nobody has ever submitted the form ?7. */
export const IS_UNUSED = `EXISTS (SELECT 1 FROM form WHERE key = ?7 AND NOT ${wasSubmitted('?7')})`;

export const DELETE_SHOWN = `
DELETE FROM form_statement
WHERE form = ?1 AND NOT ${wasSubmitted('?1')}`;

export const DELETE_VERSIONS = `
DELETE FROM form_version
WHERE form = ?1 AND NOT ${wasSubmitted('?1')}`;

export const DELETE_FORM = `
DELETE FROM form
WHERE key = ?1 AND NOT ${wasSubmitted('?1')}`;

/**
 * Deletes a form that nobody has submitted, with its versions, its draft and its counts. Throws 404 where there
 * is none, 409 where anyone has (records name what they were shown), and 412 where someone else has saved it
 * since it was seen.
 */
export const deleteForm = async (caller: Caller, { form, seen }: DraftOf): Promise<void> => {
  const { db } = caller;
  const published = await readForm(db, form);
  if (!published) {
    if (await dropDraft(caller, { form, seen })) return;
    throw new ProblemError('not-found', { detail: 'There is no such form.' });
  }
  const act = { act: 'form.delete', object: form, before: published.latest };
  await saveEdit(caller, { object: formEdit(form), seen }, [
    auditWhere(caller, act, IS_UNUSED, form),
    forgetCounts(db, form),
    db.prepare(DELETE_SHOWN).bind(form),
    db.prepare(DELETE_VERSIONS).bind(form),
    db.prepare(DELETE_FORM).bind(form),
  ]);
  forget(form);
  if (await readForm(db, form))
    throw new ProblemError('conflict', {
      detail: 'People have submitted this form, so it is part of the evidence. Close it instead.',
    });
  await dropDraft(caller, { form });
};
