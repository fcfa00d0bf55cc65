import { env } from 'cloudflare:test';
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { runWebhooks } from '../../../../worker/admin/webhooks/run.ts';
import { ChangeEvent } from '../../../../worker/contract/events.ts';
import { AttemptsPage, NewWebhook, Webhook } from '../../../../worker/contract/webhooks.ts';
import type { Outgoing } from '../../../../worker/platform/outgoing.ts';
import { as, theSystem } from '../../builders.ts';

/** A request as a receiver gets it. */
export type Received = { headers: Headers; body: string; event: ChangeEvent };

type Answer = () => Response | Promise<Response>;

const fine: Answer = () => new Response(null, { status: 204 });

/** A receiver that keeps what it gets, and answers as it is told to. */
export const aReceiver = () => {
  const received: Received[] = [];
  let answer: (event: ChangeEvent) => Response | Promise<Response> = fine;
  const outgoing: Outgoing = async (_, { headers, body }) => {
    const text = z.string().parse(body);
    const event = ChangeEvent.parse(JSON.parse(text));
    received.push({ headers: new Headers(headers), body: text, event });
    return answer(event);
  };
  return {
    received,
    outgoing,
    answers: (next: (event: ChangeEvent) => Response | Promise<Response>) => {
      answer = next;
    },
    isFine: () => {
      answer = fine;
    },
    types: () => received.map(({ event: { type } }) => type),
    forget: () => received.splice(0),
  };
};
export type Receiver = ReturnType<typeof aReceiver>;

export const url = 'https://hooks.example.com/consent';

const office = () => as(['settings', 'export']);

/** Adds a webhook, with what differs from one that gets everything. */
export const aWebhook = async (body: Record<string, unknown> = {}) => {
  const { post } = await office();
  const answer = await post('/v1/webhooks', { name: 'CRM', url, ...body });
  if (!answer.ok) throw new Error(await answer.text());
  return NewWebhook.parse(await answer.json());
};

export const read = async (id: string) =>
  Webhook.parse(await (await (await office()).get(`/v1/webhooks/${id}`)).json());

export const save = async (id: string, body: Record<string, unknown> = {}) =>
  (await office()).put(`/v1/webhooks/${id}`, { name: 'CRM', url, ...body });

export const attemptsOf = async (id: string) =>
  AttemptsPage.parse(await (await (await office()).get(`/v1/webhooks/${id}/attempts`)).json())
    .attempts;

export const act = async (id: string, path: string, body: unknown = {}) =>
  (await office()).post(`/v1/webhooks/${id}/${path}`, body);

/** Sends what is due, as the schedule does. */
export const run = ({ outgoing }: Pick<Receiver, 'outgoing'>, most = 50): Promise<void> =>
  runWebhooks(theSystem(env), { outgoing, most });

/** Deletes every webhook and event, so that a test begins with none. */
export const forgetWebhooks = async (): Promise<void> => {
  await env.DB.batch([
    env.DB.prepare('DELETE FROM webhook'),
    env.DB.prepare('DELETE FROM event_reader'),
    env.DB.prepare('DELETE FROM event'),
  ]);
};

/** What anyone who knows the secret computes, by another library than the Worker. */
export const signatureBy = (secret: string, { headers, body }: Received): string => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const content = `${headers.get('webhook-id')}.${headers.get('webhook-timestamp')}.${body}`;
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
};

/** Whether one of the signatures was made by the private half of a public key. */
export const isSignedBy = async (
  publicKey: string | null,
  { headers, body }: Received,
): Promise<boolean> => {
  const raw = Buffer.from((publicKey ?? '').replace('whpk_', ''), 'base64');
  const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  const content = Buffer.from(
    `${headers.get('webhook-id')}.${headers.get('webhook-timestamp')}.${body}`,
  );
  const signatures = (headers.get('webhook-signature') ?? '')
    .split(' ')
    .filter((signature) => signature.startsWith('v1a,'))
    .map((signature) => Buffer.from(signature.slice(4), 'base64'));
  const checked = await Promise.all(
    signatures.map((signature) => crypto.subtle.verify('Ed25519', key, signature, content)),
  );
  return checked.includes(true);
};
