import { env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PersonRequest, type RequestKind } from '../../../../worker/contract/requests.ts';
import { broken } from '../../../../worker/ledger/replay.ts';
import { recordsFrom } from '../../../../worker/ledger/store.ts';
import { erasePeople } from '../../../../worker/people/erase.ts';
import { readPerson } from '../../../../worker/people/store.ts';
import { stillWaits } from '../../../../worker/requests/store.ts';
import { carryOutErasures } from '../../../../worker/visitor/requests/requests.ts';
import {
  aForm,
  anEmail,
  as,
  count,
  findPerson,
  host,
  recordsOf,
  signUp,
  standingsOf,
  theSystem,
} from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';
import { writers } from '../../ledger/writers.ts';
import { developing, landed, messagesTo } from '../../outbox/mailbox.ts';
import { enter, post } from '../verify/entering.ts';

const DAY_MS = 86_400_000;
type Headers = Record<string, string>;

const somebody = async () => {
  const email = anEmail();
  await signUp(await aForm(), email, { subscriptions: { newsletter: true } });
  const session = await enter(email);
  const person = (await findPerson(email))?.id ?? '';
  return { email, session, person };
};

const ask = async (session: Headers, kind: RequestKind, message?: string) =>
  PersonRequest.parse(
    await (await post('/v1/preferences/requests', { kind, message }, session)).json(),
  );

const cancel = (session: Headers, number: number) =>
  post(`/v1/preferences/requests/${number}/cancel`, {}, session);

describe('a request', () => {
  test('has a number, a deadline of one month, and an email that says so', async () => {
    const { email, session } = await somebody();
    const request = await ask(session, 'access', 'What do you have since 2019?');
    expect(request).toMatchObject({ kind: 'access', state: 'open' });
    const days = (request.dueAt - request.askedAt) / DAY_MS;
    expect(days).toBeGreaterThanOrEqual(28);
    expect(days).toBeLessThanOrEqual(31);
    const messages = await messagesTo(email);
    expect(messages.map(({ subject }) => subject)).toContain(
      `Your data: request no. ${request.number}`,
    );
  });

  test('for access is answered at once, by a link in an email that opens everything', async () => {
    const { email, session, person } = await somebody();
    expect(await ask(session, 'access')).toMatchObject({ state: 'done', refused: false });
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
    const { email, session } = await somebody();
    expect((await ask(session, 'portability')).state).toBe('done');
    expect((await messagesTo(email)).some(({ text }) => text.includes('to=data'))).toBe(false);
  });

  test('for a copy that the officer finishes sends the copy', async () => {
    const { email, session } = await somebody();
    const { number } = await ask(session, 'portability', 'To my new gym, please.');
    await (await as(['requests'])).post(`/v1/requests/${number}/done`, {});
    const last = (await messagesTo(email)).at(-1);
    expect(last?.subject).toBe(`Your data: request no. ${number}`);
    expect(last?.text).toContain('?to=data');
  });

  test('asked twice stands once', async () => {
    const { session } = await somebody();
    const first = await ask(session, 'rectification', 'My name is spelt with K.');
    expect((await ask(session, 'rectification')).number).toBe(first.number);
  });

  test('shows the officer its emails and no others, also once their content is erased', async () => {
    const { session } = await somebody();
    const { number } = await ask(session, 'portability', 'As CSV, please.');
    const other = await ask(session, 'rectification', 'My name is spelt with K.');
    await (await as(['requests'])).post(`/v1/requests/${number}/done`, {});
    await env.DB.prepare("UPDATE outbox SET facts = '{}' WHERE request = ?1").bind(number).run();
    const at = await atConsole(['requests']);
    const page = await (await at.get(`/requests/${number}`)).text();
    expect(page.match(/<code>request-\w+<\/code>/g)).toEqual(['<code>request-received</code>']);
    expect(page).toContain('<code>data-ready</code>');
    const read = await (await as(['requests'])).get(`/v1/requests/${number}`);
    expect(await read.json()).toMatchObject({
      number,
      state: 'done',
      reason: null,
      emails: [{ template: 'request-received' }, { template: 'data-ready' }],
    });
    const otherPage = await (await at.get(`/requests/${other.number}`)).text();
    expect(otherPage).not.toContain('data-ready');
  });

  test('reaches the privacy officer, who says when it is done', async () => {
    const { email, session } = await somebody();
    const { number } = await ask(session, 'portability', 'As CSV, please.');
    const officer = await as(['requests']);
    const open = z
      .object({ requests: z.array(PersonRequest) })
      .parse(await (await officer.get('/v1/requests')).json());
    expect(open.requests.find((each) => each.number === number)?.message).toBe('As CSV, please.');
    expect((await officer.post(`/v1/requests/${number}/done`, {})).status).toBe(200);
    expect((await officer.post(`/v1/requests/${number}/done`, {})).status).toBe(409);
    const subjects = (await messagesTo(email)).map(({ subject }) => subject);
    expect(subjects).toContain(`Your data: request no. ${number}`);
    expect((await (await as(['forms'])).get('/v1/requests')).status).toBe(403);
  });
});

describe('restriction and objection', () => {
  test.each([
    ['restriction', 'restricted'],
    ['objection', 'objected'],
  ] as const)('%s holds at once', async (kind, decision) => {
    const { email, session } = await somebody();
    expect((await ask(session, kind)).state).toBe('done');
    expect(await standingsOf(email)).toMatchObject({
      'e-marketing': decision,
      newsletter: decision,
    });
  });

  test('a form that anybody may send does not lift a restriction', async () => {
    const { email, session } = await somebody();
    await ask(session, 'restriction');
    await signUp(await aForm(), email);
    expect((await standingsOf(email))['e-marketing']).toBe('restricted');
  });
});

describe('erasure', () => {
  test('ends every email at once, and waits for a week', async () => {
    const { email, session } = await somebody();
    const request = await ask(session, 'erasure');
    expect(request.state).toBe('waiting');
    expect((request.actsAt ?? 0) - request.askedAt).toBe(7 * DAY_MS);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'withdrawn' });
    await carryOutErasures(theSystem(developing, Date.now() + 6 * DAY_MS));
    expect(await findPerson(email)).toBeDefined();
  });

  test('can be taken back by the same person, and by nobody else', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const { number } = await ask(one.session, 'erasure');
    expect((await cancel(other.session, number)).status).toBe(404);
    expect((await cancel(one.session, number)).status).toBe(200);
    await carryOutErasures(theSystem(developing, Date.now() + 8 * DAY_MS));
    expect(await findPerson(one.email)).toBeDefined();
  });

  test('that is taken back while it is being carried out erases nobody', async () => {
    const { email, session, person } = await somebody();
    const request = await ask(session, 'erasure');
    await signUp(await aForm(), email);
    const leaving = await readPerson(env.DB, person);
    await cancel(session, request.number);
    const suppressed = 'SELECT COUNT(*) AS count FROM suppression';
    const before = await count(suppressed);
    await env.DB.batch(
      await erasePeople(theSystem(developing), leaving ? [leaving] : [], {
        source: 'preference-centre',
        actor: 'person',
        reason: 'request',
        condition: stillWaits(request.number),
      }),
    );
    expect((await findPerson(email))?.id).toBe(person);
    expect((await standingsOf(email))['e-marketing']).toBe('given');
    expect(await count(suppressed)).toBe(before);
  });

  test('ends in the ledger what was given again while it waited', async () => {
    const { email, session, person } = await somebody();
    await ask(session, 'erasure');
    await signUp(await aForm(), email, { subscriptions: { newsletter: true } });
    await carryOutErasures(theSystem(developing, Date.now() + 8 * DAY_MS));
    const last = (await recordsFrom(env.DB, 0, 10_000))
      .filter((record) => record.person === person)
      .slice(-2)
      .map(({ content }) => [content.purpose ?? content.subscription, content.decision]);
    expect(last).toEqual([
      ['e-marketing', 'withdrawn'],
      ['newsletter', 'withdrawn'],
    ]);
  });

  test.each(['by request', 'by staff', 'in bulk'])(
    '%s ends every request of the person',
    async (way) => {
      const { email, session, person } = await somebody();
      await ask(session, 'access', 'Everything since 2019.');
      await ask(session, 'erasure');
      if (way === 'by request')
        await carryOutErasures(theSystem(developing, Date.now() + 8 * DAY_MS));
      else await writers[way === 'by staff' ? 'erasure' : 'erasure of many'](email);
      expect(await findPerson(email)).toBeUndefined();
      const waiting =
        "SELECT COUNT(*) AS count FROM request WHERE person = ?1 AND state IN ('open', 'waiting')";
      expect(await count(waiting, person)).toBe(0);
    },
  );

  test('leaves nothing of the person, and a ledger that still verifies', async () => {
    const { email, session, person } = await somebody();
    const { number } = await ask(session, 'erasure', 'Please.');
    const before = (await recordsOf(email)).length;
    await carryOutErasures(theSystem(developing, Date.now() + 8 * DAY_MS));
    expect((await landed(email)).map(({ subject }) => subject)).toContain(
      `Your request no. ${number} is done`,
    );
    expect(await findPerson(email)).toBeUndefined();
    const tables = [
      'submission',
      'standing',
      'subject',
      'person_field',
      'outbox',
      'entry',
      'request_message',
    ];
    for (const table of tables)
      expect(await count(`SELECT COUNT(*) AS count FROM ${table} WHERE person = ?1`, person)).toBe(
        0,
      );
    const evidence =
      'SELECT COUNT(*) AS count FROM evidence WHERE submission NOT IN (SELECT id FROM submission)';
    expect(await count(evidence)).toBe(0);
    const records = 'SELECT COUNT(*) AS count FROM record WHERE person = ?1';
    expect(await count(records, person)).toBe(before);
    expect(await broken(await recordsFrom(env.DB, 0, 10_000))).toEqual([]);
    expect((await SELF.fetch(`${host}/v1/preferences`, { headers: session })).status).toBe(401);
  });

  test('waits for its last email, but not for ever', async () => {
    const { email, session } = await somebody();
    await ask(session, 'erasure');
    const mute = { ...env, MAIL_TRANSPORT: 'smtp', SMTP_HOST: '127.0.0.1', SMTP_PORT: '1' };
    await carryOutErasures(theSystem(mute, Date.now() + 8 * DAY_MS));
    expect(await findPerson(email)).toBeDefined();
    await carryOutErasures(theSystem(mute, Date.now() + 11 * DAY_MS));
    expect(await findPerson(email)).toBeUndefined();
  });

  test('is not kept waiting by any number of people whose last email does not go out', async () => {
    await env.DB.prepare("UPDATE request SET state = 'cancelled' WHERE state = 'waiting'").run();
    const now = Date.now() + 8 * DAY_MS;
    const unreachable = await Promise.all(Array.from({ length: 52 }, () => somebody()));
    for (const { session } of unreachable) await ask(session, 'erasure');
    const mute = { ...env, MAIL_TRANSPORT: 'smtp', SMTP_HOST: '127.0.0.1', SMTP_PORT: '1' };
    await carryOutErasures(theSystem(mute, now));
    await carryOutErasures(theSystem(mute, now));
    const { email, session } = await somebody();
    await ask(session, 'erasure');
    await carryOutErasures(theSystem(developing, now));
    expect(await findPerson(email)).toBeUndefined();
    expect(await findPerson(unreachable[0]?.email ?? '')).toBeDefined();
  });

  test('leaves a keyed hash of the address, so that no import brings it back unnoticed', async () => {
    const { email, session } = await somebody();
    await ask(session, 'erasure');
    await carryOutErasures(theSystem(developing, Date.now() + 8 * DAY_MS));
    const { post: call } = await as(['mailing']);
    const answer = await call('/v1/mailing-check', { emails: [email], purpose: 'e-marketing' });
    expect(await answer.json()).toEqual({
      verdicts: [{ email, allow: false, reason: 'suppressed' }],
    });
    const plain = 'SELECT COUNT(*) AS count FROM suppression WHERE instr(hash, ?1) > 0';
    expect(await count(plain, email)).toBe(0);
  });
});

test('a refused request sends the person the reason, and their rights', async () => {
  const { email, session } = await somebody();
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

  const correct = (session: Headers, name: string) =>
    post('/v1/preferences/corrections', { locale: 'en', fields: { name } }, session);

  test('is heard twenty times a day, and told when the next will be', async () => {
    const { session, person } = await somebody();
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

  test('corrects twenty times a day, and may still ask', async () => {
    const { session, person } = await somebody();
    await askedOften(person, 'rectification', 'done', MOST);
    expect((await correct(session, 'Anna')).status).toBe(429);
    await ask(session, 'rectification', 'My name is spelt otherwise.');
  });
});
