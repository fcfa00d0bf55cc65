import { SELF } from 'cloudflare:test';
import { afterEach, describe, expect, test } from 'vitest';
import type { Branding } from '../../../../worker/contract/branding.ts';
import { contrast, readableOn } from '../../../../worker/settings/branding/contrast.ts';
import { aForm, anEmail, as, host, problemOf, signUp } from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';
import { messagesTo } from '../../outbox/mailbox.ts';

const plain: Branding = { logo: '', accent: null, width: 36, texts: {} };
const logo = 'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=';

const brand = async (branding: unknown) =>
  (await as(['settings'])).put('/v1/settings/branding', branding);

const page = async (path: string) => SELF.fetch(host + path);

afterEach(async () => {
  await brand(plain);
});

describe('a brand', () => {
  test('colours hosted pages, widens them, and puts its logo above', async () => {
    const accent = { light: '#7a1f5c', dark: '#ffb3e1' };
    await brand({ ...plain, logo, accent, width: 48 });
    const answer = await page('/preferences');
    const html = await answer.text();
    expect(html).toContain('--brand:light-dark(#7a1f5c,#ffb3e1)');
    expect(html).toContain('--on-brand:light-dark(#ffffff,#000000)');
    expect(html).toContain('--brand-width:48rem');
    expect(html).toContain(`<img class="logo" src="${logo}"`);
  });

  test('says its own words above the preference centre, in the locales that it has them in', async () => {
    await brand({ ...plain, texts: { en: { title: 'Your orchard mail' } } });
    expect(await (await page('/preferences?locale=en')).text()).toContain('Your orchard mail');
    const danish = await SELF.fetch(`${host}/preferences?locale=da`);
    expect(await danish.text()).not.toContain('Your orchard mail');
    expect(await (await page('/v1/branding?locale=en-GB')).json()).toEqual({
      title: 'Your orchard mail',
    });
  });

  test('cannot bring in a script, be it in a text, a colour or a picture', async () => {
    await brand({ ...plain, texts: { en: { intro: '<script>alert(1)</script>' } } });
    expect(await (await page('/preferences')).text()).not.toContain('<script>alert');
    const bad = [
      { ...plain, accent: { light: 'red}body{', dark: '#ffffff' } },
      { ...plain, logo: 'https://tracker.example/pixel.png' },
      { ...plain, logo: 'data:text/html;base64,PGI+' },
      { ...plain, width: 500 },
    ];
    for (const branding of bad) {
      const answer = await brand(branding);
      expect(answer.status).toBe(422);
      expect((await problemOf(answer)).errors).toHaveLength(1);
    }
  });

  test('colours the buttons of emails', async () => {
    await brand({ ...plain, accent: { light: '#7a1f5c', dark: '#ffb3e1' } });
    const email = anEmail();
    await signUp(await aForm({ confirm: true }), email);
    const [message] = await messagesTo(email);
    expect(message?.html).toContain('background:#7a1f5c;color:#ffffff');
  });
});

test('text on any colour can be read', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
  for (const colour of ['#2f5bd0', '#ffcc00', '#777777', '#808080', '#ff0000'])
    expect(contrast(colour, readableOn(colour))).toBeGreaterThanOrEqual(4.5);
});

test('the console writes the words above the preference centre in any language, and takes them away', async () => {
  const at = await atConsole(['settings']);
  const save = (words: Record<string, string>) =>
    at.post('/settings/branding', { plain: 'yes', width: '36', ...words });
  const read = async () => (await (await as(['settings'])).get('/v1/settings')).json();
  await save({ 'de.title': 'Ihre Post von uns', 'de.intro': '', 'en.title': '', 'en.intro': 'Hi' });
  expect(await read()).toMatchObject({
    branding: { texts: { de: { title: 'Ihre Post von uns' }, en: { intro: 'Hi' } } },
  });
  await save({ 'de.title': '', 'de.intro': '' });
  const { branding } = (await read()) as { branding: Branding };
  expect(branding.texts).not.toHaveProperty('de');
  expect(branding.texts.en).toEqual({ intro: 'Hi' });
});

const png = 'data:image/png;base64,iVBORw0KGgo=';

describe('every hosted page', () => {
  const paths = async () => [
    '/preferences',
    `/f/${await aForm({ locales: ['en', 'da'] })}`,
    `/f/${await aForm({ locales: ['en', 'da'], active: false })}`,
    '/enter/not-a-token',
    '/confirm/not-a-token',
    '/address/not-a-token',
    '/v1/unsubscribe/not-a-token',
    '/f/nothing-here',
  ];

  const shown = async (path: string): Promise<string> =>
    (await SELF.fetch(host + path, { headers: { Accept: 'text/html' } })).text();

  test('says whose it is, and links to the privacy statement', async () => {
    for (const path of await paths()) {
      const html = await shown(path);
      expect(html, path).toContain('<p class="company">Æblegård</p>');
      expect(html, path).toContain('<a href="https://site.test/privacy">Privacy statement</a>');
    }
    await brand({ ...plain, texts: { da: { privacyUrl: 'https://site.test/privatliv' } } });
    for (const path of await paths())
      expect(await shown(`${path}?locale=da`), path).toContain(
        '<a href="https://site.test/privatliv">Privatlivspolitik</a>',
      );
  });

  test('can be read in another language, at an address of its own', async () => {
    for (const path of await paths()) {
      expect(await shown(path), path).toContain(`href="${path}?locale=da"`);
      const danish = await shown(`${path}?locale=da`);
      expect(danish, path).toContain('<html lang="da"');
      expect(danish, path).toMatch(/lang="da" hreflang="da" aria-current="true">Dansk</);
    }
  });

  test('offers a form only in the languages that it is published in', async () => {
    expect(await shown(`/f/${await aForm({ locales: ['en', 'da'] })}`)).not.toContain('Deutsch');
    expect(await shown(`/f/${await aForm({ locales: ['en'] })}`)).not.toContain(
      'class="languages"',
    );
  });

  test('stays in that language when its button is pressed', async () => {
    const email = anEmail();
    await signUp(await aForm({ confirm: true }), email, {});
    const [message] = await messagesTo(email);
    const [link = ''] = /^https:\S+\/confirm\/\S+$/m.exec(message?.text ?? '') ?? [];
    const { pathname } = new URL(link);
    const html = await shown(`${pathname}?locale=da`);
    expect(html).toContain('<html lang="da"');
    expect(html).toContain(`action="${pathname}?locale=da"`);
  });
});

describe('every email', () => {
  const entry = async () => {
    const email = anEmail();
    await signUp(await aForm(), email, {});
    const [message] = await messagesTo(email);
    return message;
  };

  test('says whose it is, by its name or by a logo that is the same for everybody', async () => {
    const named = await entry();
    expect(named?.html).toMatch(/<p style="[^"]*">Æblegård<\/p><h1/);
    expect(named?.text).toContain('-- \nÆblegård\n');
    await brand({ ...plain, logo: png });
    const [one, other] = [await entry(), await entry()];
    const [, path = ''] =
      /<img src="https:\/\/samtykke\.test(\/logo\/[0-9a-f]+)" alt="Æblegård"/.exec(
        one?.html ?? '',
      ) ?? [];
    expect(other?.html).toContain(path);
    const answer = await page(path);
    expect(answer.headers.get('Content-Type')).toBe('image/png');
    expect(answer.headers.get('Cache-Control')).toContain('immutable');
    expect(new Uint8Array(await answer.arrayBuffer())[1]).toBe('P'.charCodeAt(0));
    await brand({ ...plain, logo });
    expect((await page(path)).status).toBe(404);
    expect((await entry())?.html).not.toContain('<img');
  });
});
