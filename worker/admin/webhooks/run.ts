// When webhooks are delivered to: each minute by the schedule, or by a queue where one is bound.
import { z } from 'zod';
import { forgetEvents } from '../../events/readers.ts';
import { queryLimit } from '../../platform/budget.ts';
import type { Caller } from '../../platform/caller.ts';
import { forEach } from '../../platform/each.ts';
import { gather } from '../../platform/gather.ts';
import { SECOND } from '../../platform/time.ts';
import { within } from '../../platform/within.ts';
import { type Delivering, delivering, deliverSlice } from './deliver.ts';
import { readReady } from './store.ts';

/** Below so many queries a run, only a few events go out in it. */
const SCARCE = 200;
const FEW = 10;
const MANY = 50;
/** No slice begins later than this in a run. */
const RUN_MS = 40 * SECOND;
const PATIENCE_MS = 20 * SECOND;

/** What a queue carries: which webhook has something to get. */
const WebhookTicket = z.object({ webhook: z.string() });
type WebhookTicket = z.infer<typeof WebhookTicket>;

const usualDelivery = ({ env }: Pick<Caller, 'env'>): Delivering =>
  delivering(env, queryLimit(env) < SCARCE ? FEW : MANY);

/** Sends what one webhook has not got yet, a slice at a time. True where there is more, and time is up. */
const deliverTo = async (
  caller: Caller,
  webhook: string,
  delivery: Delivering,
  until: number,
): Promise<boolean> => {
  while (Date.now() < until) if (!(await deliverSlice(caller, webhook, delivery))) return false;
  return true;
};

const putOn = (queue: Queue, webhooks: readonly string[]): Promise<unknown> =>
  within(
    PATIENCE_MS,
    queue.sendBatch(webhooks.map((webhook): { body: WebhookTicket } => ({ body: { webhook } }))),
  );

/**
 * Sends to every webhook that something is there for, or puts them on the queue; one that fails holds up no other.
 * Forgets events that all have.
 */
export const runWebhooks = async (
  caller: Caller,
  delivery = usualDelivery(caller),
): Promise<void> => {
  const { env, db, now } = caller;
  // In one round trip: there is nothing to do in most minutes.
  const trip = gather(db);
  const [ready] = await Promise.all([readReady(trip, now), forgetEvents(trip, now)]);
  if (ready.length === 0) return;
  if (env.WEBHOOK_QUEUE) {
    await putOn(env.WEBHOOK_QUEUE, ready);
    return;
  }
  const until = Date.now() + RUN_MS;
  await forEach(
    'webhook',
    ready,
    (webhook) => webhook,
    (webhook) => deliverTo(caller, webhook, delivery, until),
  );
};

/** Sends to the webhooks that come by the queue; one with more to get is put on it again. */
export const deliverQueued = async (
  caller: Caller,
  messages: readonly { body: unknown }[],
  delivery = usualDelivery(caller),
): Promise<void> => {
  const until = Date.now() + RUN_MS;
  const tickets = messages.flatMap(({ body }) => WebhookTicket.safeParse(body).data ?? []);
  const webhooks = [...new Set(tickets.map(({ webhook }) => webhook))];
  await forEach(
    'webhook',
    webhooks,
    (webhook) => webhook,
    async (webhook) => {
      const isMore = await deliverTo(caller, webhook, delivery, until);
      if (isMore && caller.env.WEBHOOK_QUEUE) await putOn(caller.env.WEBHOOK_QUEUE, [webhook]);
    },
  );
};
