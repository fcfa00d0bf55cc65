import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { aDefinition, aForm, as, count, openForm, problemOf, site } from '../builders.ts';
import { get } from './getting.ts';

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

  test('takes a wildcard below a name that someone owns', async () => {
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

  test('the same again is no change either, and another title is', async () => {
    const form = await aForm();
    const changedAt = () => count('SELECT updated_at AS count FROM form WHERE key = ?1', form);
    await env.DB.prepare('UPDATE form SET updated_at = 7 WHERE key = ?1').bind(form).run();
    await aForm({}, form);
    expect(await changedAt()).toBe(7);
    await aForm({ title: { en: 'Other news' } }, form);
    expect(await changedAt()).toBeGreaterThan(7);
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
