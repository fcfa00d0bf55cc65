import { describe, expect, test } from 'vitest';
import { locales } from '../../../widget/locales/texts.ts';
import { mostEmails } from '../../../worker/contract/email-caps.ts';
import { EmailTemplate, EmailTexts } from '../../../worker/contract/emails.ts';
import { placesOf } from '../../../worker/locales/emails.ts';
import { preferenceTextsIn } from '../../../worker/locales/preferences.ts';
import type { ProofTexts } from '../../../worker/locales/proof/texts.ts';
import { proofTexts } from '../../../worker/locales/proofs.ts';
import { shipped, textsIn } from '../../../worker/locales/shipped.ts';
import type { Texts } from '../../../worker/locales/texts.ts';

type Node = string | { [key: string]: Node };

/** Every text by its path: `emails/entry/subject`. */
const flat = (node: Node, path: string[] = []): [string, string][] =>
  typeof node === 'string'
    ? [[path.join('/'), node]]
    : Object.entries(node).flatMap(([key, child]) => flat(child, [...path, key]));

const placesIn = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();

/** Whether there is a text, and the places in it, by path. */
const shapeOf = (texts: Texts | ProofTexts) =>
  Object.fromEntries(
    flat(texts).map(([path, text]) => [path, { isThere: text.trim() !== '', at: placesIn(text) }]),
  );

test('there is a file for every language of the widget', () => {
  expect(Object.keys(shipped).toSorted()).toEqual([...locales].toSorted());
});

describe.each(locales)('the texts in %s', (locale) => {
  const texts = shipped[locale];

  test('are all there, with places for the same values as the English ones', () => {
    expect(shapeOf(texts)).toEqual(shapeOf(shipped.en));
    expect(shapeOf(proofTexts[locale])).toEqual(shapeOf(proofTexts.en));
  });

  test('leave out nothing but the button of an email that has none', () => {
    const missing = flat(texts).filter(([, text]) => text.trim() === '');
    expect(missing.filter(([path]) => !/^emails\/[\w-]+\/button$/.test(path))).toEqual([]);
  });

  test('say how many codes go out at most, as many as the outbox lets out', () => {
    const numbers = (text: string) => [...text.matchAll(/\d+/g)].map(Number);
    const { capped } = texts.confirm;
    expect(numbers(capped)).toEqual([mostEmails.anHour, mostEmails.aDay]);
    expect(numbers(preferenceTextsIn(locale).sent)).toEqual([
      6,
      mostEmails.anHour,
      mostEmails.aDay,
    ]);
  });

  test.each(EmailTemplate.options)('fill only what the email %s knows', (template) => {
    const email = texts.emails[template];
    expect(EmailTexts.safeParse(email).success).toBe(true);
    const known = placesOf(template);
    expect(placesIn(Object.values(email).join(' ')).filter((at) => !known.includes(at))).toEqual(
      [],
    );
  });
});

test.each([
  ['da-DK', 'da'],
  ['nn-NO', 'nb'],
  ['pt-BR', 'en'],
] as const)('someone who reads %s gets the texts in %s', (tag, locale) => {
  expect(textsIn(tag)).toBe(shipped[locale]);
});
