import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { takeEvent } from '../../../worker/connectors/events.ts';
import type { ConnectorKey } from '../../../worker/contract/connections.ts';
import { standIns } from '../../connectors/all.ts';
import { aForm, anEmail, call, findPerson, signUp, standingsOf, theSystem } from '../builders.ts';
import { clear, connect, runAt, writesTo } from './connecting.ts';

const mailchimpEvent = (email: string, at = Date.now(), secret = 'a-signing-secret') => {
  const body = new URLSearchParams({
    type: 'unsubscribe',
    fired_at: '2026-11-26 08:00:00',
    'data[email]': email,
    'data[list_id]': 'aaa111',
    'data[action]': 'unsub',
    'data[reason]': 'manual',
  }).toString();
  const t = Math.floor(at / 1000);
  const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
  return {
    headers: new Headers({ 'X-Mailchimp-Signature': `t=${t},v1=${v1}` }),
    body,
  };
};

const customerioEvent = (email: string, at = Date.now(), secret = 'a-signing-key') => {
  const body = JSON.stringify({
    event_id: '01E4C4CT6YDC7Y5M7FE1GWWPQJ',
    object_type: 'customer',
    metric: 'cio_subscription_preferences_changed',
    timestamp: Math.floor(at / 1000),
    data: {
      customer_id: '',
      email_address: email,
      identifiers: { id: null, email, cio_id: 'a1' },
      content: '{"topics":{"topic_1":false}}',
    },
  });
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    headers: new Headers({ 'X-CIO-Timestamp': timestamp, 'X-CIO-Signature': signature }),
    body,
  };
};

const brevoEvent = (email: string, token = 'a-token') => ({
  headers: new Headers({ Authorization: `Bearer ${token}` }),
  body: JSON.stringify({ event: 'unsubscribe', email, id: 7, ts_event: 1_764_093_600 }),
});

/** Of the two texts that a signature may be over, the one with the time it was sent. */
const klaviyoEvent = (email: string, secret = 'a-secret-of-sixteen', at = new Date()) => {
  const payload = { data: { attributes: { event_properties: { email_address: email } } } };
  const topic = 'event:klaviyo.unsubscribed_from_email_marketing';
  const body = JSON.stringify({ data: [{ topic, external_id: '1', payload }], meta: {} });
  const sent = at.toUTCString();
  const signature = createHmac('sha256', secret).update(`${body}${sent}`).digest('hex');
  return {
    headers: new Headers({ 'Klaviyo-Signature': signature, 'Klaviyo-Timestamp': sent }),
    body,
  };
};

beforeEach(clear);

const connected = async (connector: ConnectorKey) => {
  const { serve, settings } = standIns[connector];
  const tool = serve(Date.now);
  const [list = ''] = tool.targets;
  const mapping = [{ item: 'subscription:newsletter', target: list }];
  const id = await connect(connector, settings, mapping);
  const email = anEmail();
  await signUp(await aForm(), email);
  await runAt(tool.send, Date.now());
  return { tool, list, id, email };
};

describe.each([
  ['mailchimp', mailchimpEvent],
  ['brevo', brevoEvent],
  ['customerio', customerioEvent],
  ['klaviyo', klaviyoEvent],
] as const)('an event of %s', (connector, event) => {
  test('has whom it names read again, once and twice alike', async () => {
    const { tool, list, id, email } = await connected(connector);
    tool.choose(email, list, 'no');
    const take = () => takeEvent(theSystem(), id, event(email), tool.send);
    expect(await take()).toBe('taken');
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'withdrawn' });
    const written = tool.log.length;
    expect(await take()).toBe('taken');
    expect(writesTo(tool, written)).toEqual([]);
  });

  test('changes nothing of what is not so there, however it came', async () => {
    const { tool, list, id, email } = await connected(connector);
    expect(await takeEvent(theSystem(), id, event(email), tool.send)).toBe('taken');
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'given' });
    expect(tool.state(email, list)).toBe('on');
    const stranger = anEmail();
    expect(await takeEvent(theSystem(), id, event(stranger), tool.send)).toBe('taken');
    expect(await findPerson(stranger)).toBeUndefined();
  });

  test('is sent again by the tool where that cannot be asked right now', async () => {
    const { tool, id, email } = await connected(connector);
    tool.faults.push('busy');
    expect(await takeEvent(theSystem(), id, event(email), tool.send)).toBe('later');
  });
});

test('an event that is not signed, or signed long ago, is refused', async () => {
  const { tool, id, email } = await connected('mailchimp');
  const forged = mailchimpEvent(email, Date.now(), 'another-secret');
  const old = mailchimpEvent(email, Date.now() - 600_000);
  for (const event of [forged, old])
    expect(await takeEvent(theSystem(), id, event, tool.send)).toBe('forged');
  const brevo = await connected('brevo');
  const wrong = brevoEvent(brevo.email, 'wrong');
  expect(await takeEvent(theSystem(), brevo.id, wrong, brevo.tool.send)).toBe('forged');
  const customerio = await connected('customerio');
  const replayed = customerioEvent(customerio.email, Date.now() - 9 * 86_400_000);
  for (const each of [customerioEvent(customerio.email, Date.now(), 'another'), replayed])
    expect(await takeEvent(theSystem(), customerio.id, each, customerio.tool.send)).toBe('forged');
  const path = `/v1/connections/${id}/events`;
  expect((await call(path)).status).toBe(200);
  const posted = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
  expect((await call(path, posted)).status).toBe(403);
  const nobodys = `/v1/connections/${crypto.randomUUID()}/events`;
  expect((await call(nobodys, posted)).status).toBe(404);
});
