import type { Draft } from '../../contract/draft.ts';
import type { FieldError } from '../../contract/problem.ts';
import { readDraft, renameDraft, saveDraft } from '../../forms/draft.ts';
import { formEdit, readForm } from '../../forms/store.ts';
import { differences } from '../../forms/versions.ts';
import { warningsOf } from '../../forms/warnings.ts';
import { callerOf } from '../../platform/caller.ts';
import { type Edit, readEdit } from '../../platform/edits.ts';
import { knownBrand } from '../../settings/known-brand.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { readEditable, seenOf } from '../kit/editable.tsx';
import { readNames } from '../kit/names.ts';
import { attempt, type Posted, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { isOvertaken, statusOf } from '../kit/submitted.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { applyButton } from './buttons.ts';
import type { Editing } from './editing.ts';
import { Editor } from './editor.tsx';
import { placed } from './errors.ts';
import { withImages } from './images.ts';
import { formKey, nameOf, readDraftOf } from './opened.ts';
import { draftFrom } from './posted.ts';
import { FormActions, FormTabs } from './tabs.tsx';
import { editorWords } from './words/editor.ts';

/** What the editor shows besides the draft. */
type Showing = {
  /** The language whose texts are edited. */
  locale?: string | undefined;
  /** The version that the draft is, or was made from. */
  seen?: number | undefined;
  focus?: string;
  errors?: readonly FieldError[];
  message?: string | undefined;
};

const readEditing = async (
  c: ConsoleContext,
  draft: Draft,
  { locale = draft.locale, seen, focus = '', errors = [] }: Showing,
): Promise<Editing> => {
  const form = formKey(c);
  const db = c.get('db');
  const submitted = { errors: placed(c, draft, errors) };
  const values: Posted = seen === undefined ? {} : { loaded: String(seen) };
  const [editable, stands, names, brand, published] = await Promise.all([
    readEditable(c, [formEdit(form)], { ...submitted, values }),
    isOvertaken(submitted) ? readDraft(db, form) : null,
    readNames(db, localeOf(c)),
    knownBrand(db),
    readForm(db, form),
  ]);
  return {
    c,
    form,
    draft,
    names,
    focus,
    editable,
    submitted,
    differences: stands ? differences(stands.draft, draft) : [],
    locale: draft.locales.includes(locale) ? locale : draft.locale,
    isNew: published === null,
    warnings: warningsOf(draft, names.lists, brand),
  };
};

/** Shows the editor of the form in the path. */
export const showEditor = async (
  c: ConsoleContext,
  draft: Draft,
  showing: Showing = {},
): Promise<Response> => {
  const editing = await readEditing(c, draft, showing);
  return show(
    c,
    {
      title: nameOf(draft, editing.form),
      back: ['/forms', wordsOf(c).forms],
      views: <FormTabs c={c} form={editing.form} />,
      actions: <FormActions c={c} form={editing.form} />,
      children: <Editor editing={editing} message={showing.message} />,
    },
    showing.errors?.length ? statusOf(editing.submitted) : 200,
  );
};

/** Opens the editor. The version comes with the draft, never after it. */
export const openEditor = async (c: ConsoleContext): Promise<Response> => {
  const [{ version }, draft] = await Promise.all([
    readEdit(c.get('db'), formEdit(formKey(c))),
    readDraftOf(c),
  ]);
  return showEditor(c, draft, { seen: version, locale: c.req.query('locale') });
};

/** Saves a draft over the version that was seen, and gives a form that was never published the key that is posted. */
const saveOver = async (
  c: ConsoleContext,
  draft: Draft,
  posted: Posted,
): Promise<{ key: string; edit: Edit }> => {
  const form = formKey(c);
  const edit = await saveDraft(callerOf(c), { form, seen: seenOf(posted)[0] }, draft);
  if (posted.key === undefined) return { key: form, edit };
  return renameDraft(callerOf(c), { form, seen: edit.version }, textOf(posted, 'key').trim());
};

/** Saves what the editor posted, and does what its button asks for. */
export const saveEditor = async (c: ConsoleContext): Promise<Response> => {
  const kept = await withImages(c, await readPosted(c));
  const { posted } = kept;
  const button = textOf(posted, 'do') || 'save';
  const written = draftFrom(posted, await readDraftOf(c), c.get('timeZone'));
  const { draft, focus } = applyButton(written, button, textOf(posted, 'add-locale'));
  const locale = textOf(posted, 'editing');
  const saved = await attempt(() => saveOver(c, draft, posted));
  const errors = [...kept.errors, ...(saved.ok ? [] : saved.errors)];
  if (!saved.ok || errors.length > 0) {
    const seen = saved.ok ? saved.value.edit.version : seenOf(posted)[0];
    return showEditor(c, draft, { locale, seen, errors });
  }
  const { key, edit } = saved.value;
  const seen = edit.version;
  if (button === 'publish') return c.redirect(`/console/forms/${key}/publish`, 303);
  if (key !== formKey(c)) return c.redirect(`/console/forms/${key}?message=saved`, 303);
  if (button.startsWith('edit:')) return showEditor(c, draft, { locale: button.slice(5), seen });
  if (button === 'add-language')
    return showEditor(c, draft, { locale: textOf(posted, 'add-locale') || locale, seen });
  const message = button === 'save' ? localised(c, editorWords).saved : undefined;
  return showEditor(c, draft, { locale, seen, message, focus });
};
