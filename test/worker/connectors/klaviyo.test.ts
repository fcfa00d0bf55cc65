import { env } from 'cloudflare:test';
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeEvent } from '../../../worker/connectors/events.ts';
import { connectedOf } from '../../../worker/connectors/notes.ts';
import { klaviyoServer, settings } from '../../connectors/klaviyo.ts';
import { aForm, anEmail, findPerson, signUp, standingsOf, theSystem } from '../builders.ts';
import { clear, compare, connect, kept, runAt, withdraw } from './connecting.ts';

const [list, other] = ['LIST01', 'LIST02'];
const mapping = [
  { item: 'subscription:newsletter', target: list },
  { item: 'subscription:invitations', target: other },
];

let tool = klaviyoServer(Date.now);
let form = '';

const run = () => runAt(tool.send, Date.now());

const signed = (body: string, text: string, sent = '') => ({
  headers: new Headers({
    'Klaviyo-Signature': createHmac('sha256', settings.secret).update(text).digest('hex'),
    'Klaviyo-Timestamp': sent,
  }),
  body,
});

describe('Klaviyo', () => {
  let connection = '';

  beforeEach(async () => {
    await clear();
    tool = klaviyoServer(Date.now);
    form = await aForm();
    connection = await connect('klaviyo', settings, mapping);
  });

  afterEach(() => expect(tool.broken).toEqual([]));

  test('a yes clears no suppression that says no, and is listed as held back', async () => {
    const email = anEmail();
    tool.block?.(email);
    await signUp(form, email);
    await run();
    expect(tool.suppressions(email)).toEqual(['UNSUBSCRIBE']);
    expect(tool.state(email, list)).toBe('off');
  });

  test('what is subscribed later than it is answered is waited for, and written once', async () => {
    tool.lag = 5;
    const email = anEmail();
    await signUp(form, email);
    await run();
    expect(tool.state(email, list)).toBe('on');
    expect(tool.log.filter((line) => line.includes('create-jobs'))).toHaveLength(1);
    await withdraw(email);
    await run();
    expect(tool.state(email, list)).toBe('absent');
  });

  test('a subscription carried out only after consent was withdrawn is ended there too', async () => {
    tool.lag = 40;
    const email = anEmail();
    await signUp(form, email);
    await run();
    await withdraw(email);
    await run();
    await run();
    expect(tool.consent(email)).toBe('NEVER_SUBSCRIBED');
    tool.lag = 1;
    for (let minute = 0; minute < 2; minute++) await run();
    expect(tool.consent(email)).toBe('SUBSCRIBED');
    expect(tool.state(email, list)).toBe('absent');
  });

  test('who was put into a list there and consents here is subscribed to it', async () => {
    const email = anEmail();
    tool.put(email, list);
    await signUp(form, email);
    await run();
    expect(tool.consent(email)).toBe('SUBSCRIBED');
    expect(tool.state(email, list)).toBe('on');
  });

  test('who leaves a list there without a trace has said no', async () => {
    const email = anEmail();
    await signUp(form, email);
    await run();
    tool.isSilent = true;
    tool.choose(email, list, 'no');
    await compare(connection, tool.send);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'withdrawn' });
    const person = await findPerson(email);
    expect(await connectedOf(env.DB, person?.id ?? '')).toMatchObject([{ connector: 'klaviyo' }]);
  });

  test('who was put into a list there has not consented, and leaves it by a withdrawal here', async () => {
    const email = anEmail();
    tool.put(email, list);
    await env.DB.prepare("UPDATE connection SET takes_in = 'en'").run();
    await run();
    expect(await findPerson(email)).toBeUndefined();
    await signUp(form, email);
    await withdraw(email);
    await run();
    expect(tool.state(email, list)).toBe('absent');
  });

  test('an event that names a profile alone has its address looked up', async () => {
    const email = anEmail();
    await signUp(form, email);
    await run();
    tool.choose(email, list, 'no');
    const profile = { data: { type: 'profile', id: tool.idOf(email) } };
    const payload = { data: { type: 'event', attributes: {}, relationships: { profile } } };
    const body = JSON.stringify({ data: [{ topic: 't', payload }] });
    const take = (event: ReturnType<typeof signed>) =>
      takeEvent(theSystem(), connection, event, tool.send);
    expect(await take(signed(body, `${body}!`))).toBe('forged');
    const long = new Date(Date.now() - 864_000_000).toUTCString();
    expect(await take(signed(body, `${body}${long}`, long))).toBe('forged');
    // The signature is over the body alone here: nobody says which of the two it is.
    expect(await take(signed(body, body))).toBe('taken');
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'withdrawn' });
  });

  test('without a secret for its webhooks everybody is read each hour, with one each night', async () => {
    await env.DB.prepare('DELETE FROM connection').run();
    const deaf = await connect('klaviyo', { ...settings, secret: '' }, mapping);
    const hears = await connect('klaviyo', settings, mapping);
    const [begun, later] = [Date.now(), Date.now() + 3_700_000];
    for (const now of [begun, later]) await runAt(tool.send, now);
    // Each tool has the time of its own turn.
    expect((await kept(deaf)).reconciled?.startedAt).toBeGreaterThanOrEqual(later);
    expect((await kept(hears)).reconciled?.startedAt).toBeLessThan(later);
  });
});
