import { z } from 'zod';
import { PersonField } from '../../contract/definition.ts';
import { Draft, type DraftField, type DraftSection } from '../../contract/draft.ts';
import { fieldKinds } from '../../contract/field-kinds.ts';
import { FieldKind } from '../../contract/form.ts';
import { dayIn, endOfDay } from '../../platform/zone.ts';
import { isChecked, type Posted, textOf, textsOf } from '../kit/posted.ts';
import { styleFrom } from './style.tsx';

type Texts = Record<string, string>;

/** Sets a text in the language that was edited; other languages stay as they were. */
const inLocale = (before: Texts | undefined, locale: string, value: string): Texts => ({
  ...before,
  [locale]: value.trim(),
});

const Integer = z
  .stringFormat('integer', /^-?\d+$/)
  .transform(Number)
  .pipe(z.int());

const integerIn = (text: string): number | undefined => Integer.safeParse(text.trim()).data;

/** Returns a limit as a number or a date; undefined if it is neither. */
const limitIn = (text: string): number | string | undefined =>
  integerIn(text) ?? z.iso.date().safeParse(text.trim()).data;

const lines = (text: string): string[] =>
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

const fieldOf = (
  posted: Posted,
  at: string,
  before: DraftField | undefined,
  locale: string,
): DraftField => {
  const read = (name: string) => textOf(posted, `${at}.${name}`);
  const kind = FieldKind.catch('text').parse(read('kind'));
  const stores = PersonField.safeParse(read('stores'));
  return {
    key: read('key').trim(),
    kind,
    label: inLocale(before?.label, locale, read('label')),
    help: inLocale(before?.help, locale, read('help')),
    placeholder: inLocale(before?.placeholder, locale, read('placeholder')),
    required: isChecked(posted, `${at}.required`) || undefined,
    width: isChecked(posted, `${at}.half`) ? 'half' : undefined,
    autocomplete: read('autocomplete').trim() || undefined,
    minLength: integerIn(read('minLength')),
    maxLength: integerIn(read('maxLength')),
    min: limitIn(read('min')),
    max: limitIn(read('max')),
    options:
      fieldKinds[kind].options === 'listed'
        ? optionsOf(read('options'), before, locale)
        : undefined,
    value: read('value') || undefined,
    when: whenOf(posted, at),
    stores: stores.success ? stores.data : undefined,
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

const purposesOf = (posted: Posted, at: string): DraftSection['purposes'] =>
  textsOf(posted, `${at}.purposes`).map((purpose) => ({
    purpose,
    subscriptions: textsOf(posted, `${at}.subscriptions.${purpose}`),
  }));

type Read = { section: DraftSection; place: number; moved: { field: DraftField; to: number }[] };

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
    moved: fields.filter(({ to }) => to !== s).map(({ item, to }) => ({ field: item, to })),
    section: {
      key: textOf(posted, `${at}.key`).trim() || `page-${s + 1}`,
      title: inLocale(before?.title, locale, textOf(posted, `${at}.title`)),
      intro: inLocale(before?.intro, locale, textOf(posted, `${at}.intro`)),
      when: whenOf(posted, at),
      fields: sorted(fields.filter(({ to }) => to === s)),
      purposes: purposesOf(posted, at),
    },
  };
};

const sectionsOf = (posted: Posted, before: Draft, locale: string): DraftSection[] => {
  const count = countOf(posted, /^s\.(\d+)\.key$/);
  const read = Array.from({ length: count }, (_, s) =>
    sectionOf(
      posted,
      s,
      before.sections.find(({ key }) => key === textOf(posted, `s.${s}.was`)),
      locale,
    ),
  );
  for (const { field, to } of read.flatMap(({ moved }) => moved))
    (read[to] ?? read[0])?.section.fields.push(field);
  return sorted(read.map(({ section, place }) => ({ item: section, place })));
};

/** Names the day on whose end, or in whose course, a form closes. */
export const closingDay = (expiresAt: number | undefined, zone: string): string =>
  expiresAt === undefined ? '' : dayIn(zone, expiresAt - 1);

/** A form closes when its last day is over; a moment that the API has set stays while the day does. */
const closingFrom = (day: string, before: number | undefined, zone: string): number | undefined => {
  if (day === closingDay(before, zone)) return before;
  return z.iso.date().safeParse(day).success ? endOfDay(zone, day) : undefined;
};

/** Returns the draft that a posted editor holds; what it does not hold stays as in the draft before. */
export const draftFrom = (posted: Posted, before: Draft, zone: string): Draft => {
  const locale = textOf(posted, 'editing') || before.locale;
  const read = (name: string) => textOf(posted, name);
  const locales = read('locales')
    .split(/[\s,]+/)
    .filter(Boolean);
  const base = read('base') || before.locale;
  return {
    locale: base,
    locales: [...new Set([base, ...(locales.length > 0 ? locales : before.locales)])],
    active: isChecked(posted, 'active'),
    confirm: isChecked(posted, 'confirm'),
    review: Draft.shape.review.catch('none').parse(read('review')),
    origins: lines(read('origins')),
    // Where Turnstile is not set up there is no box for it, and nothing is changed.
    turnstile: posted.hasTurnstile ? isChecked(posted, 'turnstile') : before.turnstile,
    style: styleFrom(posted),
    expiresAt: closingFrom(read('expires'), before.expiresAt, zone),
    maxSubmissions: integerIn(read('most')),
    title: inLocale(before.title, locale, read('title')),
    intro: inLocale(before.intro, locale, read('intro')),
    submit: inLocale(before.submit, locale, read('submit')),
    inactive: inLocale(before.inactive, locale, read('inactive')),
    done: {
      title: inLocale(before.done.title, locale, read('doneTitle')),
      text: inLocale(before.done.text, locale, read('doneText')),
      ...(read('redirect').trim() ? { redirect: read('redirect').trim() } : {}),
    },
    sections: sectionsOf(posted, before, locale),
  };
};

const freeKey = (draft: Draft): string => {
  const taken = new Set(draft.sections.flatMap(({ fields }) => fields.map(({ key }) => key)));
  for (let n = taken.size; ; n++) if (!taken.has(`field-${n}`)) return `field-${n}`;
};

/** Does what a button of the editor asks for: `add-field:0`, `remove-field:0.2`, `add-section`, `remove-section:1`. */
export const applyButton = (draft: Draft, button: string): Draft => {
  const [what, where = ''] = button.split(':');
  const [s = 0, f = 0] = where.split('.').map(Number);
  const sections = draft.sections.map((section) => ({ ...section, fields: [...section.fields] }));
  switch (what) {
    case 'add-field':
      sections[s]?.fields.push({ key: freeKey(draft), kind: 'text', label: {} });
      break;
    case 'remove-field':
      sections[s]?.fields.splice(f, 1);
      break;
    case 'add-section':
      sections.push({ key: `page-${sections.length + 1}`, fields: [], purposes: [] });
      break;
    case 'remove-section':
      sections.splice(s, 1);
      break;
  }
  return { ...draft, sections };
};
