import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ChangeEvent } from '../../../worker/contract/events.ts';
import { PersonRequest } from '../../../worker/contract/requests.ts';
import { eventsAfter, sequenceIn } from '../../../worker/events/events.ts';
import {
  closeReader,
  forgetEvents,
  KEPT_MS,
  moveReader,
  openReader,
  readKept,
  readReader,
} from '../../../worker/events/readers.ts';
import { aForm, anEmail, as, count, findPerson, signUp } from '../builders.ts';
import { waiting, write } from '../visitor/confirm/confirming.ts';
import { enter, post } from '../visitor/verify/entering.ts';

const Made = z.object({ id: z.string() });

const follow = () => openReader(env.DB, 'changes', { holds: true }).run();
const unfollow = () => closeReader(env.DB, 'changes').run();

const EVENTS = 'SELECT COUNT(*) AS count FROM event';

/** What happened since, in short: each type, with what it was about. */
const since = async (after: number) =>
  (await eventsAfter(env.DB, after, 1000)).map(
    ({ type, data: { subscription, purpose, before, after: now } }) =>
      [type, subscription ?? purpose, before, now].filter(Boolean).join(' '),
  );

const now = async () => (await readKept(env.DB)).newest;

beforeEach(async () => {
  await unfollow();
});

describe('while nobody follows', () => {
  test('no event is written', async () => {
    const before = await count(EVENTS);
    await signUp(await aForm(), anEmail());
    expect(await count(EVENTS)).toBe(before);
  });
});

describe('who follows is told', () => {
  test('what a visitor does: sent, new, what was decided, and its confirmation, in that order', async () => {
    await follow();
    const start = await now();
    const { email, receipt, code } = await waiting();
    await write(receipt, code);
    expect(await since(start)).toEqual([
      'submission.recorded',
      'person.created',
      'consent.pending e-marketing pending',
      'subscription.changed newsletter pending',
      'subscription.changed invitations refused',
      'submission.confirmed',
      'consent.given e-marketing pending given',
      'subscription.changed newsletter pending given',
    ]);
    const person = (await findPerson(email))?.id;
    const events = await eventsAfter(env.DB, start, 1000);
    expect(events.map(({ data }) => data.person)).toEqual(events.map(() => person));
    expect(z.array(ChangeEvent).parse(events)).toHaveLength(8);
    expect(JSON.stringify(events)).not.toContain(email);
  });

  test('what was decided, by the records of the ledger, and who decided it', async () => {
    await follow();
    const email = anEmail();
    await signUp(await aForm(), email);
    const person = (await findPerson(email))?.id ?? '';
    const start = await now();
    const staff = await as(['consents-write']);
    await staff.post(`/v1/people/${person}/decisions`, {
      purpose: 'e-marketing',
      decision: 'withdrawn',
      legalBasis: '61A',
      source: 'phone',
      comment: 'They rang.',
    });
    const [purpose, subscription] = await eventsAfter(env.DB, start, 10);
    expect(purpose).toMatchObject({
      type: 'consent.withdrawn',
      data: {
        person,
        purpose: 'e-marketing',
        before: 'given',
        after: 'withdrawn',
        legalBasis: '61A',
        source: 'phone',
        actor: 'api',
      },
    });
    expect(subscription).toMatchObject({
      type: 'subscription.changed',
      data: { purpose: 'e-marketing', subscription: 'newsletter', before: 'given' },
    });
    const records = await (await as(['people-read'])).get(`/v1/people/${person}/records?limit=500`);
    expect(await records.json()).toMatchObject({
      records: expect.arrayContaining([
        expect.objectContaining({ sequence: purpose?.data.recordSequence }),
        expect.objectContaining({ sequence: subscription?.data.recordSequence }),
      ]),
    });
  });

  test('requests as they are opened, answered and cancelled, and corrections', async () => {
    await follow();
    const email = anEmail();
    await signUp(await aForm(), email);
    const session = await enter(email);
    const ask = async (body: unknown) =>
      PersonRequest.parse(await (await post('/v1/preferences/requests', body, session)).json());
    const start = await now();
    const { number } = await ask({ kind: 'rectification' });
    const officer = await as(['requests']);
    expect(
      (await officer.post(`/v1/requests/${number}/done`, { note: 'Sent by registered post.' }))
        .status,
    ).toBe(200);
    const erasure = await ask({ kind: 'erasure' });
    const cancelled = await post(`/v1/preferences/requests/${erasure.number}/cancel`, {}, session);
    expect(cancelled.status).toBeLessThan(300);
    const person = (await findPerson(email))?.id;
    const correction = { locale: 'da', reason: 'They rang and asked for Danish.' };
    const corrected = await (await as(['people-register'])).post(
      `/v1/people/${person}/corrections`,
      correction,
    );
    expect(corrected.status).toBeLessThan(300);
    const events = (await eventsAfter(env.DB, start, 100)).filter(({ data }) => data.request);
    expect(events.map(({ type, data }) => [type, data.kind, data.outcome])).toEqual([
      ['request.opened', 'rectification', undefined],
      ['person.corrected', 'rectification', undefined],
      ['request.closed', 'rectification', 'done'],
      ['request.opened', 'erasure', undefined],
      ['request.closed', 'erasure', 'cancelled'],
      ['request.opened', 'rectification', undefined],
      ['person.corrected', 'rectification', undefined],
      ['request.closed', 'rectification', 'done'],
    ]);
  });

  test('that a person was erased, and nothing of them but their random id', async () => {
    await follow();
    const email = anEmail();
    await signUp(await aForm(), email);
    const person = (await findPerson(email))?.id ?? '';
    const start = await now();
    const staff = await as(['people-read', 'bulk-delete']);
    expect((await staff.delete(`/v1/people/${person}?reason=imported-by-mistake`)).status).toBe(
      204,
    );
    const erased = (await eventsAfter(env.DB, start, 100)).filter(
      ({ type }) => type === 'person.erased',
    );
    expect(erased.map(({ data }) => data)).toEqual([{ person }]);
  });

  test('who was notified of a breach', async () => {
    await follow();
    const email = anEmail();
    await signUp(await aForm(), email);
    const person = (await findPerson(email))?.id ?? '';
    const start = await now();
    const staff = await as(['breach', 'bulk']);
    const facts = {
      nature: 'A list.',
      consequences: 'None.',
      measures: 'None.',
      contact: 'x@y.test',
    };
    const breach = { title: 'Laptop', discoveredAt: Date.now(), facts };
    const { id } = Made.parse(await (await staff.post('/v1/breaches', breach)).json());
    await staff.post('/v1/breach-notices', { ...facts, people: [person], breach: id });
    const events = await eventsAfter(env.DB, start, 100);
    expect(events.map(({ type, data }) => [type, data])).toContainEqual([
      'breach.notified',
      { person, breach: id },
    ]);
  });
});

describe('reading goes on', () => {
  test('behind each event, page by page, and meets every event once', async () => {
    await follow();
    const start = await now();
    const form = await aForm();
    for (let visitor = 0; visitor < 4; visitor++) await signUp(form, anEmail());
    const whole = await eventsAfter(env.DB, start, 1000);
    for (const limit of [1, 2, 3, 5]) {
      const read: ChangeEvent[] = [];
      for (;;) {
        const page = await eventsAfter(env.DB, read.at(-1)?.sequence ?? start, limit);
        if (page.length === 0) break;
        read.push(...page);
      }
      expect(read).toEqual(whole);
    }
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
    expect(whole.map(({ id }) => sequenceIn(id))).toEqual(whole.map(({ sequence }) => sequence));
  });
});

describe('events are forgotten', () => {
  const later = () => Date.now() + KEPT_MS + 1000;

  test('after thirty days, once who holds them has them; numbers are never given twice', async () => {
    await follow();
    const form = await aForm();
    await signUp(form, anEmail());
    await signUp(form, anEmail());
    const events = await count(EVENTS);
    await forgetEvents(env.DB, Date.now());
    expect(await count(EVENTS)).toBe(events);
    const { newest } = await readKept(env.DB);
    await forgetEvents(env.DB, later());
    expect(await since((await readReader(env.DB, 'changes')) ?? 0)).toHaveLength(10);
    await moveReader(env.DB, 'changes', newest).run();
    await forgetEvents(env.DB, later());
    expect(await count(EVENTS)).toBe(1);
    await signUp(form, anEmail());
    expect((await eventsAfter(env.DB, newest, 10)).length).toBe(5);
  });
});
