import { expect, test } from 'vitest';
import { formsIn } from '../../../fuzz/pages.ts';
import { as } from '../../builders.ts';
import { atConsole } from '../signing-in.ts';

type Console = Awaited<ReturnType<typeof atConsole>>;

const begin = async (at: Console) => {
  const key = `made-${crypto.randomUUID()}`;
  await at.post('/forms/new', { key, template: 'newsletter' });
  return key;
};

/** Posts the editor as it stands, with some controls filled in otherwise. */
const save = async (at: Console, key: string, changes: Record<string, string>) => {
  const page = await (await at.get(`/forms/${key}`)).text();
  const editor = formsIn(page, `/console/forms/${key}`).find(({ values }) =>
    values.some(([name]) => name === 'editing'),
  );
  const kept = (editor?.values ?? []).filter(([name]) => !(name in changes) && name !== 'do');
  return at.post(`/forms/${key}`, [...kept, ...Object.entries(changes), ['do', 'save']]);
};

test.each<[string, Record<string, string>]>([
  [
    'a condition on a field whose key is none',
    { 's.0.f.0.key': 'your company', 's.0.when': 'your company' },
  ],
  [
    'a condition on a text that is longer than any',
    { 's.0.when': 'email', 's.0.whenIs': 'x'.repeat(300) },
  ],
  ['a number that has no end', { 's.0.f.0.minLength': '9'.repeat(400), most: '9'.repeat(400) }],
  ['a limit that has no end', { 's.0.f.0.max': '9'.repeat(400) }],
  ['a day that is in no calendar', { expires: '2026-99-99' }],
  ['a language that is none', { locales: 'en-12 constructor x', editing: 'constructor' }],
  ['a first language that is none', { base: 'constructor' }],
  ['a language to edit that is none', { editing: 'a@b' }],
  ['a file type that is none', { 's.0.f.0.kind': 'file', 's.0.f.0.types': 'toString' }],
  ['fields for a purpose that is none', { 's.0.f.0.for': 'en-US-u-ca-buddhist' }],
  ['a text in the language `__proto__`', { editing: '__proto__', title: 'Hello' }],
  ['a purpose that is none', { 's.0.purposes': 'your company' }],
])('a draft that is saved opens again with %s', async (_, changes) => {
  const at = await atConsole(['forms']);
  const { get, put } = await as(['forms']);
  const key = await begin(at);
  expect((await save(at, key, changes)).status).toBeLessThan(500);
  const reads = await Promise.all([
    ...['', '/statistics', '/versions', '/embed', '/export'].map((tab) =>
      at.get(`/forms/${key}${tab}`),
    ),
    get(`/v1/forms/${key}/draft`),
  ]);
  expect(reads.map(({ status }) => status)).toEqual(reads.map(() => 200));
  const kept = await (await get(`/v1/forms/${key}/draft`)).json<{ draft: unknown }>();
  expect((await put(`/v1/forms/${key}/draft`, kept.draft)).status).toBe(200);
  expect((await save(at, key, {})).status).toBe(200);
});

test('a draft that is larger than the database takes is refused, and the one before stays', async () => {
  const at = await atConsole(['forms']);
  const key = await begin(at);
  const size = 'x'.repeat(300_000);
  expect((await save(at, key, { intro: size })).status).toBe(200);
  expect((await save(at, key, { editing: 'da', intro: size })).status).toBe(422);
  expect((await at.get(`/forms/${key}`)).status).toBe(200);
});

test.each(['constructor', 'en-12', ''])(
  'a draft in the language `%s` is refused',
  async (locale) => {
    const { put } = await as(['forms']);
    const path = `/v1/forms/made-${crypto.randomUUID()}/draft`;
    expect((await put(path, { locale })).status).toBe(422);
  },
);

test.each([8.64e15 + 1, -8.64e15, 1e300, 0.5])(
  'a draft that closes at %d is refused',
  async (expiresAt) => {
    const { put } = await as(['forms']);
    const path = `/v1/forms/made-${crypto.randomUUID()}/draft`;
    expect((await put(path, { expiresAt })).status).toBe(422);
  },
);
