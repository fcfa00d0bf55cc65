import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../access/guard.ts';
import { Draft } from '../contract/draft.ts';
import {
  Checked,
  CheckedDraft,
  FormCounts,
  Forms,
  FormTemplates,
  FormVersions,
  KeptDraft,
  PageToCheck,
  Published,
} from '../contract/forms.ts';
import { Key } from '../contract/words.ts';
import { readWholeLists } from '../lists/whole.ts';
import { seenIn, setTag } from '../platform/api/if-match.ts';
import { operation } from '../platform/api/operation.ts';
import { json, param, query } from '../platform/api/valid.ts';
import { callerOf } from '../platform/caller.ts';
import { readEdit } from '../platform/edits.ts';
import type { App, AppContext } from '../platform/env.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { lastDays } from '../platform/zone.ts';
import { knownBrand, knownZone } from '../settings/known-brand.ts';
import { readFormCounts } from '../statistics/store.ts';
import { dropDraft, publishStanding, readDraftToEdit, saveDraft } from './draft.ts';
import { listDrafts, listForms } from './list.ts';
import { checkPage } from './page-check.ts';
import { deleteForm } from './remove.ts';
import { formEdit } from './store.ts';
import { fromTemplate, templateNames } from './templates.ts';
import { readVersions } from './versions.ts';
import { warningsOf } from './warnings.ts';

const path = { key: Key };
const nothing = () => new ProblemError('not-found', { detail: 'There is no such form.' });

const Days = z.object({ days: z.coerce.number().int().min(1).max(366).default(30) });

/** A draft with what could be better about it. */
const withWarnings = async (c: AppContext, draft: Draft) => {
  const [lists, brand] = await Promise.all([readWholeLists(c.get('db')), knownBrand(c.get('db'))]);
  return { draft, warnings: warningsOf(draft, lists, brand) };
};

/** Writing forms, as the console's builder does. */
export const formWork = new Hono<App>()
  .get(
    '/',
    requires('forms'),
    operation({
      id: 'listForms',
      summary: 'List forms',
      description: 'Published forms, and the keys of drafts that were never published.',
      answers: { 200: Forms },
    }),
    async (c) => {
      const [forms, drafts] = await Promise.all([listForms(c.get('db')), listDrafts(c.get('db'))]);
      return c.json({ forms, drafts: drafts.map(({ key }) => key) });
    },
  )
  .delete(
    '/:key',
    requires('forms'),
    operation({
      id: 'deleteForm',
      summary: 'Delete a form that nobody has submitted',
      description:
        'With its versions, its draft and its statistics. Returns `conflict` once anyone has submitted it: close it instead.',
      answers: { 204: null },
      problems: ['not-found', 'conflict', 'invalid-fields'],
      edits: 'saves',
    }),
    param(path),
    async (c) => {
      await deleteForm(callerOf(c), { form: c.req.valid('param').key, seen: seenIn(c) });
      return c.body(null, 204);
    },
  )
  .get(
    '/:key/draft',
    requires('forms'),
    operation({
      id: 'readDraft',
      summary: 'Read the draft of a form',
      description: 'Returns the published definition if there is no draft (`isDraft` is false).',
      answers: { 200: KeptDraft },
      problems: ['not-found', 'invalid-fields'],
      edits: 'reads',
    }),
    param(path),
    async (c) => {
      const { key } = c.req.valid('param');
      const { edit, kept } = await readDraftToEdit(c.get('db'), key);
      if (!kept) throw nothing();
      setTag(c, edit);
      return c.json({ ...(await withWarnings(c, kept.draft)), isDraft: kept.isDraft });
    },
  )
  .put(
    '/:key/draft',
    requires('forms'),
    operation({
      id: 'saveDraft',
      summary: 'Save the draft of a form',
      description:
        'A draft may be incomplete, and the key may be new. Send the `definition` of an older version to restore it.',
      answers: { 200: CheckedDraft },
      problems: ['invalid-fields'],
      edits: 'saves',
    }),
    param(path),
    json(Draft),
    async (c) => {
      const draft = c.req.valid('json');
      const { key } = c.req.valid('param');
      setTag(c, await saveDraft(callerOf(c), { form: key, seen: seenIn(c) }, draft));
      return c.json(await withWarnings(c, draft));
    },
  )
  .delete(
    '/:key/draft',
    requires('forms'),
    operation({
      id: 'deleteDraft',
      summary: 'Delete the draft of a form',
      answers: { 204: null },
      problems: ['not-found', 'invalid-fields'],
      edits: 'saves',
    }),
    param(path),
    async (c) => {
      const { key } = c.req.valid('param');
      if (!(await dropDraft(callerOf(c), { form: key, seen: seenIn(c) }))) throw nothing();
      return c.body(null, 204);
    },
  )
  .post(
    '/:key/draft/published',
    requires('forms'),
    operation({
      id: 'publishDraft',
      summary: 'Publish the draft of a form',
      description: 'Returns `invalid-fields` with what is missing.',
      answers: { 200: Published, 201: Published },
      problems: ['not-found', 'invalid-fields'],
      edits: 'saves',
    }),
    param(path),
    async (c) => {
      const { key } = c.req.valid('param');
      const published = await publishStanding(callerOf(c), { form: key, seen: seenIn(c) });
      if (!published) throw nothing();
      setTag(c, await readEdit(c.get('db'), formEdit(key)));
      return c.json(published, published.isNew ? 201 : 200);
    },
  )
  .get(
    '/:key/versions',
    requires('forms'),
    operation({
      id: 'listVersions',
      summary: 'List the versions of a form',
      description: 'Newest first, each with its changes.',
      answers: { 200: FormVersions },
      problems: ['not-found', 'invalid-fields'],
    }),
    param(path),
    async (c) => {
      const versions = await readVersions(c.get('db'), c.req.valid('param').key);
      if (versions.length === 0) throw nothing();
      return c.json({ versions });
    },
  )
  .get(
    '/:key/statistics',
    requires('forms'),
    operation({
      id: 'readFormCounts',
      summary: 'Read the statistics of a form',
      description:
        'Counts per day and per origin of the submissions, with totals and those of the same number of days before. No visitor is tracked.',
      answers: { 200: FormCounts },
      problems: ['invalid-fields'],
    }),
    param(path),
    query(Days),
    async (c) => {
      const zone = await knownZone(c.get('db'));
      const { days } = c.req.valid('query');
      const [before = '', ...later] = lastDays(zone, 2 * days, Date.now());
      const since = later[days - 1] ?? before;
      return c.json(await readFormCounts(c.get('db'), c.req.valid('param').key, { since, before }));
    },
  )
  .post(
    '/:key/checks',
    requires('forms'),
    operation({
      id: 'checkPage',
      summary: 'Check whether a page embeds a form',
      answers: { 200: Checked },
      problems: ['invalid-fields'],
    }),
    param(path),
    json(PageToCheck),
    async (c) =>
      c.json(await checkPage(callerOf(c), c.req.valid('param').key, c.req.valid('json').page)),
  );

export const formTemplates = new Hono<App>().get(
  '/',
  requires('forms'),
  operation({
    id: 'listFormTemplates',
    summary: 'List form templates',
    answers: { 200: FormTemplates },
  }),
  (c) => c.json(Object.fromEntries(templateNames.map((name) => [name, fromTemplate(name)]))),
);
