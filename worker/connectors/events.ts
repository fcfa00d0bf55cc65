// What tools report. An event says only whom to read again: what it says of them may be late, repeated or forged.
import type { Caller } from '../platform/caller.ts';
import { normaliseEmail } from '../platform/email.ts';
import { type Outgoing, outgoingOf } from '../platform/outgoing.ts';
import { Unopenable } from '../platform/signing/sealed.ts';
import { AskedEnough, ToolError } from './kit/ask.ts';
import type { ToolEvent } from './kit/connector.ts';
import { openConnection, withoutGone } from './open.ts';
import { readConnection } from './store.ts';
import { readBoth, type Syncing, synchronise } from './sync.ts';

/** So much is asked of a tool for one event. */
const MOST_ASKED = 40;

/** What became of an event; `later` has the tool send it again. */
export type Taken = 'taken' | 'unknown' | 'forged' | 'later';

/** Says whether an event is to come again: later the tool answers, or secrets that cannot be read are entered again. */
const isForLater = (error: unknown): boolean =>
  error instanceof ToolError || error instanceof AskedEnough || error instanceof Unopenable;

/** Reads again whom an event of a tool names, and brings both sides to agree. */
export const takeEvent = async (
  caller: Pick<Caller, 'env' | 'db' | 'now'>,
  id: string,
  event: ToolEvent,
  send: Outgoing = outgoingOf(caller.env),
): Promise<Taken> => {
  const { env, db, now } = caller;
  const kept = await readConnection(db, id);
  if (!kept) return 'unknown';
  try {
    const opened = await openConnection(env, kept, { send, most: MOST_ASKED, now });
    const named = await opened.connector.interpret?.(event, opened.settings, now, opened.ask);
    if (!named) return 'forged';
    const emails = [...new Set(named.flatMap((email) => normaliseEmail(email) ?? []))];
    if (kept.state !== 'live' || emails.length === 0) return 'taken';
    const present = await withoutGone(opened);
    // Who is only there waits for the next comparison, which says how many are taken in.
    const syncing: Syncing = { caller, opened: present, notify: async () => [], does: 'all' };
    const { people, found } = await readBoth(syncing, emails);
    const known = new Set(people.map(({ email }) => email));
    await synchronise(syncing, {
      people,
      found: found.filter(({ email }) => known.has(normaliseEmail(email) ?? '')),
    });
    return 'taken';
  } catch (error) {
    if (isForLater(error)) return 'later';
    throw error;
  }
};
