import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ChangeEvent } from '../../worker/contract/events.ts';
import { NewWebhook, Webhook } from '../../worker/contract/webhooks.ts';
import { type Everything, runEverything } from '../running.ts';
import { signUp } from './sign-up.ts';

type Received = { path: string; headers: IncomingHttpHeaders; body: string };

/** A receiver on this machine: it takes nothing at first, as one that is just being started. */
const received: Received[] = [];
let isReady = false;
const server = createServer(async (request, response) => {
  const body = await text(request);
  if (isReady) received.push({ path: request.url ?? '', headers: request.headers, body });
  response.writeHead(isReady ? 204 : 500).end('A body that nobody reads.');
});

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
});
afterAll(() => {
  server.close();
});

const addressOf = (path: string): string => {
  const { port }: Pick<AddressInfo, 'port'> = Object.assign({ port: 0 }, server.address());
  return `http://localhost:${port}${path}`;
};

const signatureOf = (secret: string, { headers, body }: Received): string => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
};

describe.each([
  ['the schedule', false],
  ['a queue', true],
])('by %s', (_, hasQueue) => {
  let everything: Everything;

  beforeAll(async () => {
    const vars = { ENVIRONMENT: 'development' };
    everything = await runEverything({ database: inject('database'), vars, hasQueue });
    received.splice(0);
    isReady = false;
  });
  afterAll(() => everything.stop());

  const api = async (path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${everything.worker}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { Authorization: `Bearer ${everything.token}`, 'Content-Type': 'application/json' },
      body: body ? JSON.stringify(body) : undefined,
    });
    expect(answer.ok).toBe(true);
    return answer.json();
  };

  const minute = () => fetch(`${everything.worker}/cdn-cgi/handler/scheduled`);

  test('events reach a receiver over HTTP, signed, once it takes them', async () => {
    const body = { name: 'CRM', url: addressOf('/hook'), types: ['consent.given'] };
    const { id, secret } = NewWebhook.parse(await api('/v1/webhooks', body));
    await signUp(everything, `anna-${crypto.randomUUID()}@example.com`);
    const state = async () => Webhook.parse(await api(`/v1/webhooks/${id}`));
    await minute();
    await expect.poll(async () => (await state()).waiting).toBe(1);
    isReady = true;
    await expect
      .poll(
        async () => {
          await minute();
          return received.length;
        },
        { interval: 1000 },
      )
      .toBe(1);
    const [message] = received;
    if (!message) throw new Error('Nothing arrived.');
    expect(message.path).toBe('/hook');
    expect(message.headers['webhook-signature']).toContain(signatureOf(secret, message));
    expect(message.headers['ce-type']).toBe('consent.given');
    expect(ChangeEvent.parse(JSON.parse(message.body)).data.after).toBe('given');
    await expect.poll(async () => (await state()).waiting).toBe(0);
  });
});
