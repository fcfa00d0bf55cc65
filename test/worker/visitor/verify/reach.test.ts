// What a session allows that began with a link someone else may hold: a mailing tool, or someone to whom an email was forwarded.
import { env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Preferences } from '../../../../worker/contract/preferences.ts';
import { Problem } from '../../../../worker/contract/problem.ts';
import { Session } from '../../../../worker/contract/sessions.ts';
import { preferencesLink } from '../../../../worker/people/links.ts';
import { signLink } from '../../../../worker/platform/signing/link.ts';
import {
  aForm,
  aFormWith,
  anEmail,
  anIp,
  as,
  call,
  count,
  findPerson,
  host,
  signUp,
} from '../../builders.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { enter, post } from './entering.ts';

const Links = z.object({ links: z.array(z.object({ id: z.string(), preferences: z.string() })) });

const aPerson = async () => {
  const email = anEmail();
  const name = { key: 'name', kind: 'text', label: { en: 'Name' }, stores: 'name' } as const;
  await signUp(await aForm(aFormWith(name)), email, {
    subscriptions: { newsletter: true },
    fields: { email, name: 'Anna' },
  });
  return { email, id: (await findPerson(email))?.id ?? '' };
};

const tokenOf = (link: string): string => link.split('/enter/')[1] ?? '';

const sessionBy = async (link: string) => {
  const answer = await post('/v1/sessions', { link: tokenOf(link) });
  const { token, reach } = Session.parse(await answer.json());
  return { reach, headers: { Authorization: `Bearer ${token}` } };
};

/** The link that a mailing tool is given for a person. */
const linkOfTool = async (id: string): Promise<string> => {
  const tool = await as(['mailing']);
  const before = id.replace(/.{4}$/, '0000');
  const path = `/v1/people/links?subscription=newsletter&limit=100&after=${before}`;
  const { links } = Links.parse(await (await tool.get(path)).json());
  return links.find((each) => each.id === id)?.preferences ?? '';
};

const read = async (headers: Record<string, string>) =>
  Preferences.parse(await (await call('/v1/preferences?locale=en', { headers })).json());

/** What needs more than choices: how it is asked for, and with what reach. */
const stronger: [what: string, path: string, body: object | null][] = [
  ['downloading the data', '/v1/preferences/data', null],
  ['correcting details', '/v1/preferences/corrections', { locale: 'en', fields: { name: 'Eve' } }],
  ['asking for erasure', '/v1/preferences/requests', { kind: 'erasure' }],
  ['asking for access', '/v1/preferences/requests', { kind: 'access' }],
  ['cancelling an erasure', '/v1/preferences/requests/1/cancel', {}],
];

const asked = async (path: string, body: object | null, headers: Record<string, string>) =>
  body ? post(path, body, headers) : call(path, { headers });

describe('a session by the link of a mailing tool', () => {
  test('sees and changes choices, and nothing that the person wrote of themselves', async () => {
    const { email, id } = await aPerson();
    const { reach, headers } = await sessionBy(await linkOfTool(id));
    expect(reach).toBe('choices');
    const { statement, purposes, fields } = await read(headers);
    expect(fields).toEqual([]);
    const seen = purposes.find(({ key }) => key === 'e-marketing')?.record ?? null;
    const changes = [{ purpose: 'e-marketing', on: false, seen }];
    const saved = await post('/v1/preferences', { statement, locale: 'en', changes }, headers);
    expect(saved.status).toBe(200);
    expect(await saved.json()).toMatchObject({ preferences: { fields: [] } });
    expect((await read(await enter(email))).fields).not.toEqual([]);
  });

  test.each(stronger)('asks for a code before %s', async (_, path, body) => {
    const { email, id } = await aPerson();
    const { headers } = await sessionBy(await linkOfTool(id));
    const refused = await asked(path, body, headers);
    expect(refused.status).toBe(403);
    expect(Problem.parse(await refused.json()).type).toBe('/problems/needs-code');
    expect(await count('SELECT COUNT(*) AS count FROM request WHERE person = ?1', id)).toBe(0);
    expect((await asked(path, body, await enter(email))).status).not.toBe(403);
  });
});

describe('the links in our own emails', () => {
  test('allow choices only where they are to be kept', async () => {
    const { email } = await aPerson();
    const text = (await messagesTo(email)).map((message) => message.text).join('\n');
    const link = /https:\S+\/enter\/\S+/.exec(text)?.[0] ?? '';
    expect((await sessionBy(link)).reach).toBe('choices');
  });

  test('that lead to the data allow reading it and no more', async () => {
    const { id } = await aPerson();
    const { headers } = await sessionBy(await preferencesLink(env, host, id, 1, 'data'));
    expect((await read(headers)).fields).not.toEqual([]);
    expect((await call('/v1/preferences/data', { headers })).status).toBe(200);
    const correction = { locale: 'en', fields: { name: 'Eve' } };
    expect((await post('/v1/preferences/corrections', correction, headers)).status).toBe(403);
  });

  test.each([undefined, 'everything'])(
    'allow choices only where they name the reach %s',
    async (item) => {
      const { id } = await aPerson();
      const named = { scope: 'preferences', subject: id, seconds: 60 } as const;
      const token = await signLink(env, item ? { ...named, item } : named);
      expect((await sessionBy(`/enter/${token}`)).reach).toBe('choices');
    },
  );
});

describe('the hosted page of such a session', () => {
  const cookieOf = async (id: string): Promise<Record<string, string>> => {
    const entered = await SELF.fetch(await linkOfTool(id));
    const [cookie = ''] = (entered.headers.get('Set-Cookie') ?? '').split(';');
    return { Cookie: cookie, Origin: host, 'CF-Connecting-IP': anIp() };
  };

  test.each([
    ['requests', 'kind=erasure&sure=yes'],
    ['corrections', 'locale=en&fields.name=Eve'],
    ['cancel', 'number=1'],
  ])('answers what is posted to %s by sending a code', async (path, body) => {
    const { email, id } = await aPerson();
    const headers = await cookieOf(id);
    const page = await SELF.fetch(`${host}/preferences/${path}`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
    });
    expect(page.status).toBe(403);
    expect(await page.text()).toContain('name="code"');
    await expect
      .poll(async () => (await messagesTo(email)).some(({ text }) => /^\d{6}$/m.test(text)))
      .toBe(true);
    expect(await count('SELECT COUNT(*) AS count FROM request WHERE person = ?1', id)).toBe(0);
  });

  test('asks for the address where the data is opened, and sends nothing', async () => {
    const { email, id } = await aPerson();
    const opened = { headers: await cookieOf(id) };
    const page = await SELF.fetch(`${host}/preferences/data?format=html`, opened);
    expect(page.status).toBe(403);
    const text = await page.text();
    expect(text).toContain('name="email"');
    expect(text).not.toContain('Anna');
    expect(await count('SELECT COUNT(*) AS count FROM entry WHERE person = ?1', id)).toBe(0);
    expect((await messagesTo(email)).some((message) => /^\d{6}$/m.test(message.text))).toBe(false);
  });
});
