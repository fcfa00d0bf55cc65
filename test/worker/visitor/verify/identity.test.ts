import { SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { aForm, anEmail, host, signUp } from '../../builders.ts';
import { post } from './entering.ts';
import { type Made, vouch } from './vouching.ts';

const aPerson = async () => {
  const email = anEmail();
  await signUp(await aForm(), email);
  return email;
};

const enter = async (identity: string) => (await post('/v1/sessions', { identity })).status;

describe('a site that vouches for its own visitor', () => {
  test.each([{}, { alg: 'ES256', kid: 'elliptic' }])('opens their session (%o)', async (made) => {
    const email = await aPerson();
    const answer = await post('/v1/sessions', { identity: await vouch(email, made) });
    expect(answer.status).toBe(201);
    const { token } = (await answer.json()) as { token: string };
    const headers = { Authorization: `Bearer ${token}` };
    const shown = await SELF.fetch(`${host}/v1/preferences`, { headers });
    expect(await shown.text()).toContain(email);
  });

  test('does so once with each token, also when it comes twice at once', async () => {
    const token = await vouch(await aPerson());
    const statuses = await Promise.all([enter(token), enter(token)]);
    expect(statuses.toSorted()).toEqual([201, 401]);
    expect(await enter(token)).toBe(401);
  });

  test.each<[string, Made]>([
    ['another secret', { secret: 'another secret that is long enough' }],
    ['an unknown key', { kid: 'nobody' }],
    ['the algorithm of another key', { kid: 'elliptic' }],
    ['another audience', { aud: 'elsewhere' }],
    ['too long a life', { seconds: 3600 }],
    ['a life that is over', { seconds: -60 }],
    ['hardly an id', { jti: 'x' }],
    ['a birth to come', { madeIn: 3600 }],
    ['an end before its birth', { madeIn: 20, seconds: -30 }],
    ['no end', { seconds: 1e300 }],
  ])('is not believed with %s', async (_, made) => {
    expect(await enter(await vouch(await aPerson(), made))).toBe(401);
  });

  test('is not believed without a signature', async () => {
    const [, body] = (await vouch(await aPerson())).split('.');
    const none = btoa('{"alg":"none","kid":"shared"}').replaceAll('=', '');
    expect(await enter(`${none}.${body}.`)).toBe(401);
  });

  test('opens nothing for an unknown address', async () => {
    expect(await enter(await vouch(anEmail()))).toBe(401);
  });
});
