import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import { ChangeEvent } from '../../worker/contract/events.ts';
import { NewWebhook, Webhook } from '../../worker/contract/webhooks.ts';
import { listening, type Sent } from '../browser/listening.ts';
import type { Everything } from '../running.ts';
import { signUp } from './sign-up.ts';

/** Starts a receiver on this machine: it takes nothing at first, as one that is just being started. */
const startReceiver = async () => {
  const received: Sent[] = [];
  let isReady = false;
  const { address, stop } = await listening((sent) => {
    if (!isReady) return new Response('A body that nobody reads.', { status: 500 });
    received.push(sent);
    return new Response(null, { status: 204 });
  });
  return {
    url: `${address}/hook`,
    received,
    takeAll: () => {
      isReady = true;
    },
    stop,
  };
};

const signatureOf = (secret: string, { headers, body }: Sent): string => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const content = `${headers.get('webhook-id')}.${headers.get('webhook-timestamp')}.${body}`;
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
  expect(message.address).toBe(receiver.url);
  expect(message.headers.get('webhook-signature')).toContain(signatureOf(secret, message));
  expect(message.headers.get('ce-type')).toBe('consent.given');
  expect(ChangeEvent.parse(JSON.parse(message.body)).data.after).toBe('given');
  await expect.poll(async () => (await state()).waiting).toBe(0);
  await api('DELETE', `/v1/webhooks/${id}`);
  await receiver.stop();
};
