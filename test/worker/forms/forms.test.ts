import { SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { mayUse } from '../../../worker/forms/origins.ts';
import {
  aDefinition,
  aForm,
  aFormWith,
  as,
  count,
  formAnswer,
  host,
  openForm,
  problemOf,
  site,
} from '../builders.ts';

const get = (path: string, headers: Record<string, string> = {}) =>
  SELF.fetch(`${host}${path}`, { headers });

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

describe('publishing', () => {
  test.each([
    'https://*.com',
    'https://*.co.uk',
    'https://*.github.io',
    'https://*.pages.dev',
    'https://*.test',
    'https://*.com:8443',
    'https://*.127.0.0.1',
  ])('refuses %s, under which anyone can have a website', async (origin) => {
    const { put } = await as(['forms']);
    const definition = aDefinition({ origins: ['https://a.test', origin] });
    const refused = await put(`/v1/forms/form-${crypto.randomUUID()}`, definition);
    expect(refused.status).toBe(422);
    expect((await problemOf(refused)).errors).toMatchObject([
      { field: 'origins.1', code: 'public-suffix' },
    ]);
  });

  test('takes a wildcard below a name that somebody owns', async () => {
    const origins = [
      'https://*.example.com',
      'https://*.example.co.uk',
      'https://*.anna.github.io',
    ];
    await expect(aForm({ origins })).resolves.toBeTypeOf('string');
  });

  test('the same again makes no new version', async () => {
    const form = await aForm();
    await aForm({}, form);
    expect((await openForm(form)).version).toBe(1);
  });

  test('a setting changes in place, without a new version', async () => {
    const form = await aForm();
    await aForm({ origins: ['https://other.test'], maxSubmissions: 5 }, form);
    expect((await openForm(form)).version).toBe(1);
    expect((await get(`/v1/forms/${form}`, { Origin: site })).status).toBe(403);
  });

  test('a changed purpose text makes the next version, under another statement, and the older one stays', async () => {
    const form = await aForm();
    const before = await openForm(form);
    const lists = await as(['lists']);
    const texts = {
      title: 'News',
      approval: 'Yes, news.',
      notice: 'News.',
      description: 'We write to you. Every letter has a link that stops them.',
      privacyTitle: 'Privacy',
      privacyUrl: 'https://site.test/privacy',
    };
    const { purposes } = (await (await lists.get('/v1/purposes')).json()) as {
      purposes: { key: string; texts: Record<string, typeof texts> }[];
    };
    const old = purposes.find(({ key }) => key === 'e-marketing')?.texts.en;
    await lists.put('/v1/purposes/e-marketing/texts/en', texts);
    const after = await openForm(form);
    await lists.put('/v1/purposes/e-marketing/texts/en', old);
    expect(after.version).toBe(2);
    expect(after.sections[0]?.purposes[0]?.text).toBe('Yes, news.');
    expect(after.statement).not.toBe(before.statement);
    const kept = await get(`/v1/statements/${before.statement}`);
    expect(await kept.text()).toContain(before.sections[0]?.purposes[0]?.text);
  });

  test('shows a subscription type in a locale that was added to it', async () => {
    const lists = await as(['lists']);
    const path = '/v1/subscription-types/newsletter/texts/nl';
    expect((await lists.put(path, { name: 'Nieuwsbrief', description: '' })).status).toBe(200);
    expect((await lists.put(path, { name: '', description: '' })).status).toBe(422);
    const unknown = '/v1/subscription-types/nope/texts/nl';
    expect((await lists.put(unknown, { name: 'Nieuwsbrief', description: '' })).status).toBe(404);
    expect((await (await as(['forms'])).put(path, {})).status).toBe(403);

    const form = await aForm({ locales: ['en', 'nl'] });
    const { sections } = await openForm(form, 'nl');
    expect(sections[0]?.purposes[0]?.subscriptions[0]?.name).toBe('Nieuwsbrief');
  });

  const wrong = [
    ['no address is asked for', { sections: [{ key: 's', fields: [] }] }, 'sections'],
    [
      'a purpose is unknown',
      { sections: [{ ...aDefinition().sections[0], key: 's', purposes: [{ purpose: 'nope' }] }] },
      'sections',
    ],
    ['a text lacks the form’s own locale', { submit: { da: 'Send' } }, 'submit'],
    [
      'the redirect leads elsewhere',
      { done: { ...aDefinition().done, redirect: 'https://evil.test/' } },
      'done.redirect',
    ],
    ['it names its own redirect hosts', { redirectHosts: ['evil.test'] } as object, ''],
    ['an origin has a path', { origins: ['https://a.test/path'] }, 'origins.0'],
    ['the shape is wrong', { sections: 'none' as never }, 'sections'],
  ] as const;

  test.each(wrong)('is refused where %s', async (_, draft, field) => {
    const { put } = await as(['forms']);
    const response = await put('/v1/forms/wrong', aDefinition(structuredClone(draft) as never));
    expect(response.status).toBe(422);
    expect((await problemOf(response)).errors?.map((error) => error.field)).toContain(field);
  });

  test('is recorded with who did it, before and after', async () => {
    const form = await aForm();
    await aForm({ submit: { en: 'Join' } }, form);
    const sql =
      "SELECT count(*) AS count FROM audit WHERE act = 'form.publish' AND object = ? AND actor LIKE 'api:%' AND before LIKE '%Sign up%' AND after LIKE '%Join%'";
    expect(await count(sql, `${form}@2`)).toBe(1);
  });
});
