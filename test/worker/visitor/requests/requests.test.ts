import { env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PersonRequest, type RequestKind } from '../../../../worker/contract/requests.ts';
import { aForm, as, count, host, signUp, standingsOf } from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { post } from '../verify/entering.ts';
import { aPerson, ask, DAY_MS, type Headers } from './asking.ts';

describe('a request', () => {
  test('has a number, a deadline of one month, and an email that says so', async () => {
    const { email, session } = await aPerson();
    const request = await ask(session, 'access', 'What do you have since 2019?');
    expect(request).toMatchObject({ kind: 'access', state: 'open' });
    const days = (request.dueAt - request.askedAt) / DAY_MS;
    expect(days).toBeGreaterThanOrEqual(28);
    expect(days).toBeLessThanOrEqual(31);
    const messages = await messagesTo(email);
    expect(messages.map(({ subject }) => subject)).toContain(
      `Your data from Æblegård is ready (request ${request.number})`,
    );
  });

  test('for access is answered at once, by a link in an email that opens everything', async () => {
    const { email, session, person } = await aPerson();
    expect(await ask(session, 'access')).toMatchObject({ state: 'done' });
    const message = (await messagesTo(email)).find(({ subject }) =>
      subject.startsWith('Your data'),
    );
    const link = /https:\S+\?to=data/.exec(message?.text ?? '')?.[0] ?? '';
    const entered = await SELF.fetch(link);
    const [cookie = ''] = (entered.headers.get('Set-Cookie') ?? '').split(';');
    const page = await entered.text();
    const to = /href="(\/preferences\/data[^"]*)"/.exec(page)?.[1] ?? '';
    const report = await SELF.fetch(host + to, { headers: { Cookie: cookie } });
    expect(await report.text()).toContain(email);
    expect(await count('SELECT COUNT(*) AS count FROM request WHERE person = ?1', person)).toBe(1);
  });

  test('for portability is answered by a download, without an email that opens anything', async () => {
    const { email, session } = await aPerson();
    expect((await ask(session, 'portability')).state).toBe('done');
    expect((await messagesTo(email)).some(({ text }) => text.includes('to=data'))).toBe(false);
  });

  test('for a copy that the officer carries out sends the copy', async () => {
    const { email, session } = await aPerson();
    const { number } = await ask(session, 'portability', 'To my new gym, please.');
    await (await as(['requests'])).post(`/v1/requests/${number}/carried-out`, {});
    const last = (await messagesTo(email)).at(-1);
    expect(last?.subject).toBe(`Your data from Æblegård is ready (request ${number})`);
    expect(last?.text).toContain('?to=data');
  });

  test('asked twice stands once', async () => {
    const { session } = await aPerson();
    const first = await ask(session, 'rectification', 'My name is spelt with K.');
    expect((await ask(session, 'rectification')).number).toBe(first.number);
  });

  test('shows the officer its emails and no others, also once their content is erased', async () => {
    const { session } = await aPerson();
    const { number } = await ask(session, 'portability', 'As CSV, please.');
    const other = await ask(session, 'rectification', 'My name is spelt with K.');
    await (await as(['requests'])).post(`/v1/requests/${number}/carried-out`, {});
    await env.DB.prepare("UPDATE outbox SET facts = '{}' WHERE request = ?1").bind(number).run();
    const at = await atConsole(['requests']);
    const page = await (await at.get(`/requests/${number}`)).text();
    expect(page.match(/received your request [^<]*/g)).toHaveLength(1);
    expect(page.match(/Your data from [^<]* is ready/g)).toHaveLength(1);
    const read = await (await as(['requests'])).get(`/v1/requests/${number}`);
    expect(await read.json()).toMatchObject({
      number,
      state: 'done',
      reasons: {},
      emails: [{ template: 'request-received' }, { template: 'data-ready' }],
    });
    const otherPage = await (await at.get(`/requests/${other.number}`)).text();
    expect(otherPage).not.toMatch(/Your data from [^<]* is ready/);
  });

  test('reaches the privacy officer, who carries it out once', async () => {
    const { email, session } = await aPerson();
    const { number } = await ask(session, 'portability', 'As CSV, please.');
    const officer = await as(['requests']);
    const open = z
      .object({ requests: z.array(PersonRequest) })
      .parse(await (await officer.get('/v1/requests')).json());
    expect(open.requests.find((each) => each.number === number)?.message).toBe('As CSV, please.');
    expect((await officer.post(`/v1/requests/${number}/carried-out`, {})).status).toBe(200);
    expect((await officer.post(`/v1/requests/${number}/carried-out`, {})).status).toBe(409);
    const subjects = (await messagesTo(email)).map(({ subject }) => subject);
    expect(subjects).toContain(`Your data from Æblegård is ready (request ${number})`);
    expect((await (await as(['forms'])).get('/v1/requests')).status).toBe(403);
  });
});

describe('restriction and objection', () => {
  test.each([
    ['restriction', 'restricted'],
    ['objection', 'objected'],
  ] as const)('%s holds at once', async (kind, decision) => {
    const { email, session } = await aPerson();
    expect((await ask(session, kind)).state).toBe('done');
    expect(await standingsOf(email)).toMatchObject({
      'e-marketing': decision,
      newsletter: decision,
    });
  });

  test('a form that anyone may send does not lift a restriction', async () => {
    const { email, session } = await aPerson();
    await ask(session, 'restriction');
    await signUp(await aForm(), email);
    expect((await standingsOf(email))['e-marketing']).toBe('restricted');
  });
});

test('a refused request sends the person the reason, and their rights', async () => {
  const { email, session } = await aPerson();
  const answer = await post('/v1/preferences/requests', { kind: 'rectification' }, session);
  const { number } = (await answer.json()) as { number: number };
  const officer = await as(['requests']);
  const refuse = (reason: string) => officer.post(`/v1/requests/${number}/refused`, { reason });
  expect((await refuse('no')).status).toBe(422);
  expect((await refuse('You have asked for the same every day this month.')).status).toBe(200);
  const message = (await messagesTo(email)).find(({ text }) =>
    text.includes('every day this month'),
  );
  expect(message?.text).toContain('data protection authority');
  expect((await refuse('You have asked for the same every day this month.')).status).toBe(409);
});

describe('someone who asks again and again', () => {
  const MOST = 20;

  /** Has a person ask, or correct, so often an hour ago. */
  const askedOften = (person: string, kind: RequestKind, state: string, times: number) =>
    env.DB.prepare(`
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?5)
INSERT INTO request (person, kind, state, asked_at, due_at, ended_at)
SELECT ?1, ?2, ?3, ?4, ?4, ?4 FROM n`)
      .bind(person, kind, state, Date.now() - 3_600_000, times)
      .run();

  /** A person of whom a name is kept, so that there is something to correct. */
  const aNamed = async () => {
    const named = await aPerson();
    await env.DB.prepare(
      "INSERT INTO person_field (person, name, value, recorded_at) VALUES (?1, 'name', 'Ana', 1)",
    )
      .bind(named.person)
      .run();
    return named;
  };

  const correct = (session: Headers, name: string) =>
    post('/v1/preferences/corrections', { locale: 'en', fields: { name } }, session);

  test('is heard twenty times a day, and told when the next will be', async () => {
    const { session, person } = await aPerson();
    await askedOften(person, 'access', 'done', MOST - 1);
    await ask(session, 'portability');
    const answer = await post('/v1/preferences/requests', { kind: 'access' }, session);
    expect(answer.status).toBe(429);
    const seconds = Number(answer.headers.get('Retry-After'));
    expect(seconds).toBeGreaterThan(22 * 3600);
    expect(seconds).toBeLessThanOrEqual(23 * 3600);
    expect((await correct(session, 'Anna')).status).not.toBe(429);
    await env.DB.prepare('UPDATE request SET asked_at = asked_at - ?2 WHERE person = ?1')
      .bind(person, DAY_MS)
      .run();
    await ask(session, 'access');
  });

  test('is heard twenty times though the last two come at once, and the other changes nothing', async () => {
    const { session, person } = await aPerson();
    await askedOften(person, 'access', 'done', MOST - 1);
    const answers = await Promise.all(
      ['restriction', 'objection'].map((kind) =>
        post('/v1/preferences/requests', { kind }, session),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 429]);
    const ended = await env.DB.prepare(
      "SELECT COUNT(DISTINCT decision) AS count FROM standing WHERE person = ?1 AND decision IN ('restricted', 'objected')",
    )
      .bind(person)
      .first('count');
    expect(ended).toBe(1);
  });

  test('corrects twenty times though the last two come at once', async () => {
    const { session, person } = await aNamed();
    await askedOften(person, 'rectification', 'done', MOST - 1);
    const answers = await Promise.all(['Anna', 'Bodil'].map((name) => correct(session, name)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 429]);
  });

  test('corrects twenty times a day, and may still ask', async () => {
    const { session, person } = await aNamed();
    await askedOften(person, 'rectification', 'done', MOST);
    expect((await correct(session, 'Anna')).status).toBe(429);
    await ask(session, 'rectification', 'My name is spelt otherwise.');
  });
});
