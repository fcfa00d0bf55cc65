// What a run sends: what is due of what waits, and the events behind what the webhook has.
import type { ChangeEvent } from '../../contract/events.ts';
import { eventsAfter, eventsAt, ofTypes } from '../../events/events.ts';
import { endOfAct, readReader } from '../../events/readers.ts';
import type { Caller } from '../../platform/caller.ts';
import { withFields } from '../changes/fields.ts';
import { dueOf } from './lanes.ts';
import { readerOf } from './receiver.ts';
import type { StoredWebhook } from './store.ts';
import { readWaiting, type Waiting } from './waiting.ts';

/** While more events wait than these, no new ones are taken. */
const MOST_WAITING = 500;
/** While nothing arrives, so many of what waits are tried in a run. */
const PROBES = 3;

/** What one run is about: what waits, what of it is due, what is new, and from where to where that goes. */
export type Slice = {
  waiting: Waiting[];
  due: ChangeEvent[];
  fresh: ChangeEvent[];
  from: number;
  to: number;
};

/**
 * Reads new events that a webhook wants: as many as there is room for, or, while nothing arrives, one to find out
 * whether it does. `to` is behind all that was looked at, and before the second that is wanted.
 */
const readFresh = async (
  { db }: Pick<Caller, 'db'>,
  { types, failingSince }: StoredWebhook,
  from: number,
  room: number,
) => {
  const events = await eventsAfter(db, from, room);
  const wanted = ofTypes(events, types);
  const [first, second] = wanted;
  if (failingSince !== null && first && second) return { events: [first], to: first.sequence };
  const last = events.at(-1)?.sequence ?? from;
  // Fewer than there was room for are all there are, and so the last act is read whole.
  return { events: wanted, to: events.length < room ? endOfAct(last) : last };
};

/** Reads what a run of a webhook is about, with the details of people that are sent along. */
export const readSlice = async (
  caller: Pick<Caller, 'db' | 'now'>,
  webhook: StoredWebhook,
  most: number,
): Promise<Slice> => {
  const { db, now } = caller;
  const { id, fields, failingSince } = webhook;
  const [reader, waiting] = await Promise.all([
    readReader(db, readerOf(id)),
    readWaiting(db, id, MOST_WAITING),
  ]);
  const chosen = dueOf(waiting, now, failingSince === null ? most : PROBES).map(
    ({ sequence }) => sequence,
  );
  const from = reader ?? 0;
  const isFull = reader === null || waiting.length === MOST_WAITING;
  const room = Math.max(1, most - chosen.length);
  const [due, fresh] = await Promise.all([
    eventsAt(db, chosen),
    isFull ? { events: [], to: from } : readFresh(caller, webhook, from, room),
  ]);
  const sent = await withFields(db, [...due, ...fresh.events], fields);
  return {
    waiting,
    due: sent.slice(0, due.length),
    fresh: sent.slice(due.length),
    from,
    to: fresh.to,
  };
};
