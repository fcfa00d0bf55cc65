import { z } from 'zod';
import type { Republished } from '../contract/lists.ts';
import { OutOfQueries, openBudget, queryLimit } from '../platform/budget.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { MOST_TRIES, retryOvertaken } from '../platform/edits.ts';
import { parseRows } from '../platform/rows.ts';
import { readDraftToEdit, saveDraft } from './draft.ts';
import { type Grounds, type Published, publishOver, readBefore, readGrounds } from './publish.ts';

/** Forms whose current version asks for a purpose, or names a subscription type under it. */
export const NAMING = `
SELECT DISTINCT f.key,
  COALESCE(f.definition ->> '$.name', v.definition ->> ('$.title.' || f.locale), f.key) AS name,
  v.published_at AS publishedAt
FROM form f
JOIN form_version v ON v.form = f.key AND v.version = f.version
JOIN json_each(v.definition, '$.sections') s
JOIN json_each(s.value, '$.purposes') p
WHERE p.value ->> '$.purpose' = ?1
  OR EXISTS (SELECT 1 FROM json_each(p.value, '$.subscriptions') WHERE value = ?2)
ORDER BY f.key`;

/** Drafts that name a subscription type. */
export const DRAFTS_NAMING = `
SELECT DISTINCT d.form
FROM form_draft d
JOIN json_each(d.definition, '$.sections') s
JOIN json_each(s.value, '$.purposes') p
JOIN json_each(p.value, '$.subscriptions') t
WHERE t.value = +?1`;

/** What has changed of the lists. */
export type Changed = {
  purpose?: string;
  subscription?: string;
  /** The subscription type is no longer offered: forms leave it out. */
  isEnded?: boolean;
};

const NamedForm = z.object({ key: z.string(), name: z.string(), publishedAt: z.number() });

/** Lists the published forms that ask for a purpose or name a subscription type, with what staff call them. */
export const formsNaming = async (
  db: Database,
  { purpose = '', subscription = '' }: Changed,
): Promise<z.infer<typeof NamedForm>[]> =>
  parseRows(NamedForm, (await db.prepare(NAMING).bind(purpose, subscription).all()).results);

type Asking = { sections: { purposes: { subscriptions: string[] }[] }[] };

/** Returns a form without a subscription type; its purposes stay. */
const without = <Form extends Asking>(form: Form, subscription: string): Form => ({
  ...form,
  sections: form.sections.map((section) => ({
    ...section,
    purposes: section.purposes.map((asked) => ({
      ...asked,
      subscriptions: asked.subscriptions.filter((key) => key !== subscription),
    })),
  })),
});

/** Takes a subscription type out of a draft as it stands; again where another save was faster. */
const leaveDraft = (caller: Caller, form: string, subscription: string): Promise<void> =>
  retryOvertaken(async () => {
    const { edit, kept } = await readDraftToEdit(caller.db, form);
    if (kept?.isDraft)
      await saveDraft(caller, { form, seen: edit.version }, without(kept.draft, subscription));
  });

const FormRow = z.object({ form: z.string() });

const leaveDrafts = async (caller: Caller, subscription: string): Promise<void> => {
  const { results } = await caller.db.prepare(DRAFTS_NAMING).bind(subscription).all();
  for (const { form } of parseRows(FormRow, results)) await leaveDraft(caller, form, subscription);
};

/**
 * Publishes a form again where it shows other words than those of now; reads everything again where someone else
 * was faster, the words too. Null where there is no such form.
 */
const republishOne = async (
  caller: Caller,
  key: string,
  { subscription = '', isEnded = false }: Changed,
  grounds: Grounds,
): Promise<Published | null> => {
  const { db } = caller;
  for (let tries = 1, known = grounds; ; tries++) {
    const before = await readBefore(db, key);
    if (!before.form) return null;
    const { latest } = before.form;
    const definition = isEnded ? without(latest, subscription) : latest;
    const again = { key, definition, onlyIfNew: true };
    const published = await publishOver(caller, again, before, known);
    if (published.state !== 'overtaken' || tries === MOST_TRIES) return published;
    known = await readGrounds(db);
  }
};

/** What is wrong with a form that others keep publishing. */
const BUSY = [
  { field: '', code: 'overtaken', message: 'Others publish it at this moment. Save again.' },
];

const LATER = [
  {
    field: '',
    code: 'later',
    message: 'More forms show it than one save can publish. Save again.',
  },
];

/** So many queries the request has made before, and makes after. */
const OTHER_QUERIES = 10;

/** Does something for one form; returns false where D1 would answer no more of it in this request. */
const isInBudget = async (work: () => Promise<unknown>): Promise<boolean> => {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof OutOfQueries) return false;
    throw error;
  }
};

/**
 * Publishes every form that shows other words of a purpose or subscription type than those of now, or that offers
 * a subscription type which has ended: those that were published longest ago first, so that another save goes on
 * with what this one cannot do.
 */
export const republish = async (asking: Caller, changed: Changed): Promise<Republished> => {
  const { db } = openBudget(asking.db, queryLimit(asking.env) - OTHER_QUERIES);
  const caller: Caller = { ...asking, db };
  const { subscription = '', isEnded = false } = changed;
  const answer: Republished = { published: [], failed: [] };
  const grounds = await readGrounds(db);
  const forms = await formsNaming(db, changed);
  // First, so that forms are left for another save where a draft is.
  if (isEnded) await isInBudget(() => leaveDrafts(caller, subscription));
  for (const { key } of forms.toSorted((one, other) => one.publishedAt - other.publishedAt)) {
    const isDone = await isInBudget(async () => {
      const published = await republishOne(caller, key, changed, grounds);
      if (published?.state === 'wrong') answer.failed.push({ form: key, errors: published.errors });
      if (published?.state === 'overtaken') answer.failed.push({ form: key, errors: BUSY });
      if (published?.state === 'published' && published.isNew)
        answer.published.push({ form: key, version: published.version });
    });
    if (!isDone) answer.failed.push({ form: key, errors: LATER });
  }
  return answer;
};
