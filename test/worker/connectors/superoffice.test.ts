import { env } from 'cloudflare:test';
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeEvent } from '../../../worker/connectors/events.ts';
import { openTool } from '../../../worker/connectors/open.ts';
import { readKey, signed } from '../../../worker/connectors/superoffice/key.ts';
import { OURSELVES, superofficeServer } from '../../connectors/superoffice.ts';
import { settings, xmlKey } from '../../connectors/superoffice-sign-in.ts';
import { aForm, anEmail, findPerson, signUp, standingsOf, theSystem } from '../builders.ts';
import { accessKeys } from '../console/access-keys.ts';
import { clear, compare, connect, itemsOf, kept, runAt } from './connecting.ts';

const MARKETING = 'consent:EMARKETING';

let tool = superofficeServer(Date.now);
let connection = '';
let form = '';

const run = () => runAt(tool.send, Date.now());

beforeEach(async () => {
  await clear();
  tool = superofficeServer(Date.now);
  form = await aForm();
  connection = await connect('superoffice', settings, [
    { item: 'subscription:newsletter', target: MARKETING },
    { item: 'subscription:invitations', target: 'shipment:2' },
  ]);
});

afterEach(() => expect(tool.broken).toEqual([]));

test('a consent goes out with its basis, its source and when it was given', async () => {
  const email = anEmail();
  await signUp(form, email);
  await run();
  expect(tool.consent(email, 'EMARKETING')).toMatchObject({
    basis: '61A',
    source: 'API',
    comment: expect.stringMatching(/^Samtykke: given 20\d\d-/),
  });
});

test('someone who is added is subscribed to nothing that they did not agree to', async () => {
  const email = anEmail();
  await signUp(form, email);
  await run();
  for (const id of [1, 2]) expect(tool.state(email, `shipment:${id}`)).toBe('off');
});

test('to be subscribed by silence is nobody’s yes, and ends for who said no', async () => {
  await env.DB.prepare('UPDATE connection SET takes_in = ?1').bind('en').run();
  const [unknown, known] = [anEmail(), anEmail()];
  for (const email of [unknown, known]) tool.double(email);
  await signUp(form, known);
  await run();
  expect(await findPerson(unknown)).toBeUndefined();
  expect(tool.state(unknown, 'shipment:2')).toBe('on');
  expect(tool.state(known, 'shipment:2')).toBe('off');
  expect(tool.state(known, 'shipment:1')).toBe('on');
});

test('of several people with one address none is given a consent, and it is reported', async () => {
  const email = anEmail();
  for (let each = 0; each < 2; each++) tool.double(email);
  await signUp(form, email);
  await run();
  expect(tool.state(email, MARKETING)).toBe('absent');
  expect(await itemsOf(email)).toContainEqual(
    expect.objectContaining({
      item: 'subscription:newsletter',
      state: 'absent',
      difference: 'shared-address',
    }),
  );
});

test('a ticket that has run out is exchanged for another, in the midst of a run', async () => {
  const [first, second] = [anEmail(), anEmail()];
  for (const email of [first, second]) await signUp(form, email);
  tool.before = () => tool.expire();
  await run();
  for (const email of [first, second]) expect(tool.state(email, MARKETING)).toBe('on');
  const signIns = tool.log.filter((line) => tool.readings.includes(line));
  expect(signIns).toHaveLength(2);
  expect((await kept(connection)).stopped).toBeNull();
});

test('a tenant is asked where it is, also after it has moved, and a ticket goes to nobody else', async () => {
  const [before, after, last] = [anEmail(), anEmail(), anEmail()];
  tool.tellsHost = false;
  await signUp(form, before);
  await run();
  expect(tool.state(before, MARKETING)).toBe('on');
  await signUp(form, after);
  tool.before = () => {
    tool.host = 'sod3.superoffice.com';
  };
  await run();
  expect((await kept(connection)).tries).toBe(1);
  await env.DB.prepare('UPDATE connection SET retry_at = 0').run();
  await run();
  expect(tool.state(after, MARKETING)).toBe('on');
  tool.host = 'sod2.superoffice.com.elsewhere.example';
  await signUp(form, last);
  const asked = tool.log.length;
  await run();
  expect(tool.log.slice(asked).filter((line) => line.includes('Person'))).toEqual([]);
});

test('someone who is kept on another basis than consent has agreed to nothing', async () => {
  await env.DB.prepare('UPDATE connection SET takes_in = ?1').bind('en').run();
  const unknown = anEmail();
  tool.keep(unknown, '61F');
  await run();
  expect(await findPerson(unknown)).toBeUndefined();
  expect((await kept(connection)).reconciled).toMatchObject({ changes: { 'yes-here': 0 } });
});

test('a subscription that has changed since it was read is not written over', async () => {
  const email = anEmail();
  tool.double(email);
  const asking = { most: 50, now: Date.now(), waitFor: async () => {} };
  const send: typeof tool.send = (address, init) => {
    if (init.method === 'PATCH') tool.choose(email, 'shipment:2', 'no');
    return tool.send(address, init);
  };
  const opened = openTool('superoffice', settings, tool.targets, { ...asking, send });
  const [found] = await opened.tool.find([email]);
  if (!found) throw new Error('They were not found.');
  const changes = new Map([['shipment:2', 'off' as const]]);
  const after = await opened.tool.change(found, changes, 0);
  expect(after.targets.get('shipment:2')?.state).toBe('off');
});

test('who opts out while a yes is on its way stays out', async () => {
  const email = anEmail();
  tool.double(email);
  await signUp(form, email);
  // They are read to decide, and again right before they are written to: between the two they withdraw.
  let reads = 0;
  await runAt(async (address, init) => {
    if (init.method === 'GET' && /Person\/\d+$/.test(address)) reads += 1;
    if (reads === 2) tool.choose(email, MARKETING, 'no');
    return tool.send(address, init);
  }, Date.now());
  expect(tool.state(email, MARKETING)).toBe('off');
  await compare(connection, tool.send);
  expect(tool.state(email, MARKETING)).toBe('off');
  expect(await standingsOf(email)).toMatchObject({ newsletter: 'withdrawn' });
});

describe('an event', () => {
  const event = (id: number, by = 5, secret = settings.secret) => {
    const body = JSON.stringify({
      EventId: '88f91933-edce-4c1a-8ded-ade8e2f72434',
      Timestamp: '2026-11-26T08:28:01.5732501Z',
      Changes: [],
      Event: 'person.unconsented',
      PrimaryKey: id,
      Entity: 'person',
      ContextIdentifier: 'Cust12345',
      ChangedByAssociateId: by,
      WebhookName: 'Samtykke',
    });
    const signature = createHmac('sha256', secret).update(body).digest('base64');
    return { headers: new Headers({ 'X-SuperOffice-Signature': signature }), body };
  };
  const take = (each: ReturnType<typeof event>) =>
    takeEvent(theSystem(), connection, each, tool.send);

  const optedOut = async () => {
    const email = anEmail();
    await signUp(form, email);
    await run();
    tool.choose(email, MARKETING, 'no');
    const [id = 0] = tool.idsOf(email);
    return { email, id };
  };

  test('names a person and no purpose: they are read again', async () => {
    const { email, id } = await optedOut();
    expect(await take(event(id))).toBe('taken');
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'withdrawn' });
    expect(await take(event(9999))).toBe('taken');
  });

  test('of what our own user did is passed over; a lost one is found by the next comparison', async () => {
    const { email, id } = await optedOut();
    expect(await take(event(id, OURSELVES))).toBe('taken');
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'given' });
    await compare(connection, tool.send);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'withdrawn' });
  });

  test('that is not signed asks nothing of the tool; the one that tries the address is taken', async () => {
    const { id } = await optedOut();
    const asked = tool.log.length;
    expect(await take(event(id, 5, 'another-secret'))).toBe('forged');
    expect(await take(event(0))).toBe('taken');
    expect(tool.log).toHaveLength(asked);
  });

  test('is sent again where the tool cannot be asked', async () => {
    const { id } = await optedOut();
    tool.faults.push('down');
    expect(await take(event(id))).toBe('later');
  });
});

test('the private key may be XML or PEM of either kind', async () => {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const { kty, n, e, d, p, q, dp, dq, qi } = accessKeys.private;
  const jwk = { kty, n, e, d, p, q, dp, dq, qi };
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, true, ['sign']);
  const exported = await crypto.subtle.exportKey('pkcs8', key);
  if (!(exported instanceof ArrayBuffer)) throw new Error('A key is exported as bytes.');
  const pkcs8 = new Uint8Array(exported);
  // An RSA key within one of any kind begins behind its header, which is 26 bytes long.
  const pem = (bytes: Uint8Array, kind: string): string =>
    `-----BEGIN ${kind}-----\n${btoa(String.fromCharCode(...bytes))}\n-----END ${kind}-----`;
  const forms = [xmlKey, pem(pkcs8, 'PRIVATE KEY'), pem(pkcs8.slice(26), 'RSA PRIVATE KEY')];
  const signatures = await Promise.all(forms.map(async (text) => signed(await readKey(text), 'a')));
  expect(new Set(signatures).size).toBe(1);
  await expect(readKey('PRIVATE KEY')).rejects.toThrow('credentials');
});
