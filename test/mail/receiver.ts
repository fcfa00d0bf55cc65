import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { ChangeEvent } from '../../worker/contract/events.ts';
import { NewWebhook, Webhook } from '../../worker/contract/webhooks.ts';
import type { Everything } from '../running.ts';
import { signUp } from './sign-up.ts';

type Received = { path: string; headers: IncomingHttpHeaders; body: string };

/** Starts a receiver on this machine: it takes nothing at first, as one that is just being started. */
const startReceiver = async () => {
  const received: Received[] = [];
  let isReady = false;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    if (isReady) received.push({ path: request.url ?? '', headers: request.headers, body });
    response.writeHead(isReady ? 204 : 500).end('A body that nobody reads.');
  });
  server.listen(0);
  await once(server, 'listening');
  const { port } = Object.assign({ port: 0 }, server.address());
  return {
    url: `http://localhost:${port}/hook`,
    received,
    takeAll: () => {
      isReady = true;
    },
    stop: () => server.close(),
  };
};

const signatureOf = (secret: string, { headers, body }: Received): string => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
};

/** Expects that a running Worker sends an event to a receiver over HTTP, signed, once that takes it. */
export const expectDelivered = async (
  everything: Pick<Everything, 'worker' | 'demo' | 'token'>,
): Promise<void> => {
  const { worker, token } = everything;
  const api = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${worker}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: body ? JSON.stringify(body) : undefined,
    });
    expect(answer.ok).toBe(true);
    return answer.status === 204 ? null : answer.json();
  };
  const minute = () => fetch(`${worker}/cdn-cgi/handler/scheduled`);
  const receiver = await startReceiver();
  const { received } = receiver;

  const body = { name: 'CRM', url: receiver.url, types: ['consent.given'] };
  const { id, secret } = NewWebhook.parse(await api('POST', '/v1/webhooks', body));
  await signUp(everything, `anna-${crypto.randomUUID()}@example.com`);
  const state = async () => Webhook.parse(await api('GET', `/v1/webhooks/${id}`));
  await minute();
  await expect.poll(async () => (await state()).waiting).toBe(1);
  receiver.takeAll();
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
  await api('DELETE', `/v1/webhooks/${id}`);
  receiver.stop();
};
