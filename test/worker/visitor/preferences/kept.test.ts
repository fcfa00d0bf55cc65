import { SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import {
  aForm,
  aFormWith,
  anEmail,
  count,
  findPerson,
  host,
  recordsOf,
  signUp,
} from '../../builders.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { enter, post } from '../verify/entering.ts';
import { aPerson, type Headers, marketing, save, show } from './choosing.ts';

describe('history and data', () => {
  test('list every decision, newest first, in words', async () => {
    const { session } = await aPerson();
    await save(session, { subscription: 'newsletter', on: false });
    const answer = await SELF.fetch(`${host}/v1/preferences/history?locale=da`, {
      headers: session,
    });
    const { history } = (await answer.json()) as { history: object[] };
    expect(history[0]).toMatchObject({
      title: 'Nyhedsbrev',
      decision: 'withdrawn',
      source: 'Præferencecenter',
    });
    expect(history).toHaveLength(4);
  });

  test('hold everything that is kept', async () => {
    const { email, session } = await aPerson();
    const answer = await SELF.fetch(`${host}/v1/preferences/data`, { headers: session });
    const data = (await answer.json()) as Record<string, unknown[]>;
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(data.person).toMatchObject({ email });
    expect(data.submissions).toHaveLength(1);
    expect(data.records).toHaveLength(3);
  });
});

test('what is kept comes as a table too, in which nothing is a formula', async () => {
  const email = anEmail();
  const form = await aForm(aFormWith({ key: 'note', kind: 'text', label: { en: 'Note' } }));
  await signUp(form, email, { fields: { email, note: '=HYPERLINK("https://evil.test")' } });
  const path = `${host}/v1/preferences/data?format=csv`;
  const csv = await (await SELF.fetch(path, { headers: await enter(email) })).text();
  expect(csv).toContain(`"person.email","${email}"`);
  expect(csv).toContain('"submissions.0.fields.note","\'=HYPERLINK(""https://evil.test"")"');
});

describe('a receipt', () => {
  const receipts = async (email: string) =>
    (await messagesTo(email)).filter(
      ({ subject }) => subject === 'Receipt for your choices at Æblegård',
    );

  test('emails what was saved, in the words that were shown, once', async () => {
    const { email, session } = await aPerson();
    const { recordedAt } = await save(session, { purpose: 'e-marketing', on: false });
    const { statement } = await show(session);
    for (let turn = 0; turn < 2; turn++)
      expect((await post('/v1/preferences/receipts', { recordedAt }, session)).status).toBe(202);
    const [message, ...more] = await receipts(email);
    expect(more).toEqual([]);
    const { title } = await marketing(session);
    expect(message?.text).toContain(`* ${title}: You withdrew your consent`);
    expect(message?.text).toContain('* Newsletter: You unsubscribed');
    expect(message?.text).toContain(`${host}/shown/${statement}`);
  });

  test('is not sent for what someone else has saved', async () => {
    const [one, other] = [await aPerson(), await aPerson()];
    const { recordedAt } = await save(one.session, { subscription: 'newsletter', on: false });
    await post('/v1/preferences/receipts', { recordedAt }, other.session);
    expect(await receipts(one.email)).toEqual([]);
    expect(await receipts(other.email)).toEqual([]);
  });
});

test('what is kept comes as a report to print, in which markup stays text', async () => {
  const email = anEmail();
  const form = await aForm(
    aFormWith({ key: 'name', kind: 'text', label: { en: 'Name' }, stores: 'name' }),
  );
  await signUp(form, email, { fields: { email, name: '<img src=x onerror=alert(1)>' } });
  const session = await enter(email);
  const path = `${host}/v1/preferences/data?format=html&locale=da`;
  const answer = await SELF.fetch(path, { headers: session });
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  const report = await answer.text();
  expect(report).toContain('<html lang="da"');
  expect(report).toContain(`Oplysninger, vi har om ${email}`);
  expect(report).toContain('&lt;img src=x');
  expect(report).not.toContain('<img');
  expect(report).toContain('Nyheder og tilbud på e-mail');
});

describe('one person’s session', () => {
  /** Every endpoint that takes a session, with what it may be asked of another person's. */
  const endpoints = async (other: { email: string; session: Headers }) => {
    const { recordedAt } = await save(other.session, { subscription: 'invitations', on: false });
    const { statement, purposes } = await show(other.session);
    const record = purposes[0]?.record ?? null;
    const asked = await post('/v1/preferences/requests', { kind: 'erasure' }, other.session);
    const { number } = (await asked.json()) as { number: number };
    const id = (await findPerson(other.email))?.id ?? '';
    const change = { purpose: 'e-marketing', on: true, seen: record };
    return {
      number,
      calls: [
        ['GET', `?person=${id}&email=${other.email}`],
        ['GET', `/history?person=${id}`],
        ['GET', `/requests?person=${id}`],
        ['GET', `/data?person=${id}`],
        ['GET', `/data?format=csv&person=${id}`],
        ['GET', `/data?format=html&person=${id}`],
        ['POST', '', { statement, locale: 'en', changes: [change] }],
        ['POST', '/requests', { kind: 'restriction', person: id }],
        ['POST', `/requests/${number}/cancel`, {}],
        ['POST', '/receipts', { recordedAt }],
        ['POST', '/corrections', { locale: 'en', fields: { name: 'Mallory' }, person: id }],
        ['POST', '/corrections', { locale: 'en', email: other.email }],
      ] as const,
    };
  };

  test('reads and changes nothing of another’s, at any endpoint', async () => {
    const [one, other] = [await aPerson(), await aPerson()];
    const { number, calls } = await endpoints(other);
    const before = {
      person: await findPerson(other.email),
      records: (await recordsOf(other.email)).length,
    };
    for (const [method, path, body] of calls) {
      const answer = await SELF.fetch(`${host}/v1/preferences${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...one.session },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      expect(await answer.text(), path).not.toContain(other.email);
    }
    expect(await findPerson(other.email)).toEqual(before.person);
    expect((await recordsOf(other.email)).length).toBe(before.records);
    const waits = "SELECT COUNT(*) AS count FROM request WHERE number = ?1 AND state = 'waiting'";
    expect(await count(waits, number)).toBe(1);
  });

  test('is needed at every endpoint', async () => {
    const { calls } = await endpoints(await aPerson());
    for (const [method, path] of calls)
      expect((await SELF.fetch(`${host}/v1/preferences${path}`, { method })).status, path).toBe(
        401,
      );
  });
});
