// Sending again, and trying a webhook.
import type { Attempt, ReplayBody } from '../../contract/webhooks.ts';
import { eventsAt, sequenceIn } from '../../events/events.ts';
import { moveReader, sequenceBefore } from '../../events/readers.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { openedOrNull } from '../../platform/signing/sealed.ts';
import { attemptOf, type Receiver, tryOnce } from './attempt.ts';
import { type Delivering, delivering } from './deliver.ts';
import { requireStored, webhookEdit } from './manage.ts';
import { readerOf, receiverOf } from './receiver.ts';
import { forgetBehind, keepWaiting, keptOf, writeLog } from './waiting.ts';

/** Sends one event again, with the next run: with the same id. Throws 404 where it is no longer kept. */
const replayOne = async ({ db }: Caller, id: string, event: string) => {
  const sequence = sequenceIn(event);
  const [found] = sequence === null ? [] : await eventsAt(db, [sequence]);
  if (found?.id !== event)
    throw new ProblemError('not-found', {
      detail: 'There is no such event, or it is no longer kept.',
    });
  return [keepWaiting(db, id, [keptOf(found, { state: 'waiting', tries: 0, nextAt: 0 })])];
};

/** Sends everything since a moment (UTC ms) again, from the next run on: each event with the same id. */
const replaySince = async ({ db }: Caller, id: string, since: number) => {
  const after = await sequenceBefore(db, since);
  return [moveReader(db, readerOf(id), after), forgetBehind(db, id, after)];
};

/** Sends to a webhook again what it was sent already, as far as events are kept. */
export const replay = async (caller: Caller, id: string, body: ReplayBody): Promise<void> => {
  await requireStored(caller, id);
  const { event, since } = body;
  const statements =
    event === undefined
      ? await replaySince(caller, id, since ?? caller.now)
      : await replayOne(caller, id, event);
  await caller.db.batch([
    ...statements,
    audit(caller, { act: 'webhook.replay', object: webhookEdit(id), after: body }),
  ]);
};

/** Makes the receiver of a webhook; throws 409 where the key of its secret is gone. */
const requireReceiver = async (caller: Caller, id: string): Promise<Receiver> => {
  const webhook = await requireStored(caller, id);
  const receiver = await openedOrNull(receiverOf(caller, webhook));
  if (receiver) return receiver;
  throw new ProblemError('conflict', {
    detail: 'Its secret cannot be read with this SECRETS_KEY. Create a new one.',
  });
};

/** Sends a message that is no event, at once, and says how it was answered. It is not tried again. */
export const tryWebhook = async (
  caller: Caller,
  id: string,
  { outgoing }: Pick<Delivering, 'outgoing'> = delivering(caller.env, 1),
): Promise<Attempt> => {
  const { db, now } = caller;
  const receiver = await requireReceiver(caller, id);
  const message = {
    id: `evt_test_${now.toString(36)}`,
    type: 'webhook.test',
    timestamp: new Date(now).toISOString(),
    data: { person: null },
  };
  const attempt = attemptOf(message, await tryOnce(outgoing, receiver, message), 1);
  const { status, error } = attempt;
  await db.batch([
    writeLog(db, id, [attempt], now),
    audit(caller, { act: 'webhook.test', object: webhookEdit(id), after: { status, error } }),
  ]);
  return attempt;
};
