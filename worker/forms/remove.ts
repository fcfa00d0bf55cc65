import { auditWhere } from '../platform/audit.ts';
import type { Caller } from '../platform/caller.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { forgetCounts } from '../statistics/store.ts';
import { forget } from './cache.ts';
import { dropDraft } from './draft.ts';
import { readForm } from './store.ts';

/** Whether nobody has ever submitted the form ?7. */
export const IS_UNUSED = 'EXISTS (SELECT 1 FROM form WHERE key = ?7 AND submissions = 0)';

export const DELETE_SHOWN = `
DELETE FROM form_statement
WHERE form = ?1 AND EXISTS (SELECT 1 FROM form WHERE key = ?1 AND submissions = 0)`;

export const DELETE_VERSIONS = `
DELETE FROM form_version
WHERE form = ?1 AND EXISTS (SELECT 1 FROM form WHERE key = ?1 AND submissions = 0)`;

export const DELETE_FORM = 'DELETE FROM form WHERE key = ?1 AND submissions = 0';

/**
 * Deletes a form that nobody has submitted, with its versions, its draft and its counts. Throws 404 where there
 * is none, and 409 where somebody has: records name what they were shown.
 */
export const deleteForm = async (caller: Caller, key: string): Promise<void> => {
  const { db } = caller;
  const published = await readForm(db, key);
  if (!published) {
    if (await dropDraft(caller, key)) return;
    throw new ProblemError('not-found', { detail: 'There is no such form.' });
  }
  const act = { act: 'form.delete', object: key, before: published.latest };
  const results = await db.batch([
    auditWhere(caller, act, IS_UNUSED, key),
    forgetCounts(db, key),
    db.prepare(DELETE_SHOWN).bind(key),
    db.prepare(DELETE_VERSIONS).bind(key),
    db.prepare(DELETE_FORM).bind(key),
  ]);
  forget(key);
  if (results.at(-1)?.meta.changes !== 1)
    throw new ProblemError('conflict', {
      detail: 'People have submitted this form, so it is part of the evidence. Close it instead.',
    });
  await dropDraft(caller, key);
};
