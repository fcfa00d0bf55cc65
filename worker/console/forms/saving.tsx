import type { Draft } from '../../contract/draft.ts';
import type { FieldError } from '../../contract/problem.ts';
import { renameDraft, saveDraft } from '../../forms/draft.ts';
import { readForm } from '../../forms/store.ts';
import { warningsOf } from '../../forms/warnings.ts';
import { callerOf } from '../../platform/caller.ts';
import { knownBrand } from '../../settings/known-brand.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { readNames } from '../kit/names.ts';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { applyButton } from './buttons.ts';
import { Editor } from './editor.tsx';
import { placed } from './errors.ts';
import { formKey, nameOf, readDraftOf } from './opened.ts';
import { draftFrom } from './posted.ts';
import { FormTabs } from './tabs.tsx';
import { editorWords } from './words/editor.ts';

/** What the editor shows besides the draft. */
type Showing = {
  /** The language whose texts are edited. */
  locale?: string;
  focus?: string;
  errors?: readonly FieldError[];
  message?: string | undefined;
};

/** Shows the editor of the form in the path. */
export const showEditor = async (
  c: ConsoleContext,
  draft: Draft,
  { locale = draft.locale, focus = '', errors = [], message }: Showing = {},
): Promise<Response> => {
  const form = formKey(c);
  const [names, brand, published] = await Promise.all([
    readNames(c.get('db'), localeOf(c)),
    knownBrand(c.get('db')),
    readForm(c.get('db'), form),
  ]);
  const editing = {
    c,
    form,
    draft,
    names,
    focus,
    submitted: { errors: placed(c, draft, errors) },
    locale: draft.locales.includes(locale) ? locale : draft.locale,
    isNew: published === null,
    warnings: warningsOf(draft, names.lists, brand),
  };
  return show(
    c,
    {
      title: nameOf(draft, form),
      back: ['/forms', wordsOf(c).forms],
      actions: <FormTabs c={c} form={form} />,
      children: <Editor editing={editing} message={message} />,
    },
    errors.length > 0 ? 422 : 200,
  );
};

/** Saves what the editor posted, and does what its button asks for. */
export const saveEditor = async (c: ConsoleContext): Promise<Response> => {
  const posted = await readPosted(c);
  const button = textOf(posted, 'do') || 'save';
  const written = draftFrom(posted, await readDraftOf(c), c.get('timeZone'));
  const { draft, focus } = applyButton(written, button, textOf(posted, 'add-locale'));
  const locale = textOf(posted, 'editing');
  const saved = await attempt(async () => {
    await saveDraft(callerOf(c), formKey(c), draft);
    const key = textOf(posted, 'key').trim();
    return posted.key === undefined ? formKey(c) : renameDraft(callerOf(c), formKey(c), key);
  });
  if (!saved.ok) return showEditor(c, draft, { locale, errors: saved.errors });
  const key = saved.value;
  if (button === 'publish') return c.redirect(`/console/forms/${key}/publish`, 303);
  if (key !== formKey(c)) return c.redirect(`/console/forms/${key}?message=saved`, 303);
  if (button.startsWith('edit:')) return showEditor(c, draft, { locale: button.slice(5) });
  if (button === 'add-language')
    return showEditor(c, draft, { locale: textOf(posted, 'add-locale') || locale });
  const message = button === 'save' ? localised(c, editorWords).saved : undefined;
  return showEditor(c, draft, { locale, message, focus });
};
