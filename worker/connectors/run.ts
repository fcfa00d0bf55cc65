// What the schedule does for connected tools, a slice at a time.
import { z } from 'zod';
import type { Stopped } from '../contract/connections.ts';
import { queryLimit } from '../platform/budget.ts';
import type { Caller } from '../platform/caller.ts';
import { forEach } from '../platform/each.ts';
import { outgoingOf } from '../platform/outgoing.ts';
import { parseRows } from '../platform/rows.ts';
import { Unopenable } from '../platform/signing/sealed.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../platform/time.ts';
import { connectors } from './all.ts';
import { passOn } from './erasures.ts';
import { AskedEnough, ToolError } from './kit/ask.ts';
import { type HowAsked, type Opened, openConnection, withoutGone } from './open.ts';
import { claim, type Kept, moveTo, readConnection, readConnections, release } from './store.ts';
import { type Notify, readBoth, type Syncing, synchronise } from './sync.ts';
import { begin, heldChanges, walk } from './walk.ts';

/** A run that was killed holds a connection no longer than until the next begins. */
const CLAIM_MS = 55 * SECOND;

/** So long after a failure a tool is asked again at first, and at last. */
const FIRST_RETRY_MS = MINUTE;
const LAST_RETRY_MS = 4 * HOUR;

/** Where queries are scarce, so are the requests that a Worker may make. */
const SCARCE = 200;
const mostAsked = (limit: number): number => (limit < SCARCE ? 25 : 300);

/** People whose consents changed here, in the order of the ledger; those who are gone by now have no address. */
export const CHANGED = `
SELECT o.number, o.person, p.email
FROM occasion o
LEFT JOIN person p ON p.number = o.person
WHERE o.number > ?1
ORDER BY o.number
LIMIT ?2`;

/** Those who are to be read again. Uses connected_that_moved. */
export const MOVED = `
SELECT c.person, p.email
FROM connected c
JOIN person p ON p.number = c.person
WHERE c.connection = +?1 AND c.moved = 1 AND c.person > ?3
ORDER BY c.person
LIMIT ?2`;

const Moved = z.object({ person: z.number(), email: z.string().nullable() });
const Changed = Moved.extend({ number: z.number() });

/** Reads people on both sides; here by number, as an address may change meanwhile. */
const byNumber = (syncing: Syncing, rows: readonly z.infer<typeof Moved>[]) => {
  const emails = [...new Set(rows.flatMap(({ email }) => email ?? []))];
  const numbers = [...new Set(rows.map(({ person }) => person))];
  return readBoth(syncing, emails, { numbers });
};

/**
 * Reads those again who are to be, as whose address has changed here: what they said at the one before counts too.
 * Gives who was last if there may be more.
 */
const sendMoved = async (syncing: Syncing, after: number): Promise<number | null> => {
  const { caller, opened } = syncing;
  const { batch } = opened.connector;
  const rows = await caller.db.prepare(MOVED).bind(opened.kept.number, batch, after).all();
  const moved = parseRows(Moved, rows.results);
  if (moved.length > 0) await synchronise(syncing, await byNumber(syncing, moved));
  return moved.length === batch ? (moved.at(-1)?.person ?? null) : null;
};

/** Sends what changed here since the last run, a slice at a time; gives how far that was if there may be more. */
const sendChanged = async (syncing: Syncing, after: number): Promise<number | null> => {
  const { caller, opened } = syncing;
  const { batch } = opened.connector;
  const rows = await caller.db.prepare(CHANGED).bind(after, batch).all();
  const changed = parseRows(Changed, rows.results);
  const last = changed.at(-1)?.number;
  if (last === undefined) return null;
  const move = () => [moveTo(caller.db, opened.kept.number, last)];
  await synchronise(syncing, await byNumber(syncing, changed), { last: move });
  return changed.length === batch ? last : null;
};

/** Ends a run that has asked for long enough, between one slice and the next. */
const heedTime = ({ opened: { left } }: Syncing): void => {
  if (left() < 1) throw new AskedEnough();
};

const sendAll = async (syncing: Syncing): Promise<void> => {
  let moved: number | null = 0;
  while (moved !== null) {
    moved = await sendMoved(syncing, moved);
    heedTime(syncing);
  }
  let after: number | null = syncing.opened.kept.sentTo;
  while (after !== null) {
    after = await sendChanged(syncing, after);
    heedTime(syncing);
  }
};

/** A tool that tells nothing, or whose telling nobody could prove, is read every hour, the others each night. */
const isDue = ({ kept, connector, settings: { secret = '' } }: Opened, now: number): boolean => {
  const pause = connector.interpret === null || secret === '' ? HOUR : DAY;
  return (kept.reconciled?.startedAt ?? 0) + pause <= now;
};

/** Compares everybody where that is due or under way, as far as this run gets; true where it is beyond its limit. */
const compare = async (syncing: Syncing): Promise<boolean> => {
  const { caller, opened } = syncing;
  const { kept } = opened;
  let running = kept.running ?? (isDue(opened, caller.now) ? begin('reconcile', caller.now) : null);
  while (running !== null) {
    const isDry = running.report.kind === 'dry-run';
    if (!isDry && heldChanges(running.report) > kept.limit) return true;
    await walk({ ...syncing, does: isDry ? 'nothing' : syncing.does }, running);
    running = (await readConnection(caller.db, kept.id))?.running ?? null;
    if (running !== null) heedTime(syncing);
  }
  return false;
};

/** What a connection does as it stands; one that is beyond its limit holds up no opt-out, and no erasure. */
const doesOf = ({ state, stopped }: Kept): Syncing['does'] => {
  if (state === 'live') return 'all';
  return state === 'paused' && stopped === 'over-limit' ? 'opt-outs' : 'nothing';
};

/** By the primary key of occasion, and connected_that_moved. */
export const TO_SEND = `
SELECT EXISTS (SELECT 1 FROM occasion WHERE number > ?2)
  OR EXISTS (SELECT 1 FROM connected WHERE connection = ?1 AND moved = 1) AS any`;

/** Says whether a tool is to be asked of anyone: then it is asked first which of its lists there still are. */
const isToAsk = async ({ caller, opened, does }: Syncing): Promise<boolean> => {
  const { kept } = opened;
  if (does === 'nothing' || kept.running !== null || isDue(opened, caller.now)) return true;
  const toSend = caller.db.prepare(TO_SEND).bind(kept.number, kept.sentTo);
  return (await toSend.first<number>('any')) === 1;
};

/** Why not all is done, where nobody asked again. */
const stillSo = ({ stopped }: Kept): Stopped | null =>
  stopped === 'list-gone' || stopped === 'erasure-refused' ? stopped : null;

/** Brings people to agree, where that is to be done; says why it cannot run, or not for all that is mapped. */
const agree = async (syncing: Syncing): Promise<Stopped | null> => {
  const { caller, opened, notify, does } = syncing;
  const { state, stopped, running } = opened.kept;
  if (!(await isToAsk(syncing))) return stopped === 'list-gone' ? stopped : null;
  const present: Syncing = { caller, opened: await withoutGone(opened), notify, does };
  const gone = present.opened === opened ? null : 'list-gone';
  if (present.opened.kept.mapping.length === 0) return gone;
  if (does !== 'nothing') await sendAll(present);
  const goes = state === 'live' || running?.report.kind === 'dry-run';
  return goes && (await compare(present)) ? 'over-limit' : gone;
};

/** Does all that is to be done for a connection; says why it cannot run, or not do all of it. */
const runOpened = async (syncing: Syncing): Promise<Stopped | null> => {
  const { caller, opened, does } = syncing;
  const refuses = does !== 'nothing' && (await passOn(caller, opened, opened.connector.batch));
  return (await agree(syncing)) ?? (refuses ? 'erasure-refused' : null);
};

const backOff = (tries: number): number =>
  Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(tries, 10));

/** What becomes of a connection after its tool failed; another failure is thrown on. */
const afterFailure = (error: unknown, kept: Kept, now: number) => {
  const { tries } = kept;
  if (error instanceof AskedEnough) return { retryAt: 0, tries: 0, stopped: stillSo(kept) };
  const failed = { retryAt: now + backOff(tries), tries: tries + 1 };
  if (error instanceof Unopenable) return { ...failed, stopped: 'refused' as const };
  if (!(error instanceof ToolError)) return null;
  if (error.kind === 'credentials') return { ...failed, stopped: 'refused' as const };
  return {
    retryAt: now + Math.max(error.retryMs, backOff(tries)),
    tries: tries + 1,
    // One failure is the network's; what goes on failing, someone should know of.
    stopped: tries >= 3 ? ('unreachable' as const) : null,
  };
};

/** Runs one connection, unless someone else does; a tool that fails is asked again later. */
export const runConnection = async (
  caller: Pick<Caller, 'env' | 'db' | 'now'>,
  kept: Kept,
  notify: Notify,
  network: Pick<HowAsked, 'send' | 'waitFor'>,
): Promise<void> => {
  const { env, db, now } = caller;
  if (!(await claim(db, kept.number, now, now + CLAIM_MS))) return;
  let then: { retryAt: number; tries: number; stopped: Stopped | null } | null = null;
  try {
    const most = Math.min(mostAsked(queryLimit(env)), connectors[kept.connector].most ?? Infinity);
    const opened = await openConnection(env, kept, { ...network, most, now });
    const stopped = await runOpened({ caller, opened, notify, does: doesOf(kept) });
    then = { retryAt: 0, tries: 0, stopped };
  } catch (error) {
    then = afterFailure(error, kept, now);
    if (!then) throw error;
  } finally {
    if (then) await release(db, kept.number, then).run();
  }
};

const isToRun = (kept: Kept, now: number): boolean =>
  kept.retryAt <= now && (doesOf(kept) !== 'nothing' || kept.running?.report.kind === 'dry-run');

/** Runs every connection that is due. Without one this is a single read. */
export const runConnections = async (
  caller: Pick<Caller, 'env' | 'db' | 'now'>,
  notify: Notify,
  network: Pick<HowAsked, 'send' | 'waitFor'> = { send: outgoingOf(caller.env) },
): Promise<void> => {
  const { env, db } = caller;
  const due = (await readConnections(db)).filter((kept) => isToRun(kept, caller.now));
  const began = Date.now();
  // Each is taken from when its own turn comes: those before it may have taken longer than it is held.
  const turn = () => ({ env, db, now: caller.now + Date.now() - began });
  await forEach(
    'connection',
    due,
    ({ id }) => id,
    (kept) => runConnection(turn(), kept, notify, network),
  );
};
