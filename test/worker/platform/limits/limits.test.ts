import { createExecutionContext, env, SELF } from 'cloudflare:test';
import { describe, expect, test, vi } from 'vitest';
import { app } from '../../../../worker/app.ts';
import { FormAnswer } from '../../../../worker/contract/form.ts';
import { SubmissionAnswer } from '../../../../worker/contract/submission.ts';
import worker from '../../../../worker/index.ts';
import { mostBytes } from '../../../../worker/platform/limits/body.ts';
import { networkOf } from '../../../../worker/platform/limits/rate.ts';
import {
  aForm,
  anEmail,
  anIp,
  call,
  findPerson,
  host,
  openForm,
  problemOf,
  send,
  site,
  yes,
} from '../../builders.ts';

describe('a body', () => {
  const posted = (path: string, bytes: number) =>
    SELF.fetch(host + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: 'a'.repeat(bytes),
    });

  test('of more than its path takes is refused on every path', async () => {
    const paths = [
      ...new Set(
        app.routes
          .filter(({ method }) => method === 'POST' || method === 'PUT')
          .map(({ path }) => path.replaceAll(/:\w+/g, 'none')),
      ),
    ];
    expect(paths.length).toBeGreaterThan(60);
    for (const path of paths) expect(mostBytes(path), path).toBeLessThanOrEqual(32 * 1024 * 1024);
    for (const path of ['/v1/entries', '/v1/sessions', '/preferences/entries', '/console/sign-in'])
      expect((await posted(path, mostBytes(path) + 1)).status, path).toBe(413);
  });

  test('without a length is refused once it is too long', async () => {
    const answer = await SELF.fetch(`${host}/v1/entries`, {
      method: 'POST',
      body: new Blob(['a'.repeat(300_000)]).stream(),
    });
    expect(answer.status).toBe(413);
  });
});

describe('limits', () => {
  test('that do not answer let everyone through', async () => {
    const limit = { limit: () => Promise.reject(new Error('internal error')) };
    const on = { ...env, LIMIT_BY_IP: limit, LIMIT_BY_FORM: limit };
    const init = { method: 'POST', headers: { 'CF-Connecting-IP': anIp() } };
    const path = `${host}/v1/forms/${await aForm()}/started`;
    expect((await app.request(path, init, on, createExecutionContext())).status).toBeLessThan(400);
  });

  test('a body of more than 64 kB is refused', async () => {
    const fields = { email: anEmail(), message: 'a'.repeat(70_000) };
    const response = await send(await aForm(), { body: { fields } });
    expect(response.status).toBe(413);
    expect((await problemOf(response)).type).toBe('/problems/too-large');
  });

  test('another content type than JSON, text or a native form is refused', async () => {
    const response = await send(await aForm(), { headers: { 'Content-Type': 'text/html' } });
    expect(response.status).toBe(415);
  });

  test('one address that sends too often learns when to try again', async () => {
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

  test('lets twenty people behind one address sign up in a minute, with all that comes with it', async () => {
    const form = await aForm({ confirm: true });
    const from = { 'CF-Connecting-IP': anIp(), Origin: site };
    const get = (path: string) => call(path, { headers: from });
    const post = (path: string, body: object) =>
      call(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...from },
        body: JSON.stringify(body),
      });
    const oneSignsUp = async () => {
      await get(`/v1/forms/${form}`);
      const started = await post(`/v1/forms/${form}/started`, {});
      const sent = await send(form, { headers: from, body: yes });
      const { receipt } = SubmissionAnswer.parse(await sent.json());
      const again = await post(`/v1/receipts/${receipt}/emails`, {});
      const confirmed = await post(`/v1/receipts/${receipt}/confirmation`, { code: '000000' });
      return [started.status, sent.status, again.status, confirmed.status];
    };
    for (let person = 1; person <= 20; person++)
      expect(await oneSignsUp(), `person ${person}`).toEqual([204, 201, 202, 422]);
  });

  test('a network of IPv6 counts as one, whichever of its addresses asks', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
    expect(networkOf('2001:0DB8:0001:0002::9')).toBe('2001:db8:1:2');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
    expect(networkOf('::1')).toBe('0:0:0:0');
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  });

  test('a flood on one door leaves the others open', async () => {
    const asking = { 'CF-Connecting-IP': anIp() };
    const ask = (path: string, body: object) =>
      SELF.fetch(host + path, { method: 'POST', headers: asking, body: JSON.stringify(body) });
    let flooded = 0;
    while (flooded <= 60 && (await ask('/v1/entries', { email: anEmail() })).status !== 429)
      flooded++;
    expect(flooded).toBeGreaterThanOrEqual(30);
    expect((await ask('/v1/sessions', { link: 'x' })).status).toBe(401);
    expect((await send(await aForm(), { headers: asking })).status).toBe(201);
    const signIn = await SELF.fetch(`${host}/console/sign-in`, {
      method: 'POST',
      headers: { ...asking, Origin: host },
      body: new URLSearchParams({ email: anEmail() }),
    });
    expect(signIn.status).toBe(200);
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
  /** An answer of the widget of someone who is no robot; Turnstile takes each once. */
  const aPerson = () => `a-person-${crypto.randomUUID()}`;

  const withTurnstile = (path: string, init?: RequestInit) =>
    worker.fetch(
      new Request(`${host}${path}`, init),
      {
        ...env,
        TURNSTILE_SITE_KEY: 'site-key',
        TURNSTILE_SECRET: 'secret',
        TURNSTILE_URL: 'https://turnstile.test/siteverify',
      },
      createExecutionContext(),
    );

  const guarded = (
    form: string,
    turnstile?: string,
    email = anEmail(),
    key: string = crypto.randomUUID(),
  ) =>
    withTurnstile(`/v1/forms/${form}/submissions`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'CF-Connecting-IP': anIp(),
        'Idempotency-Key': key,
      },
      body: JSON.stringify({ version: 1, locale: 'en', fields: { email }, turnstile }),
    });

  test('is off unless its keys are set', async () => {
    expect((await openForm(await aForm())).turnstile).toBeUndefined();
  });

  test('lets a person through and keeps a robot out, by what its server says', async () => {
    const form = await aForm();
    const [person, robot] = [anEmail(), anEmail()];
    expect((await guarded(form, aPerson(), person)).status).toBe(201);
    expect((await guarded(form, 'a-robot', robot)).status).toBe(403);
    expect((await guarded(form, undefined, robot)).status).toBe(403);
    expect(await findPerson(person)).toBeDefined();
    expect(await findPerson(robot)).toBeUndefined();
  });

  test('says where there is no JavaScript that it needs it, before anything is written and after', async () => {
    const form = await aForm();
    const note =
      /<noscript><p class="problem">This form checks that you are not a robot, which needs JavaScript\./;
    for (const path of [`/f/${form}`, `/f/${form}/embed`])
      expect(await (await withTurnstile(path)).text()).toMatch(note);
    const email = anEmail();
    const answer = await withTurnstile(`/v1/forms/${form}/submissions`, {
      method: 'POST',
      headers: { 'CF-Connecting-IP': anIp() },
      body: new URLSearchParams({ version: '1', locale: 'en', 'fields.email': email }),
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toMatch(
      /role="alert"[^>]*>[^<]*(<!--[^>]*>)*This form checks that you are not a robot/,
    );
    expect(page).toContain(email);
    expect(await findPerson(email)).toBeUndefined();
  });

  test('takes an answer for one request only', async () => {
    const form = await aForm();
    const answer = aPerson();
    expect((await guarded(form, answer)).status).toBe(201);
    expect((await guarded(form, answer)).status).toBe(403);
  });

  test.each([
    ['a fresh answer', aPerson],
    ['the answer that was used up', undefined],
    ['none', () => undefined],
  ])('answers what was recorded already again, with %s', async (_, turnstile) => {
    const form = await aForm();
    const [used, email, key] = [aPerson(), anEmail(), crypto.randomUUID()];
    const first = await guarded(form, used, email, key);
    const again = await guarded(form, turnstile ? turnstile() : used, email, key);
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual(await first.json());
  });

  test('lets a key that was used carry nothing else past it', async () => {
    const form = await aForm();
    const key = crypto.randomUUID();
    const [person, robot] = [anEmail(), anEmail()];
    await guarded(form, aPerson(), person, key);
    expect((await guarded(form, 'a-robot', robot, key)).status).toBe(422);
    expect(await findPerson(robot)).toBeUndefined();
  });

  test.each(['a-failure', 'a-silence'])(
    'keeps nobody waiting after %s of its server',
    async (is) => {
      const timeout = AbortSignal.timeout;
      vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(200));
      const answer = await guarded(await aForm(), is);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('Retry-After')).toBe('10');
      vi.restoreAllMocks();
    },
  );

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

test('health names the last migration applied', async () => {
  const response = await SELF.fetch(`${host}/v1/health`);
  expect(await response.json()).toEqual({
    ok: true,
    migration: env.MIGRATIONS.at(-1)?.name,
    failingTasks: [],
    logHaltedBy: null,
  });
});

test('what is not there is a problem document', async () => {
  const problem = await problemOf(await SELF.fetch(`${host}/nowhere`));
  expect(problem).toMatchObject({ type: '/problems/not-found', status: 404 });
  expect((await SELF.fetch(`${host}${problem.type}`)).status).toBe(200);
});
