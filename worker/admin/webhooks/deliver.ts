// Sends events to a webhook: at least once, and those of one person in their order. A run takes the webhook for
// itself, sends a slice, and writes down together what became of it; one that dies is repeated by the next.
import { holdingReader, movingReader } from '../../events/readers.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Env } from '../../platform/env.ts';
import { type Outgoing, outgoingOf } from '../../platform/outgoing.ts';
import { DAY, MINUTE, SECOND } from '../../platform/time.ts';
import { attemptOf, tryOnce } from './attempt.ts';
import { tellingDisabled } from './disabled.ts';
import { planRun, type Run, runLanes } from './lanes.ts';
import { readerOf, receiverOf } from './receiver.ts';
import { readSlice, type Slice } from './slice.ts';
import { claimWebhook, releasing, type StoredWebhook } from './store.ts';
import { prepareSettling } from './waiting.ts';

/** How long a receiver may take to answer. */
const PATIENCE_MS = 15 * SECOND;
/** Nothing is begun later than this in a run, which has its webhook for two minutes. */
const RUN_MS = 25 * SECOND;
const CLAIM_MS = 2 * MINUTE;
/** After so long without anything arriving a webhook is disabled. */
const FAILING_MS = 3 * DAY;

/** What events go out by, and how many a run sends at most. */
export type Delivering = { outgoing: Outgoing; most: number };

/** How a Worker sends: many at once, or few where a run may ask for little. */
export const delivering = (env: Env, most: number): Delivering => ({
  outgoing: outgoingOf(env, PATIENCE_MS),
  most,
});

/** How a webhook stands after a run. */
const standingAfter = (
  { tried, isGone, pauseUntil }: Run,
  { failingSince }: StoredWebhook,
  now: number,
): {
  since: number | null;
  disabled: 'gone' | 'failing' | null;
  nextAt: number;
  recovers: boolean;
} => {
  const arrived = tried.some(({ tried: { outcome } }) => outcome === 'arrived');
  const failed = tried.filter(({ tried: { outcome } }) => outcome !== 'arrived');
  // What is tried again says nothing new of a receiver that takes others.
  const begins = failed.some(({ tries }) => tries === 1);
  const since = arrived ? null : (failingSince ?? (begins ? now : null));
  const isFailing = since !== null && failed.length > 0 && now - since >= FAILING_MS;
  return {
    since,
    disabled: isGone ? 'gone' : isFailing ? 'failing' : null,
    nextAt: Math.max(now, pauseUntil),
    recovers: arrived && failingSince !== null,
  };
};

/** What was due, and waits no longer: it arrived, or was forgotten. */
const settledBy = ({ waiting, due }: Slice, chosen: Run): number[] => {
  const kept = new Set(chosen.kept.map(({ sequence }) => sequence));
  const sent = new Set(due.map(({ sequence }) => sequence));
  return waiting
    .map(({ sequence }) => sequence)
    .filter((sequence) => sent.has(sequence) && !kept.has(sequence));
};

/** Makes ready what writes a run down, so that no query is wanting for it once anything was sent. */
const prepareNotes = ({ db, now }: Pick<Caller, 'db' | 'now'>) => {
  const [move, hold] = [movingReader(db), holdingReader(db)];
  const settle = prepareSettling(db);
  const tell = tellingDisabled(db);
  const release = releasing(db);
  return (webhook: StoredWebhook, slice: Slice, run: Run) => {
    const { id, state } = webhook;
    const { since, disabled, nextAt, recovers } = standingAfter(run, webhook, now);
    const settling = {
      settled: settledBy(slice, run),
      kept: run.kept,
      recovers,
      attempts: run.tried.map(({ event, tried, tries }) => attemptOf(event, tried, tries)),
      now,
    };
    return db.batch([
      move(readerOf(id), slice.from, slice.to),
      ...settle(id, settling),
      ...(disabled ? [tell(id, now), hold(readerOf(id), false)] : []),
      release(id, { state: disabled ?? state, since, nextAt }),
    ]);
  };
};

/** Says whether a run has left something that might be sent at once. */
const isMore = ({ due, fresh }: Slice, { tried }: Run, most: number): boolean =>
  due.length + fresh.length >= most &&
  tried.length > 0 &&
  tried.every(({ tried: { outcome } }) => outcome === 'arrived');

/**
 * Sends a slice of what a webhook has not got yet. True where there is more to send at once. Throws, and writes
 * nothing, where the database does not answer: the slice is then sent again.
 */
export const deliverSlice = async (
  caller: Caller,
  id: string,
  { outgoing, most }: Delivering,
): Promise<boolean> => {
  const { db, now } = caller;
  const webhook = await claimWebhook(db, id, { now, until: now + CLAIM_MS });
  if (!webhook) return false;
  const writeDown = prepareNotes(caller);
  const [slice, receiver] = await Promise.all([
    readSlice(caller, webhook, most),
    receiverOf(caller, webhook),
  ]);
  const run = await runLanes(
    planRun(slice.waiting, slice.due, slice.fresh),
    (event) => tryOnce(outgoing, receiver, event),
    Date.now() + RUN_MS,
  );
  await writeDown(webhook, slice, run);
  return isMore(slice, run, most);
};
