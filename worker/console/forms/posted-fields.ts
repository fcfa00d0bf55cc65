import { z } from 'zod';
import { PersonField } from '../../contract/definition.ts';
import type { Draft, DraftField, DraftSection } from '../../contract/draft.ts';
import { type FieldSetting, settingsOf } from '../../contract/field-settings.ts';
import { FieldKind } from '../../contract/form.ts';
import { keyOf } from '../../contract/key-of.ts';
import { isChecked, type Posted, textOf, textsOf } from '../kit/posted.ts';

type Texts = Record<string, string>;

/** Sets a text in the language that was edited; other languages stay as they were. */
export const inLocale = (before: Texts | undefined, locale: string, value: string): Texts => ({
  ...before,
  [locale]: value.trim(),
});

const Integer = z
  .stringFormat('integer', /^-?\d+$/)
  .transform(Number)
  .pipe(z.int());

/** Returns a whole number; undefined if the text is none. */
export const integerIn = (text: string): number | undefined => Integer.safeParse(text.trim()).data;

/** Returns a limit as a number or a date; undefined if it is neither. */
const limitIn = (text: string): number | string | undefined =>
  integerIn(text) ?? z.iso.date().safeParse(text.trim()).data;

/** Returns the entries of a text that are separated by lines or commas. */
export const lines = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter(Boolean);

const whenOf = (posted: Posted, at: string) => {
  const field = textOf(posted, `${at}.when`);
  if (!field) return undefined;
  const is = lines(textOf(posted, `${at}.whenIs`));
  return is.length > 0 ? { field, is } : { field };
};

/** Reads `value = text` from each line; without a text, the value is the text. */
const optionsOf = (text: string, before: DraftField | undefined, locale: string) =>
  text.split('\n').flatMap((line) => {
    const at = line.indexOf('=');
    const value = (at < 0 ? line : line.slice(0, at)).trim();
    if (!value) return [];
    const written = at < 0 ? undefined : line.slice(at + 1).trim();
    const known = before?.options?.find((option) => option.value === value);
    return [
      {
        value,
        label: inLocale(known?.label, locale, written ?? known?.label[locale] ?? value),
      },
    ];
  });

/** The controls that hold the least and the most of a kind of field; those of a rating and a file hold only a most. */
const boundsOf = (kind: FieldKind): [least: string, most: string] => {
  const has = (setting: FieldSetting) => settingsOf[kind].includes(setting);
  if (has('dates')) return ['first', 'last'];
  if (has('scale')) return ['', 'scale'];
  if (has('file')) return ['', 'size'];
  return has('numbers') ? ['min', 'max'] : ['', ''];
};

/** What a field holds besides its texts: a hidden one its value, a file its endings, an image which it is. */
const heldBy = (posted: Posted, at: string, kind: FieldKind): string => {
  const has = (setting: FieldSetting) => settingsOf[kind].includes(setting);
  if (has('file')) return textsOf(posted, `${at}.types`).join(',');
  if (has('image')) return textOf(posted, `${at}.kept-image`);
  return has('value') ? textOf(posted, `${at}.value`) : '';
};

/** A field that has just been added is given a key by its first label, unless one was typed. */
const fieldKey = (key: string, label: string, before: DraftField | undefined): string => {
  const isNamed = Object.values(before?.label ?? {}).some(Boolean);
  const isTyped = key !== '' && key !== before?.key;
  return isNamed || isTyped ? key || keyOf(label) : keyOf(label) || key;
};

/** For which purposes a field is asked; undefined where none is checked, which stands for all of them. */
const purposesFor = (posted: Posted, at: string): string[] | undefined => {
  const named = textsOf(posted, `${at}.for`);
  return named.length > 0 ? named : undefined;
};

const fieldOf = (
  posted: Posted,
  at: string,
  before: DraftField | undefined,
  locale: string,
): DraftField => {
  const read = (name: string) => textOf(posted, `${at}.${name}`);
  const kind = FieldKind.catch('text').parse(read('kind'));
  const has = (setting: FieldSetting) => settingsOf[kind].includes(setting);
  /** What was typed for a setting that the kind has; nothing of another kind stays behind. */
  const readIf = (setting: FieldSetting, name: string) => (has(setting) ? read(name) : '');
  const stores = PersonField.safeParse(readIf('stores', 'stores'));
  const [least, most] = boundsOf(kind);
  return {
    key: fieldKey(read('key').trim(), read('label'), before),
    kind,
    label: inLocale(before?.label, locale, read('label')),
    help: has('help') ? inLocale(before?.help, locale, read('help')) : undefined,
    placeholder: has('placeholder')
      ? inLocale(before?.placeholder, locale, read('placeholder'))
      : undefined,
    required: (has('required') && isChecked(posted, `${at}.required`)) || undefined,
    width: has('width') && isChecked(posted, `${at}.half`) ? 'half' : undefined,
    autocomplete: readIf('autocomplete', 'autocomplete').trim() || undefined,
    minLength: integerIn(readIf('length', 'minLength')),
    maxLength: integerIn(readIf('length', 'maxLength')),
    min: has('numbers') || has('dates') ? limitIn(read(least)) : undefined,
    max: most ? limitIn(read(most)) : undefined,
    options: has('options') ? optionsOf(read('options'), before, locale) : undefined,
    value: heldBy(posted, at, kind) || undefined,
    when: has('when') ? whenOf(posted, at) : undefined,
    stores: stores.success ? stores.data : undefined,
    purposes: purposesFor(posted, at),
  };
};

/** Sorts by the positions that were posted; the same position keeps the order before. */
const sorted = <Item>(items: { item: Item; place: number }[]): Item[] =>
  items
    .map((each, at) => ({ ...each, at }))
    .toSorted((a, b) => a.place - b.place || a.at - b.at)
    .map(({ item }) => item);

const placeOf = (posted: Posted, at: string, fallback: number): number =>
  integerIn(textOf(posted, `${at}.place`)) ?? fallback;

/** More than a form can have are not read: anyone can post any number. */
const MAX_PARTS = 100;

/** Counts the sections or fields that were posted, by the names of their controls: `s.0.key`, `s.1.key` … */
const countOf = (posted: Posted, pattern: RegExp): number => {
  const places = Object.keys(posted).map((name) => Number(pattern.exec(name)?.[1] ?? -1));
  return Math.min(MAX_PARTS, 1 + Math.max(-1, ...places));
};

/** The purposes that are ticked; a legal basis that the API has set for one stays. */
const purposesOf = (
  posted: Posted,
  at: string,
  before: DraftSection | undefined,
): DraftSection['purposes'] =>
  textsOf(posted, `${at}.purposes`).map((purpose) => ({
    purpose,
    legalBasis: before?.purposes.find((asked) => asked.purpose === purpose)?.legalBasis,
    subscriptions: textsOf(posted, `${at}.subscriptions.${purpose}`),
  }));

/** A field that was posted, the section that it goes to and its place there. */
type Placed = { item: DraftField; to: number; place: number };

type Read = { section: Omit<DraftSection, 'fields'>; place: number; fields: Placed[] };

const sectionOf = (
  posted: Posted,
  s: number,
  before: DraftSection | undefined,
  locale: string,
): Read => {
  const at = `s.${s}`;
  const count = countOf(posted, new RegExp(`^s\\.${s}\\.f\\.(\\d+)\\.kind$`));
  const fields = Array.from({ length: count }, (_, f) => {
    const field = `${at}.f.${f}`;
    const known = before?.fields.find(({ key }) => key === textOf(posted, `${field}.was`));
    return {
      item: fieldOf(posted, field, known, locale),
      place: placeOf(posted, field, f + 1),
      to: (integerIn(textOf(posted, `${field}.section`)) ?? s + 1) - 1,
    };
  });
  return {
    place: placeOf(posted, at, s + 1),
    fields,
    section: {
      key: textOf(posted, `${at}.key`).trim() || `page-${s + 1}`,
      title: inLocale(before?.title, locale, textOf(posted, `${at}.title`)),
      intro: inLocale(before?.intro, locale, textOf(posted, `${at}.intro`)),
      when: whenOf(posted, at),
      purposes: purposesOf(posted, at, before),
    },
  };
};

/** Returns the sections that were posted, each with the fields that were moved into it, by their places. */
export const sectionsOf = (posted: Posted, before: Draft, locale: string): DraftSection[] => {
  const count = countOf(posted, /^s\.(\d+)\.key$/);
  const read = Array.from({ length: count }, (_, s) =>
    sectionOf(
      posted,
      s,
      before.sections.find(({ key }) => key === textOf(posted, `s.${s}.was`)),
      locale,
    ),
  );
  const fields = read.flatMap((one) => one.fields);
  const home = (to: number): number => (read[to] ? to : 0);
  return sorted(
    read.map(({ section, place }, s) => ({
      item: { ...section, fields: sorted(fields.filter(({ to }) => home(to) === s)) },
      place,
    })),
  );
};
