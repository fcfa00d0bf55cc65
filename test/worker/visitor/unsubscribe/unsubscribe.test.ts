import { env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { unsubscribeLink } from '../../../../worker/people/links.ts';
import { unsubscribeByMail } from '../../../../worker/visitor/unsubscribe/by-mail.ts';
import {
  aForm,
  anEmail,
  as,
  findPerson,
  host,
  recordsOf,
  signUp,
  standingsOf,
  theSystem,
} from '../../builders.ts';
import { makeStand } from '../../ledger/writers.ts';
import { byTrips } from '../../trips.ts';

const both = { subscriptions: { newsletter: true, invitations: true } };

/** Someone who gets the newsletter and invitations, and the link of a newsletter's footer. */
const reader = async (locale = 'en') => {
  const email = anEmail();
  await signUp(await aForm(), email, { ...both, locale });
  const person = await findPerson(email);
  const link = await unsubscribeLink(env, host, person?.id ?? '', 'newsletter');
  return { email, link };
};

const post = (link: string, body: Record<string, string>) =>
  SELF.fetch(link, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' });

const oneClick = { 'List-Unsubscribe': 'One-Click' };

describe('one click in the mail program (RFC 8058)', () => {
  test('ends that subscription, without a page, a cookie or a redirect', async () => {
    const { email, link } = await reader();
    const answer = await post(link, oneClick);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('Set-Cookie')).toBeNull();
    expect(await standingsOf(email)).toEqual({
      'e-marketing': 'given',
      newsletter: 'withdrawn',
      invitations: 'given',
    });
  });

  test('twice, and twice at once, is recorded once', async () => {
    const { email, link } = await reader();
    await Promise.all([post(link, oneClick), post(link, oneClick)]);
    await post(link, oneClick);
    const ended = (await recordsOf(email)).filter(
      ({ content }) => content.decision === 'withdrawn',
    );
    expect(ended.map(({ content }) => content.source)).toEqual(['e-mail']);
  });

  test.each([
    ['no body', undefined, undefined],
    ['an empty form', 'application/x-www-form-urlencoded', ''],
    [
      'another case, with a line break',
      'application/x-www-form-urlencoded',
      'list-unsubscribe=one-click\r\n',
    ],
    ['encoded hyphens', 'application/x-www-form-urlencoded', 'List%2DUnsubscribe=One%2DClick'],
    ['plain text', 'text/plain', 'List-Unsubscribe=One-Click'],
    ['JSON', 'application/json', '{"List-Unsubscribe":"One-Click"}'],
    ['no content type', '', 'List-Unsubscribe=One-Click '],
    ['another spelling', 'text/plain', 'List_Unsubscribe=OneClick'],
    ['a space for the hyphen', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One+Click'],
    ['its name alone', 'application/x-www-form-urlencoded', 'List-Unsubscribe'],
    ['two octets a character', 'text/plain', [...'List-Unsubscribe'].join('\0')],
    [
      'multipart',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
    [
      'multipart without its boundary',
      'multipart/form-data',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])('is understood with %s', async (_, type, body) => {
    const { email, link } = await reader();
    const headers: Record<string, string> = type === undefined ? {} : { 'Content-Type': type };
    expect((await SELF.fetch(link, { method: 'POST', headers, body })).status).toBe(200);
    expect((await standingsOf(email)).newsletter).toBe('withdrawn');
  });

  test('answers 200 for a person who was erased since', async () => {
    const { email, link } = await reader();
    await env.DB.prepare('DELETE FROM person WHERE email = ?1').bind(email).run();
    expect((await post(link, oneClick)).status).toBe(200);
  });

  test.each(['.', ',', ')', ']', '>', '%3E', '%3E.', '%29,'])(
    'works by a link with %s behind it',
    async (tail) => {
      const { email, link } = await reader();
      expect((await post(`${link}${tail}`, oneClick)).status).toBe(200);
      expect((await standingsOf(email)).newsletter).toBe('withdrawn');
    },
  );

  test.each([
    ['as it is', (token: string) => `unsubscribe ${token}`],
    ['in angle brackets', (token: string) => `<${token}>`],
    ['encoded in base64', (token: string) => `=?utf-8?B?${btoa(`unsubscribe ${token}`)}?=`],
    [
      'encoded in words of 75 octets',
      (token: string) =>
        (`unsubscribe ${token}`.match(/.{1,60}/g) ?? [])
          .map(
            (part) =>
              `=?UTF-8?Q?${part.replaceAll('=', '=3D').replaceAll('_', '=5F').replaceAll(' ', '_')}?=`,
          )
          .join('\r\n '),
    ],
    [
      'folded, with white space in it',
      (token: string) => (`Re: unsubscribe ${token}`.match(/.{1,70}/g) ?? []).join('\t'),
    ],
  ])('works by an email whose subject has the token %s', async (_, subjectOf) => {
    const { email, link } = await reader();
    const subject = subjectOf(link.split('/').at(-1) ?? '');
    await unsubscribeByMail(theSystem(), { get: () => subject });
    expect((await standingsOf(email)).newsletter).toBe('withdrawn');
  });

  test.each(['before', 'after'])(
    'works by an email while the database fails, %s it has done what it was asked',
    async (moment) => {
      const { email, link } = await reader();
      let trips = 0;
      const DB = byTrips(env.DB, async (go) => {
        trips += 1;
        if (trips > 2) return go();
        if (moment === 'after') await go();
        throw new Error('Network connection lost.');
      });
      const subject = `unsubscribe ${link.split('/').at(-1)}`;
      await unsubscribeByMail(theSystem({ ...env, DB }), new Headers({ Subject: subject }));
      expect((await standingsOf(email)).newsletter).toBe('withdrawn');
    },
  );

  test('works by an email to the mailto address too, and a stranger’s email changes nothing', async () => {
    const { email, link } = await reader();
    await unsubscribeByMail(theSystem(), new Headers({ Subject: 'please stop' }));
    expect((await standingsOf(email)).newsletter).toBe('given');
    await unsubscribeByMail(
      theSystem(),
      new Headers({ Subject: `unsubscribe ${link.split('/').at(-1)}` }),
    );
    expect((await standingsOf(email)).newsletter).toBe('withdrawn');
  });
});

describe('the link in a footer', () => {
  test('changes nothing by being fetched', async () => {
    const { email, link } = await reader();
    for (const method of ['GET', 'HEAD', 'OPTIONS']) await SELF.fetch(link, { method });
    expect((await standingsOf(email)).newsletter).toBe('given');
  });

  test('opens a page in the language of the person, with a button that has the focus', async () => {
    const { link } = await reader('da');
    const page = await SELF.fetch(link);
    const text = await page.text();
    expect(text).toContain('<html lang="da"');
    expect(text).toContain('autofocus>Afmeld “Nyhedsbrev”</button>');
    expect(text).toContain('>Afmeld alt</button>');
    expect(text).toContain('<a href="/preferences?locale=da">Se og ret alle mine valg</a>');
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
  });

  test('ends the subscription when its button is pressed, and says so', async () => {
    const { email, link } = await reader();
    expect(await (await post(link, { what: 'this' })).text()).toContain(
      'You are unsubscribed from “Newsletter”.',
    );
    expect((await standingsOf(email)).newsletter).toBe('withdrawn');
  });

  test('ends everything in one step, the purpose with its subscriptions', async () => {
    const { email, link } = await reader();
    await post(link, { what: 'everything' });
    expect(await standingsOf(email)).toEqual({
      'e-marketing': 'withdrawn',
      newsletter: 'withdrawn',
      invitations: 'withdrawn',
    });
  });

  test('still ends a subscription type that is no longer active, and everything with it', async () => {
    const setActive = (active: 0 | 1) =>
      env.DB.prepare("UPDATE subscription_type SET active = ?1 WHERE key = 'newsletter'")
        .bind(active)
        .run();
    const [one, all] = [await reader(), await reader()];
    await setActive(0);
    const shown = await SELF.fetch(one.link);
    await post(one.link, oneClick);
    await post(all.link, { what: 'everything' });
    await setActive(1);
    expect(shown.status).toBe(200);
    expect((await standingsOf(one.email)).newsletter).toBe('withdrawn');
    expect((await standingsOf(all.email)).newsletter).toBe('withdrawn');
  });

  test('opened again says what stands, and offers only what can still be ended', async () => {
    const { link } = await reader();
    const shown = async () => (await SELF.fetch(link)).text();
    expect(await shown()).toContain('Unsubscribe from “Newsletter”');
    for (const page of [await (await post(link, { what: 'this' })).text(), await shown()]) {
      expect(page).toContain('<h1>You are unsubscribed from “Newsletter”.</h1>');
      expect(page).not.toContain('Unsubscribe from “Newsletter”');
      expect(page).toContain('value="everything"');
    }
    for (const page of [await (await post(link, { what: 'everything' })).text(), await shown()]) {
      expect(page).toContain('<h1>You are unsubscribed from all our emails.</h1>');
      expect(page).not.toContain('<button');
    }
  });

  test('of someone who was erased says that nothing is kept, in their browser’s language', async () => {
    const { email, link } = await reader();
    const { delete: erase } = await as(['bulk-delete']);
    await erase(`/v1/people/${(await findPerson(email))?.id}?reason=request`);
    const page = await SELF.fetch(link, { headers: { 'Accept-Language': 'da' } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<h1>Vi har ikke længere oplysninger om dig');
    expect((await post(link, oneClick)).status).toBe(200);
    expect((await post(link, { what: 'everything' })).status).toBe(200);
  });

  test('still ends a subscription type that is no longer in the lists, and shows the page', async () => {
    const { email } = await reader();
    await env.DB.prepare(
      "INSERT INTO subscription_type (key, purpose, channel) VALUES ('tips', 'e-marketing', 'e-mail')",
    ).run();
    await makeStand(email, { subscription: 'tips' }, 'given');
    await env.DB.prepare("DELETE FROM subscription_type WHERE key = 'tips'").run();
    const link = await unsubscribeLink(env, host, (await findPerson(email))?.id ?? '', 'tips');
    expect((await SELF.fetch(link)).status).toBe(200);
    expect((await post(link, oneClick)).status).toBe(200);
    expect(await standingsOf(email)).toMatchObject({ tips: 'withdrawn', newsletter: 'given' });
  });

  test('says nothing of what was never given', async () => {
    const email = anEmail();
    await signUp(await aForm(), email, { purposes: { 'e-marketing': false } });
    const person = await findPerson(email);
    const link = await unsubscribeLink(env, host, person?.id ?? '', 'newsletter');
    await post(link, { what: 'everything' });
    expect(await standingsOf(email)).toEqual({ 'e-marketing': 'refused' });
  });

  test('leads nowhere when it was changed, and asks what a post means that says something else', async () => {
    const { link } = await reader();
    expect((await post(`${link}x`, oneClick)).status).toBe(404);
    expect((await post(link, { what: 'something else' })).status).toBe(400);
  });
});
