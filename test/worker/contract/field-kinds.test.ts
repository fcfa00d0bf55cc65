import { expect, test } from 'vitest';
import { fieldKinds, prefilled, simple } from '../../../worker/contract/field-kinds.ts';

const kindsThat = (pattern: RegExp) => Object.keys(fieldKinds).filter((kind) => pattern.test(kind));
const namedIn = ({ source }: RegExp) => source.replaceAll(/[\^$()]/g, '').split('|');

test('what the widget reads of the kinds of field is what the table says', () => {
  const kinds = Object.entries(fieldKinds);
  expect(kindsThat(simple)).toEqual(kinds.flatMap(([kind, of]) => (of.part ? [] : [kind])));
  expect(kindsThat(prefilled)).toEqual(kinds.flatMap(([kind, of]) => (of.prefilled ? [kind] : [])));
  for (const pattern of [simple, prefilled])
    expect(Object.keys(fieldKinds)).toEqual(expect.arrayContaining(namedIn(pattern)));
});

test('a choice is made by the visitor alone', () => {
  for (const { options, prefilled: isPrefilled } of Object.values(fieldKinds))
    expect(options && isPrefilled).toBeFalsy();
  expect(fieldKinds.checkbox.prefilled).toBeUndefined();
});
