import { env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { signLink } from '../../../../worker/platform/signing/link.ts';
import { anEmail, anIp, count, host } from '../../builders.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { atConsole, aUser } from '../signing-in.ts';
import { assertion } from './access.ts';

const ask = async (email: string) => {
  const answer = await SELF.fetch(`${host}/console/sign-in`, {
    method: 'POST',
    headers: { Origin: host, 'CF-Connecting-IP': anIp() },
    body: new URLSearchParams({ email }),
  });
  return { status: answer.status, text: (await answer.text()).replaceAll(email, '…') };
};

const message = (email: string) =>
  expect
    .poll(() => count('SELECT COUNT(*) AS count FROM outbox WHERE recipient = ?1', email))
    .toBeGreaterThan(0);

const linkTo = async (email: string): Promise<string> => {
  await ask(email);
  await message(email);
  const [sent] = (await messagesTo(email)).toReversed();
  return /https:\S+\/console\/sign-in\/\S+/.exec(sent?.text ?? '')?.[0] ?? '';
};

/** The link of one more email than there are. */
const nextLinkTo = async (email: string): Promise<string> => {
  const sent = 'SELECT COUNT(*) AS count FROM outbox WHERE recipient = ?1';
  const before = await count(sent, email);
  await ask(email);
  await expect.poll(() => count(sent, email)).toBe(before + 1);
  const last = (await messagesTo(email)).at(-1);
  return /https:\S+\/console\/sign-in\/\S+/.exec(last?.text ?? '')?.[0] ?? '';
};

const press = (link: string) =>
  SELF.fetch(link, { method: 'POST', headers: { Origin: host }, redirect: 'manual' });

const cookieOf = (answer: Response): string =>
  answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';

const opens = async (headers: Record<string, string>) =>
  (await SELF.fetch(`${host}/console/account`, { headers, redirect: 'manual' })).status;

describe('signing in', () => {
  test('is done by the button behind a mailed link, once', async () => {
    const { email } = await aUser(['forms']);
    const link = await linkTo(email);
    for (const method of ['GET', 'HEAD', 'GET'])
      expect((await SELF.fetch(link, { method })).headers.get('Set-Cookie')).toBeNull();
    const answer = await press(link);
    const cookie = answer.headers.get('Set-Cookie') ?? '';
    for (const part of ['__Host-samtykke-console=', 'HttpOnly', 'Secure', 'SameSite=Strict'])
      expect(cookie).toContain(part);
    expect(await opens({ Cookie: cookieOf(answer) })).toBe(200);
    expect((await press(link)).headers.get('Set-Cookie')).toBeNull();
  });

  test('is done as often as one likes, though five links at most wait to be used', async () => {
    const { email } = await aUser(['forms']);
    for (let turn = 0; turn < 7; turn++) {
      const answer = await press(await nextLinkTo(email));
      expect(answer.headers.get('Set-Cookie'), String(turn)).toContain('__Host-samtykke-console=');
    }
    for (let turn = 0; turn < 8; turn++) await ask(email);
    const unused =
      'SELECT COUNT(*) AS count FROM sign_in s JOIN user u ON u.id = s.user WHERE u.email = ?1 AND s.used_at IS NULL';
    await expect.poll(() => count(unused, email)).toBe(5);
    expect((await messagesTo(email)).length).toBe(12);
  });

  test('answers the same for any address, and sends nothing to a stranger', async () => {
    const { email } = await aUser([]);
    const stranger = anEmail();
    expect(await ask(stranger)).toEqual(await ask(email));
    await message(email);
    expect(await messagesTo(stranger)).toEqual([]);
  });

  test('sends nothing to a user who is not active', async () => {
    const { email } = await aUser([], { active: false });
    await ask(email);
    const later = await aUser([]);
    await ask(later.email);
    await message(later.email);
    expect(await messagesTo(email)).toEqual([]);
  });

  test('makes the address of ADMIN_EMAIL the first administrator', async () => {
    const answer = await press(await linkTo('first@site.test'));
    const users = await SELF.fetch(`${host}/console/users`, {
      headers: { Cookie: cookieOf(answer) },
    });
    expect(users.status).toBe(200);
  });

  test('takes no link that is forged, expired or for something else', async () => {
    const { id } = await aUser([]);
    const links = [
      await signLink(env, { scope: 'sign-in', subject: id, seconds: -1 }),
      await signLink(env, { scope: 'session', subject: id, seconds: 60 }),
      await signLink(env, { scope: 'preferences', subject: id, seconds: 60 }),
      'x.y.z',
    ];
    for (const token of links) {
      const answer = await press(`${host}/console/sign-in/${token}`);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('Set-Cookie')).toBeNull();
    }
  });
});

describe('signing in with a provider', () => {
  test.each(['', '/callback'])('has a limit for each network at oidc%s', async (path) => {
    const headers = { 'CF-Connecting-IP': anIp() };
    const ask = async () =>
      (await SELF.fetch(`${host}/console/sign-in/oidc${path}`, { headers })).status;
    let asked = 0;
    while (asked <= 60 && (await ask()) === 404) asked++;
    expect(asked).toBeGreaterThanOrEqual(30);
    expect(await ask()).toBe(429);
  });
});

describe('a session', () => {
  test('has a token of its own each time: one that someone brought along opens nothing', async () => {
    const { email } = await aUser([]);
    const link = await linkTo(email);
    const fixed = '__Host-samtykke-console=chosen-by-someone-else';
    const answer = await SELF.fetch(link, {
      method: 'POST',
      headers: { Origin: host, Cookie: fixed },
    });
    expect(cookieOf(answer)).not.toBe(fixed);
    expect(await opens({ Cookie: fixed })).toBe(303);
  });

  test('ends when it is left, when its user ends it elsewhere, and when they may not sign in any more', async () => {
    const left = await atConsole([]);
    await left.post('/leave');
    expect((await left.get('/account')).status).toBe(303);

    const admin = await atConsole(['users']);
    const user = await atConsole(['forms']);
    const body = { name: 'Ulla', locale: 'en' };
    expect((await admin.post(`/users/${user.user.id}`, body)).status).toBe(422);
    const full = await atConsole(['users', 'forms']);
    expect((await full.post(`/users/${user.user.id}`, body)).status).toBe(303);
    expect((await user.get('/account')).status).toBe(303);
  });

  test('ends after eight idle hours', async () => {
    const { get, user } = await atConsole([]);
    await env.DB.prepare('UPDATE user_session SET seen_at = seen_at - 28800001 WHERE user = ?1')
      .bind(user.id)
      .run();
    expect((await get('/account')).status).toBe(303);
  });

  test('that ends over a form loses nothing that was entered', async () => {
    const { post, user, get } = await atConsole([]);
    const end = (by: number) =>
      env.DB.prepare('UPDATE user_session SET seen_at = seen_at - ?2 WHERE user = ?1')
        .bind(user.id, by)
        .run();
    await end(28_800_001);
    const name = 'Ulla "the\nlong" <b>';
    const answer = await post('/account?from=here', { name, locale: 'en' });
    expect(answer.status).toBe(401);
    const page = await answer.text();
    expect(page).toContain('You were signed out');
    expect(page).toContain('<form method="post" action="/console/account?from=here">');
    expect(page).toContain('name="name" value="Ulla &quot;the\nlong&quot; &lt;b&gt;"');
    expect((await post('/leave')).headers.get('Location')).toBe('/console/sign-in');
    await end(-28_800_001);
    expect(await (await get('/account')).text()).toContain('value="Ulla"');
  });

  test('does nothing for a form of another site', async () => {
    const { post, get } = await atConsole([]);
    const answer = await post('/account', { name: 'Mallory', locale: 'en' }, 'https://evil.test');
    expect(answer.status).toBe(403);
    expect(await (await get('/account')).text()).not.toContain('Mallory');
  });

  test('is led to the entrance where there is none', async () => {
    const answer = await SELF.fetch(`${host}/console/people`, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/console/sign-in');
  });
});

describe('Cloudflare Access', () => {
  const open = async (token: string) => opens({ 'Cf-Access-Jwt-Assertion': token });

  test('lets in whom it vouches for, if they are a user', async () => {
    const { email } = await aUser([]);
    expect(await open(await assertion(email))).toBe(200);
    expect(await open(await assertion(anEmail()))).toBe(303);
  });

  test('is not taken for another application, another team or another algorithm', async () => {
    const { email } = await aUser([]);
    const none = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ email, aud: 'the-console' }))}.`;
    for (const token of [
      await assertion(email, { aud: 'another' }),
      await assertion(email, { iss: 'https://other.cloudflareaccess.com' }),
      none,
    ])
      expect(await open(token)).toBe(303);
  });
});
