// Names a place in a form as people see it in the editor, for errors and differences that carry a path.
import type { Draft, DraftField, DraftSection } from '../../contract/draft.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { fill, languageName, localised } from '../kit/words.ts';
import { textIn } from './text.tsx';
import { editorWords } from './words/editor.ts';
import { fieldWords } from './words/fields.ts';
import { styleWords } from './words/style.ts';

/** A place in a form: what people call it, and the control of the editor that it is edited with. */
export type Place = { name: string; control: string };

type Naming = {
  c: ConsoleContext;
  draft: Draft;
  editor: (typeof editorWords)['en'];
  field: (typeof fieldWords)['en'];
};

/** Finds an item by its position or its key, as paths of errors and of differences name it. */
const findBy = <Item>(
  items: readonly Item[],
  part: string,
  keyOf: (item: Item) => string,
): [item: Item | undefined, at: number] => {
  const at = /^\d+$/.test(part) ? Number(part) : items.findIndex((item) => keyOf(item) === part);
  return [items[at], at];
};

const fieldNameOf = ({ draft, field }: Naming, { label, key }: DraftField): string =>
  textIn(label, draft.locale) || key || field.newField;

/** The settings of a field by the last part of a path: their label, and the end of the control's name. */
const fieldPart = (
  { field }: Naming,
  kind: DraftField['kind'],
  part: string | undefined,
): [string, string] => {
  if (kind === 'image' && part === 'value') return [field.image, 'image'];
  if (kind === 'file' && part === 'value') return [field.types, 'types'];
  if (kind === 'file' && part === 'max') return [field.size, 'size'];
  if (kind === 'rating' && part === 'max') return [field.scale, 'scale'];
  const [least, most] = kind === 'date' ? ['first', 'last'] : ['min', 'max'];
  const parts: Readonly<Record<string, [string, string]>> = {
    key: [field.key, 'key'],
    kind: [field.kind, 'kind'],
    label: [field.label, 'label'],
    help: [field.help, 'help'],
    placeholder: [field.placeholder, 'placeholder'],
    required: [field.required, 'required'],
    width: [field.halfWidth, 'half'],
    autocomplete: [field.autocomplete, 'autocomplete'],
    minLength: [field.minLength, 'minLength'],
    maxLength: [field.maxLength, 'maxLength'],
    min: [field.min, least],
    max: [field.max, most],
    options: [field.options, 'options'],
    value: [field.value, 'value'],
    when: [field.shownIfField, 'when'],
    stores: [field.stores, 'stores'],
  };
  return parts[part ?? ''] ?? ['', 'label'];
};

/** The languages that a path ends in, as in `title.da`. */
const languageIn = ({ c, draft }: Naming, parts: readonly string[]): string | undefined => {
  const last = parts.at(-1) ?? '';
  return draft.locales.includes(last) ? languageName(c, last) : undefined;
};

const inSection = (
  naming: Naming,
  section: DraftSection | undefined,
  s: number,
  [what = '', which = '', setting]: readonly string[],
): { names: string[]; control: string } => {
  const { field: own } = naming;
  const page = fill(own.section, { n: s + 1 });
  const [found, f] = findBy(section?.fields ?? [], which, ({ key }) => key);
  if (what === 'fields' && found) {
    const [label, end] = fieldPart(naming, found.kind, setting);
    return {
      names: [page, fieldNameOf(naming, found), label],
      control: `s.${s}.f.${f}.${end}`,
    };
  }
  const labels: Readonly<Record<string, string>> = {
    title: own.sectionTitle,
    intro: own.sectionIntro,
    when: own.shownIfField,
    purposes: own.purposes,
    fields: which,
  };
  const control = what === 'purposes' || what === '' ? 'title' : what;
  return { names: [page, labels[what] ?? ''], control: `s.${s}.${control}` };
};

/** The settings of a form by their path: their label, and the control's name. */
const formPart = ({ editor }: Naming, path: string): [string, string] | undefined => {
  const parts: Readonly<Record<string, [string, string]>> = {
    name: [editor.name, 'name'],
    key: [editor.key, 'key'],
    locale: [editor.defaultLanguage, 'base'],
    locales: [editor.languages, 'add-locale'],
    active: [editor.active, 'active'],
    confirm: [editor.doubleOptIn, 'confirm'],
    review: [editor.review, 'review'],
    origins: [editor.origins, 'origins.0'],
    expiresAt: [editor.closingDate, 'expires'],
    maxSubmissions: [editor.submissionLimit, 'most'],
    turnstile: [editor.turnstile, 'turnstile'],
    title: [editor.title, 'title'],
    intro: [editor.intro, 'intro'],
    submit: [editor.submitButton, 'submit'],
    inactive: [editor.inactiveMessage, 'inactive'],
    'done.title': [editor.thanksTitle, 'doneTitle'],
    'done.text': [editor.thanksText, 'doneText'],
    'done.redirect': [editor.redirectUrl, 'redirect'],
  };
  return parts[path];
};

const ofForm = (naming: Naming, parts: readonly string[]): { names: string[]; control: string } => {
  const [first = '', second = ''] = parts;
  if (first === 'style') {
    const { title, tokens } = localised(naming.c, styleWords);
    const token = Object.entries(tokens).find(([name]) => name === second)?.[1];
    return { names: [title, token ?? ''], control: `style.${parts.slice(1).join('.')}` };
  }
  const known = formPart(naming, `${first}.${second}`) ?? formPart(naming, first);
  if (first === 'origins' && /^\d+$/.test(second))
    return { names: [naming.editor.origins], control: `origins.${second}` };
  return known
    ? { names: [known[0]], control: known[1] }
    : { names: [naming.editor.sections], control: 's.0.title' };
};

/** Names the place in a draft that a path leads to, by position (`sections.0.fields.1.label`) or by key. */
export const placeIn = (c: ConsoleContext, draft: Draft, path: string): Place => {
  const naming: Naming = {
    c,
    draft,
    editor: localised(c, editorWords),
    field: localised(c, fieldWords),
  };
  const parts = path.split('.');
  const language = languageIn(naming, parts);
  const [section, s] = findBy(draft.sections, parts[1] ?? '', ({ key }) => key);
  const { names, control } =
    parts[0] === 'sections' && parts[1] !== undefined
      ? inSection(naming, section, Math.max(0, s), parts.slice(2))
      : ofForm(naming, parts);
  const name = names.filter(Boolean).join(' › ');
  return { name: language ? `${name} (${language})` : name, control };
};
