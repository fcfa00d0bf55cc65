import { beforeAll, describe, expect, test } from 'vitest';
import {
  aDefinition,
  aForm,
  aFormWith,
  as,
  formAnswer,
  host,
  openForm,
  problemOf,
  site,
} from '../builders.ts';

beforeAll(() => aForm());

const marketer = () => as(['forms']);
const json = async (answer: Response | Promise<Response>): Promise<Record<string, unknown>> =>
  (await answer).json();

const newKey = () => `work-${crypto.randomUUID()}`;

describe('a draft', () => {
  test('is kept as far as it is written, seen by nobody, and published once it is whole', async () => {
    const at = await marketer();
    const key = newKey();
    const half = { ...aDefinition(), submit: {} };
    const kept = await json(at.put(`/v1/forms/${key}/draft`, half));
    expect(kept.warnings).toContainEqual({
      code: 'missing-translation',
      locale: 'en',
      fields: ['submit'],
    });
    await expect(formAnswer(key)).rejects.toThrow();
    const refused = await at.post(`/v1/forms/${key}/draft/published`, {});
    expect((await problemOf(refused)).errors?.[0]?.field).toBe('submit');

    await at.put(`/v1/forms/${key}/draft`, aDefinition());
    const published = await at.post(`/v1/forms/${key}/draft/published`, {});
    expect([published.status, await published.json()]).toEqual([201, { version: 1, isNew: true }]);
    expect((await openForm(key)).submit).toBe('Sign up');
    expect(await json(at.get(`/v1/forms/${key}/draft`))).toMatchObject({ isDraft: false });
  });

  test('begins from a template, and stands in the list until it is forgotten', async () => {
    const at = await marketer();
    const { contact } = await json(at.get('/v1/form-templates'));
    const key = newKey();
    await at.put(`/v1/forms/${key}/draft`, contact);
    expect((await json(at.get('/v1/forms'))).drafts).toContain(key);
    expect((await at.delete(`/v1/forms/${key}/draft`)).status).toBe(204);
    expect((await json(at.get('/v1/forms'))).drafts).not.toContain(key);
    expect((await at.get(`/v1/forms/${key}/draft`)).status).toBe(404);
    expect((await at.delete(`/v1/forms/${key}/draft`)).status).toBe(404);
  });

  test('of an older version takes that one up again', async () => {
    const at = await marketer();
    const key = await aForm({ title: { en: 'One', da: 'En' } });
    await aForm({ title: { en: 'Two', da: 'To' } }, key);
    const { versions } = (await json(at.get(`/v1/forms/${key}/versions`))) as {
      versions: { version: number; definition: unknown; changes: object[] }[];
    };
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(versions[0]?.changes).toContainEqual({ path: 'title.en', before: 'One', after: 'Two' });
    await at.put(`/v1/forms/${key}/draft`, versions[1]?.definition);
    await at.post(`/v1/forms/${key}/draft/published`, {});
    expect(await openForm(key)).toMatchObject({ version: 3, title: 'One' });
  });

  test('has a key that forms can have', async () => {
    const at = await marketer();
    expect((await at.put('/v1/forms/no key/draft', aDefinition())).status).toBe(422);
    expect((await at.get(`/v1/forms/${newKey()}/versions`)).status).toBe(404);
  });
});

test('a form is counted, and its numbers are of as many days as are asked for', async () => {
  const at = await marketer();
  const key = await aForm();
  expect(await json(at.get(`/v1/forms/${key}/statistics?days=7`))).toMatchObject({
    days: [],
    origins: [],
    totals: { submitted: 0 },
    previous: { submitted: 0 },
  });
  expect((await at.get(`/v1/forms/${key}/statistics?days=0`)).status).toBe(422);
});

test('a form that is too large is told so, as a draft and when it is published', async () => {
  const { put } = await as(['forms']);
  const texts = Object.fromEntries(
    ['en', 'da', 'de', 'nl'].map((locale) => [locale, 'é'.repeat(5000)]),
  );
  const fields = Array.from({ length: 12 }, (_, at) => ({
    key: `f${at}`,
    kind: 'text' as const,
    label: { en: 'L' },
    help: texts,
  }));
  const large = aDefinition(aFormWith(...fields));
  for (const path of ['/v1/forms/large', '/v1/forms/large/draft']) {
    const answer = await put(path, large);
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).errors).toContainEqual(
      expect.objectContaining({ field: 'sections', code: 'too-large' }),
    );
  }
});

test('a page is looked at for its tag, and whether its website may use the form', async () => {
  const at = await marketer();
  const key = await aForm();
  const check = (page: string) => json(at.post(`/v1/forms/${key}/checks`, { page }));
  expect(await check(`${site}/page`)).toMatchObject({ origin: site, allowed: true });
  expect(await check(`${host}/page`)).toMatchObject({ allowed: false });
  expect((await at.post(`/v1/forms/${key}/checks`, { page: 'javascript:1' })).status).toBe(422);
});

test('a language that a form names twice is published once', async () => {
  const key = await aForm({ locales: ['en', 'da', 'en', 'da'] });
  expect((await openForm(key, 'da')).version).toBe(1);
});
