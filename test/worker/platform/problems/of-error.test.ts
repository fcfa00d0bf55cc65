import { createExecutionContext, env, SELF } from 'cloudflare:test';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { app } from '../../../../worker/app.ts';
import { plainly } from '../../../../worker/platform/problems/of-error.ts';
import { aForm, aToken, host, problemOf } from '../../builders.ts';
import { developing } from '../../outbox/mailbox.ts';
import { byTrips } from '../../trips.ts';

/** Asks the Worker while each round trip to the database fails with this message. */
const askFailing = (path: string, message: string, init: RequestInit = {}) => {
  const DB = byTrips(env.DB, () => Promise.reject(new Error(message)));
  return app.request(host + path, init, { ...developing, DB }, createExecutionContext());
};
const withKey = async () => ({
  headers: { Authorization: `Bearer ${await aToken(['people-read'])}` },
});
const overloaded = 'D1_ERROR: D1 DB is overloaded. Requests queued for too long.';
const asPage = { headers: { Accept: 'text/html', 'Accept-Language': 'da' } };

afterEach(() => vi.restoreAllMocks());

describe('a database that does not answer', () => {
  test.each([
    overloaded,
    'Network connection lost.',
    'D1_ERROR: Network connection lost.',
    'D1 DB storage operation exceeded timeout which caused object to be reset.',
    'Durable Object reset because its code was updated.',
    'internal error; reference = 0123456789abcdef',
    'D1_ERROR: database is locked: SQLITE_BUSY',
    'D1_ERROR: database or disk is full: SQLITE_FULL',
    'D1_ERROR: Too many API requests by single Worker invocation.',
  ])('is 503 to a program, with when to try again: %s', async (message) => {
    const answer = await askFailing('/v1/people?email=a@b.example', message, await withKey());
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('5');
    expect((await problemOf(answer)).type).toBe('/problems/unavailable');
  });

  test('is told with what to do: to look, where sending it again might do it twice', async () => {
    const withPost = async (headers: Record<string, string> = {}) => {
      const key = await aToken(['breach']);
      const body = '{"text":"A laptop was stolen from a car."}';
      const init = {
        method: 'POST',
        body,
        headers: { Authorization: `Bearer ${key}`, ...headers },
      };
      return (await problemOf(await askFailing('/v1/breach-reports', overloaded, init))).detail;
    };
    expect(await withPost()).toContain('look whether it was done');
    expect(await withPost({ 'Idempotency-Key': 'one' })).toContain('send the same request again');
    const signedIn = { Cookie: '__Host-samtykke-console=abc', Origin: host, ...asPage.headers };
    const onScreen = async (init: RequestInit) =>
      (await askFailing('/console/lists', overloaded, { headers: signedIn, ...init })).text();
    expect(await onScreen({})).toContain('genindlæs siden');
    expect(await onScreen({ method: 'POST' })).toContain('se efter, før du prøver igen');
  });

  test.each(['/preferences', '/f/newsletter', '/confirm/x.y.z', '/console/sign-in'])(
    'is a page to a visitor of %s',
    async (path) => {
      const cookie = { Cookie: '__Host-samtykke-console=abc; __Host-samtykke=abc' };
      const answer = await askFailing(path, overloaded, {
        headers: { ...asPage.headers, ...cookie },
      });
      expect(answer.headers.get('Content-Type')).toContain('text/html');
      expect(await answer.text()).not.toContain('overloaded');
    },
  );

  test.each([
    'D1_ERROR: no such column: x: SQLITE_ERROR',
    "D1_TYPE_ERROR: Type 'undefined' not supported for value 'undefined'",
  ])('is not what a wrong statement is: that one fails for good (%s)', async (broken) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const answer = await askFailing('/v1/people?email=a@b.example', broken, await withKey());
    expect(answer.status).toBe(500);
  });
});

describe('the secret that links are signed with', () => {
  test.each(['', 'too-short:abc'])(
    'answers 503 with Retry-After while it is %j',
    async (LINK_KEYS) => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const inSession = { headers: { Authorization: 'Bearer a.b.c' } };
      const mailing = { headers: { Authorization: `Bearer ${await aToken(['mailing'])}` } };
      for (const [path, init] of [
        ['/v1/preferences', inSession],
        ['/v1/audiences/newsletter', mailing],
        ['/v1/unsubscribe/a.b.c', { method: 'POST' }],
      ] as const) {
        const on = { ...env, LINK_KEYS };
        const answer = await app.request(host + path, init, on, createExecutionContext());
        expect([answer.status, answer.headers.get('Retry-After')], path).toEqual([503, '60']);
      }
    },
  );
});

test('an unexpected error is found in the log by its id, and the log says nothing personal', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const answer = await askFailing(`/v1/forms/${await aForm()}`, 'anna@example.com is odd');
  expect(answer.status).toBe(500);
  const { instance = '' } = await problemOf(answer);
  const logged = log.mock.calls.flat().join(' ');
  expect(logged).toContain(instance.replace('urn:uuid:', ''));
  expect(logged).not.toContain('anna@');
});

test('what fails behind an answer is logged as plainly', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const words = await plainly(() =>
    Promise.reject(new SyntaxError('anna@example.com is odd')),
  ).catch(String);
  const [, id = ''] = /^Error: It failed: ([\w-]{36})$/.exec(words) ?? [];
  expect(log.mock.calls.flat()).toEqual(['SyntaxError', id, expect.not.stringContaining('anna@')]);
});

describe('what a browser sends by mistake', () => {
  const post = (path: string, init: RequestInit) =>
    SELF.fetch(host + path, { method: 'POST', redirect: 'manual', ...init });

  test('from another website is refused', async () => {
    const headers = {
      Origin: 'https://elsewhere.test',
      'Content-Type': 'application/x-www-form-urlencoded',
    };
    for (const path of ['/preferences', '/preferences/leave', '/console/people/segments'])
      expect((await post(path, { headers, body: 'a=b' })).status, path).toBe(403);
  });

  test.each(['/confirm', '/confirm/emails', '/preferences/entries', '/console/sign-in'])(
    'as a damaged form to %s is refused as such',
    async (path) => {
      const headers = { 'Content-Type': 'multipart/form-data', Origin: host };
      expect((await post(path, { headers, body: 'x' })).status).toBe(400);
    },
  );

  test('without its fields is refused as such', async () => {
    expect((await post('/confirm', { body: new URLSearchParams() })).status).toBe(422);
  });

  test('in odd paths leads nowhere', async () => {
    for (const path of ['/w/x/%00', '/w/x/%0d%0a', '/f/%00', '/confirm/%F0', '/v1/people/%'])
      expect((await SELF.fetch(host + path, { redirect: 'manual' })).status, path).toBeLessThan(
        500,
      );
  });
});

describe('a visitor who is lost', () => {
  test.each([
    '/f/no-such-form',
    '/confirm/a.b.c',
    '/enter/a.b.c',
    '/address/a.b.c',
    '/v1/unsubscribe/a.b.c',
    '/v1/unsubscribe',
    `/v1/statements/${'0'.repeat(64)}`,
    '/nothing-here',
  ])('at %s reads so in their language, with a way on', async (path) => {
    const answer = await SELF.fetch(host + path, asPage);
    expect(answer.status).toBe(404);
    const page = await answer.text();
    expect(page).toContain('<html lang="da" dir="ltr">');
    expect(page).toContain('href="/preferences');
  });

  test('at the root is led to the preference centre', async () => {
    const answer = await SELF.fetch(`${host}/`, { redirect: 'manual' });
    expect(answer.headers.get('Location')).toBe('/preferences');
  });

  test('by a slash too many is led to where they meant', async () => {
    const form = await aForm();
    const answer = await SELF.fetch(`${host}/f/${form}/?locale=da`, { redirect: 'manual' });
    expect(new URL(answer.headers.get('Location') ?? '', host).pathname).toBe(`/f/${form}`);
  });
});
