import { SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { mayUse } from '../../../worker/forms/origins.ts';
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
import { get } from './getting.ts';

describe('what a widget is answered', () => {
  test('is everything it needs, in one answer', async () => {
    const answer = await openForm(await aForm(), 'da');
    expect(answer).toMatchObject({ version: 1, locale: 'da', submit: 'Tilmeld', active: true });
    expect(answer.sections[0]?.purposes[0]).toMatchObject({
      key: 'e-marketing',
      asks: true,
      legalBasis: '61A',
      text: 'Ja tak, send mig nyheder og tilbud på e-mail.',
      privacyUrl: 'https://site.test/privacy',
      subscriptions: [{ key: 'newsletter', name: 'Nyhedsbrev' }, { key: 'invitations' }],
    });
  });

  test('falls back from da-DK to da, and from what there is not to the form’s own, and says which', async () => {
    const form = await aForm();
    expect((await formAnswer(form, 'da-DK')).locale).toBe('da');
    expect((await formAnswer(form, 'fr-CA')).locale).toBe('en');
    const response = await get(`/v1/forms/${form}`, { 'Accept-Language': 'fr, da;q=0.8' });
    expect(response.headers.get('Content-Language')).toBe('da');
  });

  test('may be kept by caches, and is not sent twice', async () => {
    const form = await aForm();
    const first = await get(`/v1/forms/${form}?locale=en`);
    expect(first.headers.get('Cache-Control')).toBe(
      'public, max-age=60, stale-while-revalidate=86400',
    );
    const etag = first.headers.get('ETag') ?? '';
    const again = await get(`/v1/forms/${form}?locale=en`, { 'If-None-Match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    const danish = await get(`/v1/forms/${form}?locale=da`, { 'If-None-Match': etag });
    expect(danish.status).toBe(200);
  });

  test('names a country in the words and order of the locale', async () => {
    const form = await aForm(aFormWith({ key: 'land', kind: 'country', label: { en: 'Country' } }));
    const field = (await openForm(form, 'da')).sections[0]?.fields.find(
      ({ key }) => key === 'land',
    );
    expect(field?.options?.find(({ value }) => value === 'DE')?.label).toBe('Tyskland');
    expect(field?.options?.length).toBeGreaterThan(240);
  });

  test('for a form there is not is a 404 that says so', async () => {
    const problem = await problemOf(await get('/v1/forms/nothing'));
    expect(problem).toMatchObject({ type: '/problems/unknown-form', status: 404 });
  });
});

describe('a style of its own', () => {
  const accent = { light: '#102030', dark: '#ffe0a0' };

  test('comes with the form, gives way to the page, and has text on it that reads', async () => {
    const { style } = await openForm(await aForm({ style: { accent, radius: 1 } }));
    expect(style?.split(';')).toEqual([
      '--accent:var(--samtykke-accent,light-dark(#102030,#ffe0a0))',
      '--on-accent:var(--samtykke-on-accent,light-dark(#ffffff,#000000))',
      '--radius:var(--samtykke-radius,1rem)',
    ]);
  });

  test('is not there where none was chosen, nor in the consent part of a site’s own form', async () => {
    expect((await openForm(await aForm())).style).toBeUndefined();
    const form = await aForm({ style: { accent } });
    expect((await openForm(form, 'en', 'field')).style).toBeUndefined();
  });

  test('stands on the hosted page before any script runs', async () => {
    const page = await get(`/f/${await aForm({ style: { accent, gap: 2 } })}`);
    expect(await page.text()).toContain(
      'samtykke-form{--samtykke-accent:light-dark(#102030,#ffe0a0);--samtykke-on-accent:light-dark(#ffffff,#000000);--samtykke-gap:2rem}',
    );
  });

  test('makes a version, so that it is known what someone saw', async () => {
    const form = await aForm({ style: { accent } });
    await aForm({ style: { accent } }, form);
    expect((await openForm(form)).version).toBe(1);
    await aForm({ style: { accent, radius: 0 } }, form);
    expect((await openForm(form)).version).toBe(2);
  });

  test('is a colour and nothing else', async () => {
    const { put } = await as(['forms']);
    const style = { accent: { light: 'red;}</style>', dark: '#000000' } };
    const response = await put('/v1/forms/x-style', aDefinition({ style }));
    expect((await problemOf(response)).errors?.[0]?.field).toBe('style.accent.light');
  });
});

describe('other origins', () => {
  test('those of the form may read and post', async () => {
    const form = await aForm();
    const response = await get(`/v1/forms/${form}`, { Origin: site });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(site);
    expect(response.headers.get('Vary')).toContain('Origin');
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
  });

  test('another gets a problem that says what to add, and may read it', async () => {
    const form = await aForm();
    const response = await get(`/v1/forms/${form}`, { Origin: 'https://evil.test' });
    expect(response.status).toBe(403);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect((await problemOf(response)).detail).toBe(
      `Add "https://evil.test" to the origins of the form "${form}".`,
    );
  });

  test('a preflight is good for a day', async () => {
    const preflight = async (origin: string) =>
      SELF.fetch(`${host}/v1/forms/${await aForm()}/submissions`, {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type,idempotency-key',
        },
      });
    const ours = await preflight(site);
    expect(ours.headers.get('Access-Control-Max-Age')).toBe('86400');
    expect(ours.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type,Idempotency-Key');
    expect(ours.headers.get('Access-Control-Allow-Origin')).toBe(site);
    expect(
      (await preflight('https://evil.test')).headers.get('Access-Control-Allow-Origin'),
    ).toBeNull();
  });

  test.each([
    ['https://a.test', ['https://a.test'], true],
    ['https://a.test:444', ['https://a.test'], false],
    ['http://a.test', ['https://a.test'], false],
    ['https://b.a.test', ['https://*.a.test'], true],
    ['https://c.b.a.test', ['https://*.a.test'], true],
    ['https://a.test', ['https://*.a.test'], false],
    ['https://evila.test', ['https://*.a.test'], false],
    ['https://a.test.evil.test', ['https://*.a.test'], false],
    ['null', ['https://a.test'], false],
  ])('%s with %o: %s', (origin, origins, allowed) => {
    expect(mayUse(origin, origins)).toBe(allowed);
  });
});
