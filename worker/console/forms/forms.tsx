import { Hono } from 'hono';
import { Draft } from '../../contract/draft.ts';
import { beginDraft, publishDraft, readDraft, saveDraft } from '../../forms/draft.ts';
import { checkPage } from '../../forms/page-check.ts';
import { readVersion } from '../../forms/store.ts';
import { warningsOf } from '../../forms/warnings.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { knownBrand } from '../../settings/known-brand.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import type { Submitted } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { requireRight } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { Editor } from './editor.tsx';
import { showEmbed } from './embed.tsx';
import { showForms } from './list.tsx';
import { initialDraft, showNewForm } from './new.tsx';
import { applyButton, draftFrom } from './posted.ts';
import { Display, showPreview } from './preview.ts';
import { showStatistics } from './statistics.tsx';
import { FormTabs } from './tabs.tsx';
import { showVersions } from './versions.tsx';
import { editorWords } from './words/editor.ts';
import { previewWords } from './words/preview.ts';

const formKey = (c: ConsoleContext): string => c.req.param('key') ?? '';

const readDraftOf = async (c: ConsoleContext): Promise<Draft> => {
  const kept = await readDraft(c.get('db'), formKey(c));
  if (!kept) throw new ProblemError('not-found');
  return kept.draft;
};

/** Shows the editor; `locale` is the language whose texts are edited. */
const showEditor = async (
  c: ConsoleContext,
  draft: Draft,
  {
    locale = draft.locale,
    submitted = {},
    message,
  }: { locale?: string; submitted?: Submitted; message?: string | undefined } = {},
) => {
  const form = formKey(c);
  const [names, brand] = await Promise.all([
    readNames(c.get('db'), localeOf(c)),
    knownBrand(c.get('db')),
  ]);
  const editing = {
    c,
    form,
    draft,
    names,
    submitted,
    locale: draft.locales.includes(locale) ? locale : draft.locale,
    warnings: warningsOf(draft, names.lists, brand),
  };
  return show(
    c,
    {
      title: draft.title?.[draft.locale] || form,
      back: ['/forms', wordsOf(c).forms],
      actions: <FormTabs c={c} form={form} />,
      children: <Editor editing={editing} />,
      message,
    },
    submitted.errors ? 422 : 200,
  );
};

const publish = async (c: ConsoleContext, draft: Draft, locale: string): Promise<Response> => {
  const published = await attempt(() => publishDraft(callerOf(c), formKey(c), draft));
  if (!published.ok)
    return showEditor(c, draft, { locale, submitted: { errors: published.errors } });
  const { version, isNew } = published.value;
  const own = localised(c, editorWords);
  const message = fill(isNew ? own.published : own.unchanged, { n: version });
  return showEditor(c, draft, { locale, message });
};

/** Saves what the editor posted, and does what its button asks for. */
const saveEditor = async (c: ConsoleContext): Promise<Response> => {
  const posted = await readPosted(c);
  const button = textOf(posted, 'do') || 'save';
  const draft = applyButton(draftFrom(posted, await readDraftOf(c), c.get('timeZone')), button);
  const locale = textOf(posted, 'editing');
  await saveDraft(callerOf(c), formKey(c), draft);
  if (button === 'publish') return publish(c, draft, locale);
  if (button.startsWith('edit:')) return showEditor(c, draft, { locale: button.slice(5) });
  const message = button === 'save' ? wordsOf(c).saved : undefined;
  return showEditor(c, draft, { locale, message });
};

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

/** Makes the published version that was posted the draft again. */
const restoreVersion = async (c: ConsoleContext): Promise<Response> => {
  const version = Number(textOf(await readPosted(c), 'version'));
  const kept = await readVersion(c.get('db'), formKey(c), version);
  if (!kept) throw new ProblemError('not-found');
  await saveDraft(callerOf(c), formKey(c), Draft.parse(kept.definition));
  return redirectWith(c, `/forms/${formKey(c)}`, 'done');
};

const exportForm = async (c: ConsoleContext): Promise<Response> => {
  c.header('Content-Disposition', `attachment; filename="${formKey(c)}.json"`);
  c.header('Cache-Control', 'no-store');
  return c.body(JSON.stringify(await readDraftOf(c), null, 2), 200, {
    'Content-Type': 'application/json',
  });
};

/** Lists forms, edits, previews and publishes them, and shows their code, numbers and versions. */
export const formScreens = new Hono<ConsoleApp>()
  .use(requireRight('forms'))
  .get('/', showForms)
  .get('/new', (c) => showNewForm(c))
  .post('/new', async (c) => {
    const posted = await readPosted(c);
    const key = textOf(posted, 'key').trim();
    const begun = await attempt(async () =>
      beginDraft(callerOf(c), key, await initialDraft(c, posted)),
    );
    if (!begun.ok) return showNewForm(c, { values: posted, errors: begun.errors });
    return c.redirect(`/console/forms/${key}`, 303);
  })
  .get('/:key', async (c) => showEditor(c, await readDraftOf(c)))
  .post('/:key', saveEditor)
  .post('/:key/preview', previewEditor)
  .get('/:key/embed', (c) => showEmbed(c, formKey(c)))
  .post('/:key/check', async (c) => {
    const page = textOf(await readPosted(c), 'page');
    return showEmbed(c, formKey(c), await checkPage(callerOf(c), formKey(c), page));
  })
  .get('/:key/statistics', (c) => showStatistics(c, formKey(c)))
  .get('/:key/versions', (c) => showVersions(c, formKey(c)))
  .post('/:key/restore', restoreVersion)
  .get('/:key/export', exportForm)
  .post('/:key/duplicate', async (c) => {
    const draft = await readDraftOf(c);
    const key = `${formKey(c).slice(0, 50)}-${crypto.randomUUID().slice(0, 4)}`;
    await beginDraft(callerOf(c), key, draft);
    return c.redirect(`/console/forms/${key}`, 303);
  });
