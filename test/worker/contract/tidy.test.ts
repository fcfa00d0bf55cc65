import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tidied } from '../../../worker/contract/tidied.ts';
import { addressInQuery, bareAddress, tidy } from '../../../worker/contract/tidy.ts';

/** What nobody sees: spaces, marks of direction, joiners, fillers, variation selectors, a control character. */
const unseen = [
  ' ',
  '\t',
  '\n',
  '\u00A0',
  '\u00AD',
  '\u034F',
  '\u061C',
  '\u115F',
  '\u180E',
  '\u2003',
  '\u200B',
  '\u200D',
  '\u200F',
  '\u202E',
  '\u2060',
  '\u2066',
  '\u2800',
  '\u3000',
  '\u3164',
  '\uFE0F',
  '\uFEFF',
  '\uFFA0',
  '\u{E0020}',
  '\0',
];

describe('a text', () => {
  test.each(unseen)('of %j alone is empty', (mark) => {
    expect(tidy(mark.repeat(3))).toBe('');
  });

  test('loses what is not seen at its ends, and nothing inside', () => {
    const around = fc.array(fc.constantFrom(...unseen)).map((marks) => marks.join(''));
    fc.assert(
      fc.property(around, around, (before, inside) => {
        expect(tidy(`${before}Anna${inside}Bo\u200B \u2060`)).toBe(`Anna${inside}Bo`);
      }),
    );
  });

  test.each(['❤️', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', '👩‍👩‍👧'])(
    'keeps the emoji %s at its end whole',
    (emoji) => {
      expect(tidy(` Hi ${emoji} \u200B`)).toBe(`Hi ${emoji}`);
    },
  );

  test('counts a line break once, whichever way a browser or a file writes it', () => {
    expect(tidied('textarea', 'one\r\ntwo\rthree\nfour')).toBe('one\ntwo\nthree\nfour');
  });
});

describe('an address', () => {
  test.each([
    'anna@example.com',
    ' anna@example.com\u200B',
    '\u202Aanna@example.com\u202C',
    'mailto:anna@example.com',
    'MAILTO:anna@example.com?subject=Hello',
    '<anna@example.com>',
    '<mailto:anna@example.com>,',
    'Anna Bell <anna@example.com>',
    '"Bell, Anna" <anna@example.com>;',
    '"anna@example.com"',
    "'anna@example.com'",
    '“anna@example.com”',
    '„anna@example.com“',
    '‘anna@example.com’,',
    '«anna@example.com».',
    '»anna@example.com«',
    '(anna@example.com).',
    'anna@example.com.',
    'anna@example.com!',
  ])('is taken out of %j', (pasted) => {
    expect(bareAddress(pasted)).toBe('anna@example.com');
  });

  test.each(["o'brien@example.com", 'a?b@example.com', 'anna+news@example.com', '{a}@example.com'])(
    '%s stays as it is',
    (address) => {
      expect(bareAddress(address)).toBe(address);
    },
  );

  test('is never guessed out of several words', () => {
    expect(bareAddress('anna news@example.com')).toBe('anna news@example.com');
  });

  test('in a query has its plus, encoded or not', () => {
    for (const query of ['email=anna%2Bnews@example.com', 'email=anna+news@example.com'])
      expect(addressInQuery(new URLSearchParams(query).get('email') ?? '')).toBe(
        'anna+news@example.com',
      );
  });
});

describe('digits', () => {
  test.each([
    ['tel', '٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['tel', '+۴۵ ۱۲ ۳۴ ۵۶ ۷۸', '+45 12 34 56 78'],
    ['tel', '＋４５\u00A0１２３４–５６７８', '+45 1234-5678'],
    ['tel', '\u202A+45 12\u201134\u201156\u201178\u202C', '+45 12-34-56-78'],
    ['tel', 'tel:+4512345678', '+4512345678'],
    ['tel', '12·34·56', '12.34.56'],
    ['integer', '−४२', '-42'],
    ['integer', '10 000', '10000'],
    ['date', '٢٠٢٦-١١-٢٥', '2026-11-25'],
    ['tel', '𝟎𝟗𝟘𝟡', '0909'],
  ] as const)('of a %s are read in every script: %s', (kind, written, read) => {
    expect(tidied(kind, written)).toBe(read);
  });
});
