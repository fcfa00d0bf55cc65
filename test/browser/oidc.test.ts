import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { ActsPage } from '../../worker/contract/audit.ts';
import { User, Users } from '../../worker/contract/users.ts';
import { signIn } from '../bench/sign-in.ts';
import { type Everything, runEverything } from '../running.ts';
import { client, otherClient, type RunningProvider, startProvider } from './provider.ts';
import { anEmail, visit, worker as workerWithout } from './visitor.ts';

const admin = 'admin@orchard.example';

let provider: RunningProvider;
let everything: Everything;

beforeAll(async () => {
  provider = await startProvider();
  everything = await runEverything({
    database: inject('database'),
    vars: {
      ENVIRONMENT: 'development',
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
    },
  });
  await signIn(everything.worker);
});
beforeEach(() => {
  provider.account = { email: admin, isVerified: true };
  provider.fault = null;
});
afterAll(async () => {
  await everything.stop();
  provider.stop();
});

/** A browser without pages: it keeps cookies, and follows redirects one at a time. */
const aBrowser = () => {
  const cookies = new Map<string, string>();
  const get = async (url: string, language = 'en'): Promise<Response> => {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      headers: { Cookie, 'Accept-Language': language },
      redirect: 'manual',
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  const leadsTo = (answer: Response): string =>
    new URL(answer.headers.get('Location') ?? '', answer.url).href;
  return {
    cookies,
    get,
    /** Begins a sign-in: the address of the provider. */
    begin: async () => leadsTo(await get(`${everything.worker}/console/sign-in/oidc`)),
    /** Signs in at the provider: the address that it leads back to. */
    pass: async (at: string): Promise<string> => {
      let url = at;
      while (!url.startsWith(everything.worker)) url = leadsTo(await get(url));
      return url;
    },
  };
};

/** Signs in up to the callback, with whatever the test has set at the provider. */
const comeBack = async (browser = aBrowser(), language?: string): Promise<Response> =>
  browser.get(await browser.pass(await browser.begin()), language);

const isSignedIn = (answer: Response): boolean =>
  answer.headers.getSetCookie().some((cookie) => cookie.startsWith('__Host-samtykke-console='));

const expectRefused = async (answer: Response, status: number, words: string): Promise<void> => {
  const page = await answer.text();
  expect(page).toContain(words);
  expect(page).toContain('href="/console/sign-in"');
  expect(answer.status).toBe(status);
  expect(isSignedIn(answer)).toBe(false);
};

const notCompleted = 'could not be completed';

test('answers 503 while the provider cannot be reached, and signs in by email meanwhile', async () => {
  const answer = await aBrowser().get(`${everything.worker}/console/sign-in/oidc`);
  expect(answer.headers.get('Retry-After')).toBe('10');
  await expectRefused(answer, 503, 'does not respond');
  const page = await aBrowser().get(`${everything.worker}/console/sign-in`);
  expect(await page.text()).toContain('name="email"');
});

describe('sign-in with an OpenID Connect provider', () => {
  beforeAll(() => provider.register(`${everything.worker}/console/sign-in/oidc/callback`));

  test('opens the console to a user whose address it has verified, in a real browser', async () => {
    const { page, violations } = await visit(`${everything.worker}/console/sign-in`);
    await page.getByRole('link', { name: 'Sign in with 127.0.0.1' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.goto(`${everything.worker}/console/audit`);
    await page.getByText('session.begin').first().waitFor();
    expect(violations).toEqual([]);
  });

  test('asks for a code with PKCE, a state and a nonce, which the browser keeps out of reach of scripts', async () => {
    const browser = aBrowser();
    const answer = await browser.get(`${everything.worker}/console/sign-in/oidc`);
    const asked = new URL(answer.headers.get('Location') ?? '').searchParams;
    expect(asked.get('response_type')).toBe('code');
    expect(asked.get('code_challenge_method')).toBe('S256');
    const [cookie = ''] = answer.headers.getSetCookie();
    for (const part of ['__Host-samtykke-oidc=', 'HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(cookie).toContain(part);
    const kept = browser.cookies.get('__Host-samtykke-oidc')?.split('.');
    expect(kept).toHaveLength(3);
    expect(kept?.slice(0, 2)).toEqual([asked.get('state'), asked.get('nonce')]);
    expect(answer.headers.get('Location')).not.toContain(kept?.[2]);
  });

  test('refuses an address that the provider has not verified', async () => {
    provider.account = { email: admin, isVerified: false };
    await expectRefused(await comeBack(), 403, 'has not verified your email address');
  });

  test('refuses a stranger, in the language of the browser, and makes nobody a user', async () => {
    const email = anEmail();
    provider.account = { email, isVerified: true };
    await expectRefused(await comeBack(), 403, 'No active user');
    await expectRefused(await comeBack(aBrowser(), 'da'), 403, 'Ingen aktiv bruger');
    const users = await fetch(`${everything.worker}/v1/users`, {
      headers: { Authorization: `Bearer ${everything.token}` },
    });
    expect(users.status).toBe(200);
    expect(await users.text()).not.toContain(email);
  });

  test('refuses a user who is not active', async () => {
    const email = anEmail();
    const added = await fetch(`${everything.worker}/v1/users`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${everything.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, name: 'Ulla', active: false }),
    });
    expect(added.status).toBe(201);
    provider.account = { email, isVerified: true };
    await expectRefused(await comeBack(), 403, 'No active user');
  });

  describe('links a user to the account that they first sign in with', () => {
    const api = async (path: string, init: RequestInit = {}) => {
      const headers = {
        Authorization: `Bearer ${everything.token}`,
        'Content-Type': 'application/json',
      };
      const answer = await fetch(everything.worker + path, { ...init, headers });
      expect(answer.ok).toBe(true);
      return answer.json();
    };
    const aUser = async (): Promise<User> =>
      User.parse(
        await api('/v1/users', {
          method: 'POST',
          body: JSON.stringify({ email: anEmail(), name: 'Ulla' }),
        }),
      );
    const read = async (id: string) =>
      Users.parse(await api('/v1/users')).users.find((user) => user.id === id);
    const actsOn = async (id: string) =>
      ActsPage.parse(await api(`/v1/audit?object=user:${id}`)).acts.map(({ act, after }) => [
        act,
        after,
      ]);
    const other = 'with another account';

    test('and refuses every other account there until an administrator unlinks it', async () => {
      const { id, email } = await aUser();
      provider.account = { email, isVerified: true, sub: 'one' };
      const browser = aBrowser();
      expect(isSignedIn(await comeBack(browser))).toBe(true);
      const linked = { issuer: provider.issuer, since: expect.any(Number) };
      expect((await read(id))?.linkedAccount).toEqual(linked);

      provider.account = { email, isVerified: true, sub: 'two' };
      await expectRefused(await comeBack(), 403, other);
      await expectRefused(await comeBack(aBrowser(), 'da'), 403, 'en anden konto');
      expect((await actsOn(id)).slice(0, 3)).toEqual([
        ['session.fail', { way: 'oidc', why: 'other-account' }],
        ['session.fail', { way: 'oidc', why: 'other-account' }],
        ['user.link', linked],
      ]);

      await api(`/v1/users/${id}/linked-account`, { method: 'DELETE' });
      const account = await browser.get(`${everything.worker}/console/account`);
      expect(account.headers.get('Location')).toBe('/console/sign-in');
      expect(isSignedIn(await comeBack())).toBe(true);
      provider.account = { email, isVerified: true, sub: 'one' };
      await expectRefused(await comeBack(), 403, other);
      expect((await actsOn(id)).map(([act]) => act)).toContain('user.unlink');
    });

    test('and knows them by it when their address there has changed', async () => {
      const [one, another] = [await aUser(), await aUser()];
      provider.account = { email: one.email, isVerified: true, sub: 'moving' };
      expect(isSignedIn(await comeBack())).toBe(true);
      provider.account = { email: another.email, isVerified: true, sub: 'moving' };
      expect(isSignedIn(await comeBack())).toBe(true);
      expect((await read(another.id))?.signedInAt).toBeNull();
      expect((await read(another.id))?.linkedAccount).toBeNull();
    });

    test('and takes one of two accounts that come for one user at once', async () => {
      const { email } = await aUser();
      const backs: (readonly [ReturnType<typeof aBrowser>, string])[] = [];
      for (const sub of ['first', 'second']) {
        provider.account = { email, isVerified: true, sub };
        const browser = aBrowser();
        backs.push([browser, await browser.pass(await browser.begin())]);
      }
      const answers = await Promise.all(backs.map(([browser, back]) => browser.get(back)));
      expect(answers.filter(isSignedIn)).toHaveLength(1);
    });
  });

  test('says so when it is cancelled at the provider', async () => {
    provider.account = null;
    await expectRefused(await comeBack(), 400, 'You cancelled the sign-in');
  });

  test('refuses a wrong state, and a browser that has begun no sign-in', async () => {
    const browser = aBrowser();
    const back = new URL(await browser.pass(await browser.begin()));
    await expectRefused(await aBrowser().get(back.href), 400, notCompleted);
    back.searchParams.set('state', 'of-another-sign-in');
    await expectRefused(await browser.get(back.href), 400, notCompleted);
  });

  test('refuses a code that was used already, from the same browser and with its cookie', async () => {
    const browser = aBrowser();
    const back = await browser.pass(await browser.begin());
    const kept = new Map(browser.cookies);
    expect(isSignedIn(await browser.get(back))).toBe(true);
    await expectRefused(await browser.get(back), 400, notCompleted);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    await expectRefused(await browser.get(back), 400, notCompleted);
  });

  test('refuses a code that another browser or another application was given', async () => {
    const [mine, theirs] = [aBrowser(), aBrowser()];
    const [own, other] = [
      new URL(await mine.pass(await mine.begin())),
      new URL(await theirs.pass(await theirs.begin())),
    ];
    own.searchParams.set('code', other.searchParams.get('code') ?? '');
    await expectRefused(await mine.get(own.href), 400, notCompleted);
    const browser = aBrowser();
    const asked = new URL(await browser.begin());
    asked.searchParams.set('client_id', otherClient.id);
    await expectRefused(await browser.get(await browser.pass(asked.href)), 400, notCompleted);
  });

  test.each([
    ['for another audience', { aud: otherClient.id }],
    ['of another issuer', { iss: 'https://login.example' }],
    ['with the nonce of another sign-in', { nonce: 'of-another' }],
    ['that has expired', { iat: 1_700_000_000, exp: 1_700_000_600 }],
  ])('refuses a token %s', async (_, claims) => {
    provider.fault = { kind: 'claims', claims };
    await expectRefused(await comeBack(), 400, notCompleted);
  });

  test('refuses a token that another party has signed', async () => {
    provider.fault = { kind: 'foreign-key' };
    await expectRefused(await comeBack(), 400, notCompleted);
  });

  test('reads the address from the token where it is there, and believes only that it is verified', async () => {
    provider.fault = { kind: 'claims', claims: { email: admin, email_verified: true } };
    expect(isSignedIn(await comeBack())).toBe(true);
    provider.fault = { kind: 'claims', claims: { email: admin } };
    await expectRefused(await comeBack(), 403, 'has not verified your email address');
  });

  test.each(['failing', 'silent'] as const)(
    'answers 503 while the provider is %s',
    async (kind) => {
      provider.fault = { kind };
      const answer = await comeBack();
      expect(answer.headers.get('Retry-After')).toBe('10');
      await expectRefused(answer, 503, 'does not respond');
    },
  );

  test('is offered only where it is set up', async () => {
    const page = await fetch(`${workerWithout}/console/sign-in`);
    expect(await page.text()).not.toContain('/sign-in/oidc');
    for (const path of ['oidc', 'oidc/callback'])
      expect((await fetch(`${workerWithout}/console/sign-in/${path}`)).status).toBe(404);
  });
});
