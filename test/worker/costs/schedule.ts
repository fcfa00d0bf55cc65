import { runSchedule, type Task, tasks } from '../../../worker/schedule.ts';
import { as, theSystem } from '../builders.ts';
import type { Act, Work } from './acts.ts';
import { costOf } from './counting.ts';
import { importOf, jobOver } from './staff.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const only = (name: string) => tasks.filter((task) => task.name === name);

const runs =
  (due?: readonly Task[], now = Date.now()): Work =>
  ({ on }) =>
    runSchedule(theSystem(on, now), due);

/** Does all that is due, with every rule of retention on. */
const settle = async () => {
  const { put } = await as(['settings']);
  await put('/v1/settings/stale-days', 1000);
  await put('/v1/settings/submission-days', 1000);
  for (let minute = 0; minute < 3; minute++) await costOf(runs());
};

/** Brings the counts up to date, as the schedule does each minute. */
export const countsAreUp = () => costOf(runs(only('counts')));

const mailed = Array.from({ length: 60 }, (_, at) => `mailed-${at}@example.com`);

/** Notices to sixty people, queued by a job. */
const aMailing = async () => {
  await costOf(await importOf(mailed));
  await costOf(await jobOver('mailed-', { kind: 'notice' }, 'people-register'));
};

/** What the schedule does each minute. */
export const scheduleActs: readonly Act[] = [
  [
    'schedule, nothing to do',
    async () => {
      await settle();
      return runs();
    },
  ],
  ['schedule, nothing to do, once an hour', () => runs(undefined, Date.now() + HOUR_MS)],
  [
    'schedule, 60 emails',
    async () => {
      await aMailing();
      return runs(only('outbox'));
    },
  ],
];

/** Leaves people behind who differ. */
export const expiryActs: readonly Act[] = [
  ['schedule, 200 consents expire', () => runs(only('retention'), Date.now() + 800 * DAY_MS)],
];
