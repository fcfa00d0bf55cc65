import { describe, expect, test } from 'vitest';
import english from '../../widget/locales/en.ts';
import { missing } from '../../widget/locales/missing.ts';
import { fill, locales, ownLocale, type Texts } from '../../widget/locales/texts.ts';

/** Kinds whose fields ask for something else each. */
const fieldKinds = ['text', 'email', 'tel', 'date', 'integer', 'file', 'checkbox'] as const;

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe.each(locales)('the words in %s', async (locale) => {
  const { default: texts } = (await import(`../../widget/locales/${locale}.ts`)) as {
    default: Texts;
  };

  test('are all there', () => {
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(english).toSorted());
    expect(Object.values(texts).every((text) => text.trim() !== '')).toBe(true);
  });

  test('have a place for the same values as the English ones', () => {
    const places = (words: Texts) =>
      Object.fromEntries(Object.entries(words).map(([key, text]) => [key, placeholders(text)]));
    expect(places(texts)).toEqual(places(english));
  });

  test('say what is missing, by the kind of a field or by its label', () => {
    const said = fieldKinds.map((kind) =>
      missing({ key: 'x', kind, label: 'First name:', required: true }, texts),
    );
    expect(new Set(said).size).toBe(fieldKinds.length);
    expect(said.filter((text) => text.includes('First name'))).toHaveLength(1);
    expect(said.join()).not.toMatch(/First name:|[{}]/);
  });
});

test.each([
  ['da-DK', 'da'],
  ['nn-NO', 'nb'],
  ['no', 'nb'],
  ['EN-gb', 'en'],
  ['ja', 'en'],
  ['', 'en'],
])('a page in "%s" gets the words of "%s"', (tag, locale) => {
  expect(ownLocale(tag)).toBe(locale);
});

test('a value takes its place, and an unknown place is left empty', () => {
  expect(fill('Step {n} of {of}', { n: 2, of: 3 })).toBe('Step 2 of 3');
  expect(fill('At most {m}', { n: 2 })).toBe('At most ');
});
