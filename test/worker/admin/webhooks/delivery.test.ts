import { env } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChangeEvent } from '../../../../worker/contract/events.ts';
import { Attempt, NewSecret } from '../../../../worker/contract/webhooks.ts';
import { outgoingOf } from '../../../../worker/platform/outgoing.ts';
import { runSchedule, tasks } from '../../../../worker/schedule.ts';
import { aForm, anEmail, as, count, findPerson, host, signUp, theSystem } from '../../builders.ts';
import { aUser } from '../../console/signing-in.ts';
import {
  act,
  aReceiver,
  attemptsOf,
  aWebhook,
  forgetWebhooks,
  isSignedBy,
  type Receiver,
  read,
  run,
  save,
  signatureBy,
} from './receiving.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let receiver: Receiver;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await forgetWebhooks();
  receiver = aReceiver();
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

/** Signs a new person up, so that there are events about them. */
const happen = async () => {
  const email = anEmail();
  await signUp(await aForm(), email);
  return { email, person: (await findPerson(email))?.id ?? '' };
};

const withdraw = async (person: string) => {
  const { post } = await as(['consents-write']);
  const decision = { purpose: 'e-marketing', decision: 'withdrawn', legalBasis: '61A' };
  await post(`/v1/people/${person}/decisions`, { ...decision, source: 'phone', comment: 'Rang.' });
};

const status = (code: number, headers: Record<string, string> = {}) =>
  new Response(null, { status: code, headers });

describe('a webhook', () => {
  test('gets what happens from now on, once, without any detail of a person', async () => {
    await happen();
    const { id } = await aWebhook();
    const { email, person } = await happen();
    await run(receiver);
    await run(receiver);
    expect(receiver.types()).toEqual([
      'submission.recorded',
      'person.created',
      'consent.given',
      'subscription.changed',
      'subscription.changed',
    ]);
    expect(receiver.received.map(({ event }) => event.data.person)).toEqual(
      receiver.types().map(() => person),
    );
    expect(receiver.received.map(({ body }) => body).join()).not.toContain(email);
    expect((await attemptsOf(id)).map(({ status: code }) => code)).toEqual([
      204, 204, 204, 204, 204,
    ]);
  });

  test('signs by its secret and by its own key, and names the event in the headers of CloudEvents', async () => {
    const { secret, publicKey } = await aWebhook({ types: ['consent.given'] });
    const { person } = await happen();
    await run(receiver);
    const [message] = receiver.received;
    if (!message) throw new Error('Nothing arrived.');
    const { headers, event } = message;
    expect(headers.get('webhook-id')).toBe(event.id);
    expect(Number(headers.get('webhook-timestamp'))).toBe(Math.floor(Date.now() / 1000));
    expect(headers.get('webhook-signature')?.split(' ')[0]).toBe(signatureBy(secret, message));
    expect(await isSignedBy(publicKey, message)).toBe(true);
    const attributes = ['specversion', 'id', 'source', 'type', 'time', 'subject'];
    expect(attributes.map((name) => headers.get(`ce-${name}`))).toEqual([
      '1.0',
      event.id,
      host,
      'consent.given',
      event.timestamp,
      person,
    ]);
  });

  test('gets only the types that it wants, with the details that were chosen', async () => {
    await aWebhook({ types: ['consent.given', 'person.erased'], fields: ['email'] });
    const { email, person } = await happen();
    await run(receiver);
    const { delete: erase } = await as(['people-read', 'bulk-delete']);
    await erase(`/v1/people/${person}?reason=imported-by-mistake`);
    await run(receiver);
    expect(receiver.received.map(({ event: { type, data } }) => [type, data.fields])).toEqual([
      ['consent.given', { email }],
      ['person.erased', undefined],
    ]);
  });

  test('signs by the old secret too for a day after a new one was made', async () => {
    const { id, secret } = await aWebhook({ types: ['consent.given'] });
    const rotated = NewSecret.parse(await (await act(id, 'secret')).json());
    const signatures = async () => {
      await happen();
      await run(receiver);
      const message = receiver.received.at(-1);
      if (!message) throw new Error('Nothing arrived.');
      const has = (by: string) =>
        message.headers.get('webhook-signature')?.includes(signatureBy(by, message));
      return [has(rotated.secret), has(secret), await isSignedBy(rotated.publicKey, message)];
    };
    expect(await signatures()).toEqual([true, true, true]);
    pass(DAY + HOUR);
    expect(await signatures()).toEqual([true, false, true]);
  });

  test('keeps its secrets encrypted', async () => {
    const { secret } = await aWebhook();
    const stored = await env.DB.prepare('SELECT secret FROM webhook').first<string>('secret');
    expect(stored).not.toContain(secret.replace('whsec_', ''));
  });

  test('that is paused gets what happened meanwhile once it is resumed', async () => {
    const { id } = await aWebhook({ types: ['consent.given'] });
    await save(id, { types: ['consent.given'], active: false });
    await happen();
    await run(receiver);
    expect(receiver.received).toEqual([]);
    await save(id, { types: ['consent.given'] });
    await run(receiver);
    expect(receiver.types()).toEqual(['consent.given']);
  });
});

describe('what does not arrive', () => {
  test('is sent again later with the same id, and holds up only what follows of the same person', async () => {
    const { id } = await aWebhook({ types: ['consent.given', 'consent.withdrawn'] });
    const [anna, ben] = [await happen(), await happen()];
    await withdraw(anna.person);
    receiver.answers(({ data }) => status(data.person === anna.person ? 500 : 200));
    await run(receiver);
    const got = () => receiver.received.map(({ event: { type, data } }) => [type, data.person]);
    expect(got()).toEqual([
      ['consent.given', anna.person],
      ['consent.given', ben.person],
    ]);
    expect(await read(id)).toMatchObject({ waiting: 2, failingSince: null });
    receiver.isFine();
    await run(receiver);
    expect(got()).toHaveLength(2);
    pass(HOUR);
    await run(receiver);
    expect(got().slice(2)).toEqual([
      ['consent.given', anna.person],
      ['consent.withdrawn', anna.person],
    ]);
    expect(receiver.received[2]?.event.id).toBe(receiver.received[0]?.event.id);
    expect(await read(id)).toMatchObject({ waiting: 0, failed: 0 });
  });

  test('is given up after ten tries, and then goes by hand', async () => {
    const { id } = await aWebhook({ types: ['consent.given'] });
    const [anna] = [await happen()];
    receiver.answers(({ data }) => status(data.person === anna.person ? 500 : 200));
    for (let tries = 0; tries < 12; tries++) {
      await run(receiver);
      pass(31 * HOUR);
      await happen();
    }
    const toAnna = receiver.received.filter(({ event }) => event.data.person === anna.person);
    expect(toAnna).toHaveLength(10);
    expect(await read(id)).toMatchObject({ state: 'active', failed: 1 });
    receiver.isFine();
    receiver.forget();
    expect((await act(id, 'replays', { event: toAnna[0]?.event.id })).status).toBe(202);
    await run(receiver);
    expect(receiver.received.map(({ event }) => event.data.person)).toContain(anna.person);
    expect(await read(id)).toMatchObject({ failed: 0 });
  });

  test('waits as long as its receiver asks for', async () => {
    await aWebhook({ types: ['consent.given'] });
    await happen();
    receiver.answers(() => status(429, { 'Retry-After': '7200' }));
    await run(receiver);
    receiver.isFine();
    pass(HOUR);
    await happen();
    await run(receiver);
    expect(receiver.received).toHaveLength(1);
    pass(1.5 * HOUR);
    await run(receiver);
    expect(receiver.received).toHaveLength(3);
  });

  test('is not looked for where a redirect leads', async () => {
    const { id } = await aWebhook({ types: ['consent.given'] });
    await happen();
    receiver.answers(() => status(302, { Location: 'http://169.254.169.254/' }));
    await run(receiver);
    expect(receiver.received).toHaveLength(1);
    expect(await attemptsOf(id)).toMatchObject([{ status: 302, error: 'redirect' }]);
  });

  test('is all sent once the receiver works again, and until then is tried little', async () => {
    const { id } = await aWebhook({ types: ['consent.given'] });
    receiver.answers(() => Promise.reject(new TypeError('connection refused')));
    for (let person = 0; person < 6; person++) await happen();
    await run(receiver);
    const tried = receiver.received.length;
    expect(tried).toBeLessThan(6);
    expect(await read(id)).toMatchObject({ failingSince: Date.now() });
    await run(receiver);
    expect(receiver.received.length - tried).toBeLessThanOrEqual(4);
    receiver.isFine();
    receiver.forget();
    pass(HOUR);
    for (let minute = 0; minute < 4; minute++) await run(receiver);
    expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(6);
    expect(await read(id)).toMatchObject({ waiting: 0, failingSince: null });
  });
});

describe('a receiver', () => {
  const emails = () =>
    count("SELECT COUNT(*) AS count FROM outbox WHERE template = 'webhook-disabled'");

  test('that says it is gone gets nothing more, and users who may change settings an email', async () => {
    await aUser(['settings']);
    const { id } = await aWebhook({ types: ['consent.given'] });
    const before = await emails();
    await happen();
    receiver.answers(() => status(410));
    await run(receiver);
    expect(await read(id)).toMatchObject({ state: 'gone' });
    expect(await emails()).toBeGreaterThan(before);
    const sent = receiver.received.length;
    pass(HOUR);
    await run(receiver);
    expect(receiver.received).toHaveLength(sent);
  });

  test('that fails for three days is disabled, and goes on where it was when it is turned on', async () => {
    await aUser(['settings']);
    const { id } = await aWebhook({ types: ['consent.given'] });
    const before = await emails();
    receiver.answers(() => status(500));
    await happen();
    await run(receiver);
    for (let day = 0; day < 3; day++) {
      pass(25 * HOUR);
      await happen();
      await run(receiver);
    }
    expect(await read(id)).toMatchObject({ state: 'failing' });
    expect(await emails()).toBeGreaterThan(before);
    receiver.isFine();
    receiver.forget();
    await save(id, { types: ['consent.given'] });
    pass(DAY);
    for (let minute = 0; minute < 3; minute++) await run(receiver);
    expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(4);
  });

  test('can be tried with a message that is no event', async () => {
    const { id } = await aWebhook();
    const answer = Attempt.parse(await (await act(id, 'test')).json());
    expect(answer).toMatchObject({ type: 'webhook.test', tries: 1 });
    expect(await attemptsOf(id)).toEqual([answer]);
  });
});

describe('a webhook whose address has become one of ours', () => {
  test.each(['run', 'test'])('is sent nothing by a %s, and its log says why', async (by) => {
    const { id } = await aWebhook({ types: ['consent.given'] });
    await env.DB.prepare("UPDATE webhook SET url = 'https://samtykke.test/hook'").run();
    await happen();
    if (by === 'run') await run({ outgoing: outgoingOf(env) });
    else await act(id, 'test');
    expect(await attemptsOf(id)).toMatchObject([{ status: null, error: 'address' }]);
  });
});

describe('sending again', () => {
  test('everything since a moment keeps its ids', async () => {
    const { id } = await aWebhook({ types: ['consent.given', 'person.created'] });
    await happen();
    await run(receiver);
    pass(HOUR);
    const since = Date.now();
    await happen();
    await happen();
    await run(receiver);
    const inOrder = () =>
      receiver.received
        .map(({ event }): ChangeEvent => event)
        .filter(({ timestamp }) => Date.parse(timestamp) >= since)
        .toSorted((one, other) => one.sequence - other.sequence);
    const later = inOrder();
    receiver.forget();
    expect((await act(id, 'replays', { since })).status).toBe(202);
    await run(receiver);
    expect(receiver.received).toHaveLength(4);
    expect(inOrder()).toEqual(later);
  });

  test('answers 404 for an event that there is not', async () => {
    const { id } = await aWebhook();
    expect((await act(id, 'replays', { event: 'evt_1_zz' })).status).toBe(404);
    expect((await act(id, 'replays', {})).status).toBe(422);
  });
});

test('what was sent is forgotten after 30 days, also where nothing more is sent', async () => {
  const { id } = await aWebhook({ types: ['consent.given'] });
  await happen();
  await run(receiver);
  const log = tasks.filter(({ name }) => name === 'webhook-log');
  pass(29 * DAY);
  await runSchedule(theSystem(), log);
  expect(await attemptsOf(id)).toHaveLength(1);
  pass(2 * DAY);
  await runSchedule(theSystem(), log);
  expect(await attemptsOf(id)).toEqual([]);
});

describe('an address', () => {
  test.each([
    'http://hooks.example.com/',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://10.0.0.8/x',
    'https://169.254.169.254/latest/meta-data',
    'https://crm.internal/',
    'https://user:pass@hooks.example.com/',
    'https://hooks.example.com:8443/',
    'https://samtykke.test/v1/signals',
    'https://samtykke.test./v1/signals',
    'https://localhost.localdomain/',
    'ftp://hooks.example.com/',
    'hooks.example.com',
    `https://hooks.example.com/${'x'.repeat(2000)}`,
  ])('%.99s is refused', async (url) => {
    const { post } = await as(['settings']);
    expect((await post('/v1/webhooks', { name: 'CRM', url })).status).toBe(422);
  });

  test('that is as long as one with a key in it is taken', async () => {
    const url = `https://hooks.example.com/${'x'.repeat(1900)}`;
    const { post } = await as(['settings']);
    expect((await post('/v1/webhooks', { name: 'CRM', url })).status).toBe(201);
  });
});

test('details of people are sent only by users who may export them', async () => {
  const { post } = await as(['settings']);
  const body = { name: 'CRM', url: 'https://hooks.example.com/', fields: ['email'] };
  expect((await post('/v1/webhooks', body)).status).toBe(422);
});
