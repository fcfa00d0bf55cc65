import { createExecutionContext, env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { app } from '../../../worker/app.ts';
import { aForm, anEmail, aToken, call, host, recordsOf, send, site, yes } from '../builders.ts';

const at = (address: string, init: RequestInit = {}, on: object = env) =>
  app.request(address, init, { ...env, ...on }, createExecutionContext());

describe('a request to another host than that of PUBLIC_URL', () => {
  const doors = [
    '/',
    '/preferences',
    '/console',
    '/console/sign-in',
    '/v1/health',
    '/openapi.json',
  ];

  test.each(doors)('is refused at %s, and names the right one', async (path) => {
    const answer = await at(`https://forged.test${path}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('forged.test');
  });

  test('is refused on another port too', async () => {
    expect((await at(`${host}:8443/v1/health`)).status).toBe(404);
  });

  test('signs nobody up', async () => {
    const form = await aForm();
    const answer = await at(`https://forged.test/v1/forms/${form}/submissions`, { method: 'POST' });
    expect(answer.status).toBe(404);
  });

  test('is answered in development, and while there is no PUBLIC_URL', async () => {
    for (const on of [{ ENVIRONMENT: 'development' }, { PUBLIC_URL: '' }])
      expect((await at('https://forged.test/v1/health', {}, on)).status).toBe(200);
  });
});

describe('while there is no PUBLIC_URL', () => {
  const unset = { PUBLIC_URL: '' };

  test.each([
    '/v1/people/links?subscription=newsletter',
    '/v1/audiences/newsletter',
    '/v1/exports/audiences/newsletter',
  ])('no link is made that others will follow: %s', async (path) => {
    const headers = { Authorization: `Bearer ${await aToken(['mailing', 'export'])}` };
    const answer = await at(`https://forged.test${path}`, { headers }, unset);
    expect(answer.status).toBe(503);
    const problem = await answer.text();
    expect(problem).toContain('Set PUBLIC_URL');
    expect(problem).not.toContain('forged.test');
  });

  test('forms and the console, which says so, are served', async () => {
    const form = await aForm();
    for (const path of [`/v1/forms/${form}`, `/f/${form}`, '/console/sign-in'])
      expect((await at(`${host}${path}`, {}, unset)).status).toBe(200);
  });
});

describe('a post of a page', () => {
  const post = (origin: string, address = host) =>
    at(
      `${address}/preferences/leave`,
      { method: 'POST', headers: { Origin: origin }, body: new URLSearchParams() },
      { ENVIRONMENT: 'development' },
    );

  test('is taken from PUBLIC_URL and from where the page was served', async () => {
    expect((await post(host)).status).toBe(303);
    expect((await post(host, 'http://samtykke.test')).status).toBe(303);
    expect((await post('http://localhost:1', 'http://localhost:1')).status).toBe(303);
  });

  test.each([site, 'https://samtykke.test.evil.test', 'https://samtykke.test:8443', 'null'])(
    'is refused from %s',
    async (origin) => {
      expect((await post(origin)).status).toBe(403);
    },
  );
});

test('a page that is named without an origin is kept only if it is ours or the form’s', async () => {
  const form = await aForm();
  const kept = async (page: string) => {
    const email = anEmail();
    const headers = new Headers({ 'Content-Type': 'application/json' });
    const body = { version: 1, locale: 'en', fields: { email }, page, ...yes };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    expect((await call(`/v1/forms/${form}/submissions`, init)).status).toBe(201);
    return (await recordsOf(email))[0]?.content.page;
  };
  expect(await kept(`${host}/f/${form}`)).toBe(`${host}/f/${form}`);
  expect(await kept(`${site}/a`)).toBe(`${site}/a`);
  expect(await kept('https://forged.test/a')).toBeNull();
  expect((await send(form, { headers: { Origin: host } })).status).toBe(201);
});
