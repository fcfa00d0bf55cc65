import type { Provider } from '../contract/signals.ts';
import { audit } from '../platform/audit.ts';
import { inParts } from '../platform/bound.ts';
import type { Caller } from '../platform/caller.ts';
import { isUnique } from '../platform/database.ts';
import { normaliseEmail } from '../platform/email.ts';
import { sha256 } from '../platform/hash.ts';
import { DAY } from '../platform/time.ts';
import { effectOf, type Report } from './effect.ts';
import { names } from './names.ts';
import type { Received, Signal } from './signal.ts';
import { countReceived, forgetTaken, keepTaken, readPeopleAt, takenAmong } from './store.ts';

/** So long it is remembered what was taken. No provider goes on trying for a month. */
const REMEMBERED_MS = 30 * DAY;

/** A signal whose address can be one of ours, and the id by which it is done once. */
type Fresh = { id: string; email: string; signal: Signal };

const readable = async (provider: Provider, signals: readonly Signal[]): Promise<Fresh[]> => {
  const read = signals.flatMap((signal) => {
    const email = normaliseEmail(signal.email);
    return email ? [{ email, signal }] : [];
  });
  const all = await Promise.all(
    read.map(async ({ email, signal }) => ({
      id: await sha256([provider, signal.kind, signal.id, email].join('\n')),
      email,
      signal,
    })),
  );
  return [...new Map(all.map((each) => [each.id, each])).values()];
};

/** What is said of where a record came from. */
const commentOf = (provider: Provider, { kind, id }: Signal): string => {
  const what = kind === 'complaint' ? 'Spam complaint' : 'Unsubscribe';
  return `${what} reported by ${names[provider]} (${id})`.slice(0, 1000);
};

/** A bounce as old as that may have been taken, forgotten, and proven wrong since. */
const isStale = ({ kind, at }: Signal, now: number): boolean =>
  kind === 'bounce' && at !== null && at < now - REMEMBERED_MS;

/** A part of a post: what it says of addresses, and how many events beside those say nothing. */
type Part = Pick<Received, 'once'> & { fresh: readonly Fresh[]; ignored: number };

/** Does what is new of a part of a post, in one batch; throws where some of it was taken meanwhile. */
const takeOnce = async (
  caller: Caller,
  provider: Provider,
  { fresh, ignored, once }: Part,
): Promise<void> => {
  const { db, now } = caller;
  const token = once === undefined ? [] : [await sha256([provider, 'once', once].join('\n'))];
  const [taken, people] = await Promise.all([
    takenAmong(db, [...token, ...fresh.map(({ id }) => id)]),
    readPeopleAt(
      db,
      fresh.map(({ email }) => email),
    ),
  ]);
  if (token.some((id) => taken.has(id))) return;
  const wanted = fresh.filter(({ id, signal }) => !taken.has(id) && !isStale(signal, now));
  const done = wanted.flatMap(({ id, email, signal }): { id: string; report: Report }[] => {
    const person = people.get(email);
    const { kind, item } = signal;
    const at = signal.at === null ? null : Math.min(signal.at, now);
    const comment = commentOf(provider, signal);
    return person ? [{ id, report: { person, kind, at, item, comment } }] : [];
  });
  const kinds = Map.groupBy(done, ({ report }) => report.kind);
  const ids = [...token, ...done.map(({ id }) => id)];
  await db.batch([
    ...(ids.length > 0 ? [keepTaken(db, ids, now)] : []),
    ...(await effectOf(
      caller,
      done.map(({ report }) => report),
    )),
    ...[...kinds].map(([kind, { length }]) =>
      audit(caller, { act: `mailing.${kind}`, object: provider, after: { people: length } }),
    ),
    countReceived(db, provider, { taken: wanted.length, ignored }, now),
  ]);
};

const TRIES = 3;

const takePart = async (caller: Caller, provider: Provider, part: Part): Promise<void> => {
  for (let tries = 1; ; tries += 1)
    try {
      return await takeOnce(caller, provider, part);
    } catch (error) {
      // The same post came twice at once, and the other one was quicker.
      if (tries === TRIES || !isUnique(error, 'signal_taken.id')) throw error;
    }
};

/** So much of a post is done in one batch. Where D1 answers no more of it, what is done stays done when it comes again. */
const AT_ONCE = 100;

/** Cuts a post into parts; at least one, for the count. */
const partsOf = ({ events, once }: Received, fresh: readonly Fresh[], atOnce: number): Part[] => {
  const parts = fresh.length > 0 ? inParts(fresh, atOnce) : [[]];
  return parts.map((part, at) => ({
    once,
    fresh: part,
    ignored: at === parts.length - 1 ? events - fresh.length : 0,
  }));
};

/**
 * Takes what a provider reports, each thing once however often it comes. An address that nobody has leaves no
 * trace but in a count. `item` is what the provider's events are about, where it was said with its address.
 */
export const takeReceived = async (
  caller: Caller,
  provider: Provider,
  received: Received,
  item?: string,
  atOnce = AT_ONCE,
): Promise<void> => {
  const signals = received.signals.map((signal) => ({ ...signal, item: item ?? signal.item }));
  const fresh = await readable(provider, signals);
  for (const part of partsOf(received, fresh, atOnce)) await takePart(caller, provider, part);
};

/** Forgets what was taken so long ago that it does not come again. */
export const forgetOldSignals = ({ db, now }: Pick<Caller, 'db' | 'now'>): Promise<number> =>
  forgetTaken(db, now - REMEMBERED_MS);
