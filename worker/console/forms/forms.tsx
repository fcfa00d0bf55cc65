import { Hono } from 'hono';
import { Draft } from '../../contract/draft.ts';
import { beginDraft, freeKeyFor, saveDraft } from '../../forms/draft.ts';
import { checkPage } from '../../forms/page-check.ts';
import { readVersion } from '../../forms/store.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { seenOf } from '../kit/editable.tsx';
import { redirectWith } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { fill, localised } from '../kit/words.ts';
import { showEmbed } from './embed.tsx';
import { showForms } from './list.tsx';
import { initialDraft, keyFor, showNewForm } from './new.tsx';
import { formKey, nameOf, readDraftOf } from './opened.ts';
import { draftFrom } from './posted.ts';
import { Display, showPreview } from './preview.ts';
import { removeForm, showRemoving } from './removing.tsx';
import { publishReviewed, showReview } from './review.tsx';
import { openEditor, saveEditor, showEditor } from './saving.tsx';
import { showStatistics } from './statistics.tsx';
import { showVersions } from './versions.tsx';
import { previewWords } from './words/preview.ts';
import { removingWords } from './words/removing.ts';

const previewEditor = async (c: ConsoleContext): Promise<Response> => {
  const posted = await readPosted(c);
  const draft = draftFrom(posted, await readDraftOf(c), c.get('timeZone'));
  return showPreview(c, formKey(c), draft, {
    locale: textOf(posted, 'preview-locale') || draft.locale,
    scheme: textOf(posted, 'preview-scheme') === 'dark' ? 'dark' : 'light',
    display: Display.parse(textOf(posted, 'preview-display')),
    pageText: localised(c, previewWords).pageText,
  });
};

/** Shows the draft as it is saved, to users who may only look at it. */
const previewSaved = async (c: ConsoleContext): Promise<Response> => {
  const draft = await readDraftOf(c);
  return showPreview(c, formKey(c), draft, {
    locale: c.req.query('locale') ?? draft.locale,
    scheme: 'light',
    display: '',
    pageText: '',
  });
};

/** Makes the published version that was posted the draft again. */
const restoreVersion = async (c: ConsoleContext): Promise<Response> => {
  const posted = await readPosted(c);
  const form = formKey(c);
  const kept = await readVersion(c.get('db'), form, Number(textOf(posted, 'version')));
  if (!kept) throw new ProblemError('not-found');
  const draft = Draft.parse(kept.definition);
  const [seen] = seenOf(posted);
  const saved = await attempt(() => saveDraft(callerOf(c), { form, seen }, draft));
  if (!saved.ok) return showEditor(c, draft, { seen, errors: saved.errors });
  return redirectWith(c, `/forms/${formKey(c)}`, 'done');
};

const exportForm = async (c: ConsoleContext): Promise<Response> => {
  c.header('Content-Disposition', `attachment; filename="${formKey(c)}.json"`);
  c.header('Cache-Control', 'no-store');
  return c.body(JSON.stringify(await readDraftOf(c), null, 2), 200, {
    'Content-Type': 'application/json',
  });
};

/** Begins a draft like another form's, under a name and a key that say so. */
const duplicateForm = async (c: ConsoleContext): Promise<Response> => {
  const draft = await readDraftOf(c);
  const name = fill(localised(c, removingWords).copyName, { name: nameOf(draft, formKey(c)) });
  const key = await freeKeyFor(c.get('db'), name);
  await beginDraft(callerOf(c), key, { ...draft, name });
  return c.redirect(`/console/forms/${key}`, 303);
};

const beginForm = async (c: ConsoleContext): Promise<Response> => {
  const posted = await readPosted(c);
  const begun = await attempt(async () => {
    const key = await keyFor(c, posted);
    await beginDraft(callerOf(c), key, await initialDraft(c, posted));
    return key;
  });
  if (!begun.ok) return showNewForm(c, { values: posted, errors: begun.errors });
  return c.redirect(`/console/forms/${begun.value}`, 303);
};

/** Lists forms, edits, previews and publishes them, and shows their code, numbers and versions. */
export const formScreens = new Hono<ConsoleApp>()
  .use(screenFor('forms'))
  .get('/', showForms)
  .get('/new', (c) => showNewForm(c))
  .post('/new', beginForm)
  .get('/:key', openEditor)
  .post('/:key', saveEditor)
  .get('/:key/preview', previewSaved)
  .post('/:key/preview', previewEditor)
  .get('/:key/publish', (c) => showReview(c))
  .post('/:key/publish', publishReviewed)
  .get('/:key/delete', (c) => showRemoving(c))
  .post('/:key/delete', removeForm)
  .get('/:key/embed', (c) => showEmbed(c, formKey(c)))
  .post('/:key/check', async (c) => {
    const page = textOf(await readPosted(c), 'page');
    return showEmbed(c, formKey(c), await checkPage(callerOf(c), formKey(c), page));
  })
  .get('/:key/statistics', (c) => showStatistics(c, formKey(c)))
  .get('/:key/versions', (c) => showVersions(c, formKey(c)))
  .post('/:key/restore', restoreVersion)
  .get('/:key/export', exportForm)
  .post('/:key/duplicate', duplicateForm);
