// In which order events are sent: those of one person one after the other, those of several side by side.
import type { ChangeEvent } from '../../contract/events.ts';
import { SECOND } from '../../platform/time.ts';
import { MOST_TRIES, nextTry, type Tried } from './attempt.ts';
import { type Kept, keptOf, type Waiting } from './waiting.ts';

/** The events of one person, in their order; an event that is about no person is alone. */
export type Lane = ChangeEvent[];

/** What is sent in one run, how often each was tried before, and what waits behind what is not due yet. */
export type Plan = { lanes: Lane[]; tries: ReadonlyMap<number, number>; behind: Kept[] };

const keyOf = ({ person, sequence }: Pick<Waiting, 'person' | 'sequence'>): string =>
  person ?? String(sequence);

const keyOfEvent = ({ sequence, data: { person } }: ChangeEvent): string =>
  keyOf({ sequence, person });

/**
 * Chooses of what waits the events to try, at most `most`: of each person whose first is due, in their order. The
 * rest of a person's waits on, and so does all of a person whose first is not due.
 */
export const dueOf = (waiting: readonly Waiting[], now: number, most: number): Waiting[] =>
  [...Map.groupBy(waiting, keyOf).values()]
    .filter(([first]) => first !== undefined && first.nextAt <= now)
    .flat()
    .slice(0, most);

/**
 * Plans a run: what is due of what waits, then new events. One of a person of whom anything waits that is not sent in
 * this run waits behind it.
 */
export const planRun = (
  waiting: readonly Waiting[],
  due: readonly ChangeEvent[],
  fresh: readonly ChangeEvent[],
): Plan => {
  const sent = new Set(due.map(({ sequence }) => sequence));
  const blocked = new Map(
    waiting.filter(({ sequence }) => !sent.has(sequence)).map((each) => [keyOf(each), each]),
  );
  const free = fresh.filter((event) => !blocked.has(keyOfEvent(event)));
  const held = fresh.filter((event) => blocked.has(keyOfEvent(event)));
  return {
    lanes: [...Map.groupBy([...due, ...free], keyOfEvent).values()],
    tries: new Map(waiting.map((each) => [each.sequence, each.tries])),
    behind: held.map((event) =>
      keptOf(event, {
        state: 'waiting',
        tries: 0,
        nextAt: blocked.get(keyOfEvent(event))?.nextAt ?? 0,
      }),
    ),
  };
};

/** One try of an event, in the order in which they were begun. */
export type TriedEvent = { event: ChangeEvent; tried: Tried; tries: number };

/** What a run came to: what was tried, what did not arrive, and until when the receiver wants to be left alone. */
export type Run = {
  tried: TriedEvent[];
  kept: Kept[];
  pauseUntil: number;
  isGone: boolean;
};

/** So many fail one after the other, and nothing arrives: then nothing else is tried in this run. */
const DISCOURAGED = 3;
/** For so long a receiver is left alone that asks for time and says not how much. */
const PAUSE_MS = 30 * SECOND;
/** So many lanes go side by side: a Worker waits for six answers at most. */
const LANES = 4;

/** What becomes of an event that did not arrive on a try. */
const afterFailing = (event: ChangeEvent, tries: number, { at, ms, waitUntil }: Tried): Kept => {
  const now = at + ms;
  return keptOf(event, {
    state: tries >= MOST_TRIES ? 'failed' : 'waiting',
    tries,
    nextAt: Math.max(nextTry(now, tries), waitUntil ?? 0),
  });
};

/**
 * Sends the events of some lanes, a few lanes at a time. Where one does not arrive, the rest of its lane waits; after
 * `until` (UTC ms), or once the receiver seems not to work at all, everything else does.
 */
export const runLanes = async (
  { lanes, tries: known, behind }: Plan,
  send: (event: ChangeEvent) => Promise<Tried>,
  until: number,
): Promise<Run> => {
  const run: Run = { tried: [], kept: [...behind], pauseUntil: 0, isGone: false };
  const waiting = [...lanes];
  let failures = 0;
  const isOver = () =>
    run.isGone || run.pauseUntil > 0 || failures >= DISCOURAGED || Date.now() > until;

  const goThrough = async (lane: Lane): Promise<void> => {
    let nextAt: number | null = null;
    for (const event of lane) {
      const before = known.get(event.sequence) ?? 0;
      if (nextAt !== null || isOver()) {
        run.kept.push(keptOf(event, { state: 'waiting', tries: before, nextAt: nextAt ?? 0 }));
        continue;
      }
      const tried = await send(event);
      const tries = before + 1;
      run.tried.push({ event, tried, tries });
      if (tried.outcome === 'arrived') {
        failures = 0;
        continue;
      }
      failures += 1;
      const kept = afterFailing(event, tries, tried);
      run.kept.push(kept);
      // What was given up holds up the others of its person no longer.
      nextAt = kept.state === 'failed' ? null : kept.nextAt;
      if (tried.outcome === 'gone') run.isGone = true;
      if (tried.outcome === 'slow')
        run.pauseUntil = Math.max(
          run.pauseUntil,
          tried.waitUntil ?? tried.at + tried.ms + PAUSE_MS,
        );
    }
  };

  const goOn = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await goThrough(next);
  };
  await Promise.all(Array.from({ length: LANES }, goOn));
  return run;
};
