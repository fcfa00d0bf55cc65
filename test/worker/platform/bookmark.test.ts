import { createExecutionContext, env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { app } from '../../../worker/app.ts';
import { aForm, aToken, host } from '../builders.ts';
import { atConsole } from '../console/signing-in.ts';

const bookmark = '00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683';

/** Calls the Worker, and returns the state of the database at which it wanted to read. */
const stateOf = async (path: string, init: RequestInit = {}): Promise<unknown> => {
  const states: unknown[] = [];
  const DB = new Proxy(env.DB, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        if (name === 'withSession') states.push(given[0]);
        // A simulated database has seen no bookmark of another.
        return value.apply(target, name === 'withSession' ? [] : given);
      };
    },
  });
  await app.request(host + path, init, { ...env, DB }, createExecutionContext());
  return states[0];
};

const seen = { 'Samtykke-Bookmark': bookmark };

describe('a request reads from', () => {
  test('any replica, where it shows what everybody sees', async () => {
    const form = await aForm();
    expect(await stateOf(`/v1/forms/${form}`)).toBe('first-unconstrained');
    expect(await stateOf(`/f/${form}`)).toBe('first-unconstrained');
    expect(await stateOf('/v1/branding')).toBe('first-unconstrained');
  });

  test('the primary, where it is about one person and says nothing of what it has seen', async () => {
    expect(await stateOf('/v1/receipts/one')).toBe('first-primary');
    expect(await stateOf('/confirm/token')).toBe('first-primary');
    expect(await stateOf('/v1/people')).toBe('first-primary');
  });

  test('a replica that is as new as what it has seen', async () => {
    expect(await stateOf('/v1/preferences', { headers: seen })).toBe(bookmark);
    expect(
      await stateOf('/preferences', { headers: { Cookie: `__Host-samtykke-seen=${bookmark}` } }),
    ).toBe(bookmark);
  });

  test('the primary, whatever it has seen, if it may write', async () => {
    expect(await stateOf('/v1/preferences', { method: 'POST', headers: seen })).toBe(
      'first-primary',
    );
  });

  test('the primary, where the bookmark is none', async () => {
    const headers = { 'Samtykke-Bookmark': "'; DROP TABLE person" };
    expect(await stateOf('/v1/preferences', { headers })).toBe('first-primary');
  });
});

describe('an answer hands on how far it has seen', () => {
  test('in a header of the API', async () => {
    const headers = { Authorization: `Bearer ${await aToken(['people-read'])}` };
    const answer = await app.request(
      `${host}/v1/people?email=a@example.com`,
      { headers },
      env,
      createExecutionContext(),
    );
    expect(answer.headers.get('Samtykke-Bookmark')).toMatch(/^[\da-f-]{30,}$/);
  });

  test('in a cookie of the pages, for a minute and out of reach of scripts', async () => {
    const { post } = await atConsole([]);
    const answer = await post('/account', { name: 'Eve', locale: 'en' });
    expect(answer.headers.get('Set-Cookie')).toMatch(
      /^__Host-samtykke-seen=[\da-f-]{30,}; Max-Age=60; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  test('and a page that only reads sets no cookie', async () => {
    const answer = await app.request(
      `${host}/f/${await aForm()}`,
      {},
      env,
      createExecutionContext(),
    );
    expect(answer.headers.get('Set-Cookie')).toBeNull();
  });
});
