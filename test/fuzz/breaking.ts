import type { Random } from './random.ts';

/** Texts that programs have stumbled over. */
export const oddTexts: readonly string[] = [
  ...[
    '',
    ' ',
    '\0',
    '%',
    '%00',
    '%E0%A4%A',
    '.',
    '..',
    '../../etc/passwd',
    '\\',
    '\n',
    '\r\nBcc: a@b.c',
  ],
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE person; --',
    '<script>alert(1)</script>',
    '{}',
    '[]',
    '{{name}}',
  ],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'prototype',
    'null',
    'undefined',
    'NaN',
  ],
  ...[
    '-1',
    '0',
    '1.5',
    '1e309',
    '9007199254740993',
    '9'.repeat(30),
    '2026-02-31',
    '0000-00-00',
    '-0',
  ],
  ...[
    '9999-12-31',
    '8640000000000001',
    '275760-09-14',
    'true',
    'on',
    '*',
    '%_',
    '[a-z]',
    'your company',
  ],
  ...[
    'en-12',
    'EN',
    'x-private',
    'en-US-u-ca-buddhist',
    'i-klingon',
    'zz',
    'Mars/Olympus',
    'Etc/GMT+14',
  ],
  ...[
    '\u{1F600}'.repeat(40),
    '\ud800',
    '\udc00a',
    '\u202eabc',
    '\u0000\u0001',
    'é'.normalize('NFD'),
    'İ',
  ],
  ...[
    'a'.repeat(300),
    'a'.repeat(5000),
    `${'a'.repeat(250)}@example.com`,
    '@',
    'a@b',
    'a@[127.0.0.1]',
  ],
  ...[
    'javascript:alert(1)',
    'http://[',
    'https://*.com',
    '//evil.test',
    'file:///etc/passwd',
    'http://a:99999',
  ],
];

/** Values that are of another type than what is asked for, or at the end of what it can be. */
const oddValues: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    -1e308,
    2 ** 53 + 2,
    8.64e15,
    8.64e15 + 1,
    -8.64e15 - 1,
  ],
  ...[
    [],
    {},
    [null],
    [[]],
    [{}],
    { constructor: 1 },
    { toString: 'x' },
    { '': '' },
    { '\0': '\0' },
  ],
];

/** Lists and objects in each other, deeper than any program nests them. */
const deep = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
};

const MANY = 2000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Another value in the place of one. */
const another = (random: Random, value: unknown): unknown => {
  if (random.chance(0.02)) return deep(random.pick([50, 500, 3000]));
  if (random.chance(0.02)) return Array.from({ length: MANY }, () => value);
  if (random.chance(0.5)) return random.pick(oddTexts);
  return random.pick(oddValues);
};

const brokenObject = (random: Random, value: Record<string, unknown>): unknown => {
  const names = Object.keys(value);
  if (names.length === 0 || random.chance(0.1))
    return { ...value, [random.pick(oddTexts)]: another(random, null) };
  const name = random.pick(names);
  const { [name]: chosen, ...others } = value;
  return random.chance(0.15) ? others : { ...others, [name]: broken(random, chosen) };
};

const brokenList = (random: Random, value: readonly unknown[]): unknown => {
  if (value.length === 0) return [another(random, null)];
  if (random.chance(0.1)) return [...value, ...value];
  const at = random.below(value.length);
  return value.map((each, place) => (place === at ? broken(random, each) : each));
};

/** Breaks a JSON value in one place. */
export const broken = (random: Random, value: unknown): unknown => {
  if (random.chance(0.1)) return another(random, value);
  if (isObject(value)) return brokenObject(random, value);
  if (Array.isArray(value)) return brokenList(random, value);
  return another(random, value);
};

/** Bodies that are no JSON, or more of it than is taken. */
const oddBodies: readonly string[] = [
  ...[
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"a":1,"a":2}',
    '\ufeff{}',
    '{"__proto__":{"x":1}}',
    'a=1&a=2&=&%=%',
  ],
  ...[
    '['.repeat(20_000),
    '{"a":'.repeat(20_000),
    `"${'x'.repeat(100_000)}"`,
    '--x\r\n\r\n--x--\r\n',
  ],
];

/** A body instead of a whole one. */
export const brokenBody = (random: Random, body: string): string | Uint8Array<ArrayBuffer> => {
  if (random.chance(0.01)) return 'x'.repeat(1_200_000);
  if (random.chance(0.05)) return new Uint8Array([0x7b, 0x22, 0xff, 0xc0, 0x80, 0x22, 0x7d]);
  if (random.chance(0.2)) return body.slice(0, random.below(body.length + 1));
  return random.pick(oddBodies);
};
