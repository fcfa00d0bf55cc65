import { createExecutionContext, env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { FormAnswer } from '../../../../worker/contract/form.ts';
import worker from '../../../../worker/index.ts';
import {
  aForm,
  anEmail,
  anIp,
  findPerson,
  host,
  openForm,
  problemOf,
  send,
} from '../../builders.ts';

describe('limits', () => {
  test('a body of more than 64 kB is refused', async () => {
    const fields = { email: anEmail(), message: 'a'.repeat(70_000) };
    const response = await send(await aForm(), { body: { fields } });
    expect(response.status).toBe(413);
    expect((await problemOf(response)).type).toBe('/problems/too-large');
  });

  test('another content type than JSON or a native form is refused', async () => {
    const response = await send(await aForm(), { headers: { 'Content-Type': 'text/plain' } });
    expect(response.status).toBe(415);
  });

  test('one address that sends too often is told when to try again', async () => {
    const form = await aForm();
    const headers = { 'CF-Connecting-IP': anIp() };
    let limited: Response | undefined;
    let taken = 0;
    // The window is a minute of the clock, so a new one may begin midway: twice its 30 is enough.
    while (!limited && taken <= 60) {
      const response = await send(form, { headers });
      if (response.status === 429) limited = response;
      else taken++;
    }
    expect(taken).toBeGreaterThanOrEqual(30);
    expect(limited?.headers.get('Retry-After')).toBe('60');
    expect((await send(form)).status).toBe(201);
  });
});

test.each(['/v1/people?email=a@b.example', '/v1/settings', '/v1/mail/dead', '/v1/health'])(
  'no other website may read %s in a visitor’s browser',
  async (path) => {
    const answer = await SELF.fetch(`${host}${path}`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.test', 'Access-Control-Request-Method': 'GET' },
    });
    expect(answer.ok && answer.headers.has('Access-Control-Allow-Origin')).toBe(false);
  },
);

describe('Turnstile', () => {
  const guarded = (form: string, turnstile?: string, email = anEmail()) =>
    worker.fetch(
      new Request(`${host}/v1/forms/${form}/submissions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': anIp() },
        body: JSON.stringify({ version: 1, locale: 'en', fields: { email }, turnstile }),
      }),
      {
        ...env,
        TURNSTILE_SITE_KEY: 'site-key',
        TURNSTILE_SECRET: 'secret',
        TURNSTILE_URL: 'https://turnstile.test/siteverify',
      },
      createExecutionContext(),
    );

  test('is off unless its keys are set', async () => {
    expect((await openForm(await aForm())).turnstile).toBeUndefined();
  });

  test('lets a person through and keeps a robot out, by what its server says', async () => {
    const form = await aForm();
    const [person, robot] = [anEmail(), anEmail()];
    expect((await guarded(form, 'a-person', person)).status).toBe(201);
    expect((await guarded(form, 'a-robot', robot)).status).toBe(403);
    expect((await guarded(form, undefined, robot)).status).toBe(403);
    expect(await findPerson(person)).toBeDefined();
    expect(await findPerson(robot)).toBeUndefined();
  });

  test('asks nobody of a form that does without it', async () => {
    const form = await aForm({ turnstile: false });
    expect((await guarded(form)).status).toBe(201);
    const answer = await worker.fetch(
      new Request(`${host}/v1/forms/${form}`),
      { ...env, TURNSTILE_SITE_KEY: 'site-key' },
      createExecutionContext(),
    );
    expect(FormAnswer.parse(await answer.json())).not.toHaveProperty('turnstile');
  });
});

test('health tells the last migration applied', async () => {
  const response = await SELF.fetch(`${host}/v1/health`);
  expect(await response.json()).toEqual({
    ok: true,
    migration: env.MIGRATIONS.at(-1)?.name,
  });
});

test('what is not there is a problem document', async () => {
  const problem = await problemOf(await SELF.fetch(`${host}/nowhere`));
  expect(problem).toMatchObject({ type: '/problems/not-found', status: 404 });
  expect((await SELF.fetch(`${host}${problem.type}`)).status).toBe(200);
});
