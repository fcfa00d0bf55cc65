import { env } from 'cloudflare:test';
import { runSchedule, type Task, tasks } from '../../../worker/schedule.ts';
import { as, theSystem } from '../builders.ts';
import type { Act, Work } from './acts.ts';
import { type Counted, costOf } from './counting.ts';
import { importOf, jobOver } from './staff.ts';
import { aKnownForm, submits } from './visitors.ts';

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

/** When all that is kept for a while is over. */
const inYears = () => Date.now() + 900 * DAY_MS;

const SIGN_UPS = 60;

/** What follows a sign-up, in the schedule. */
const follows = ['words', 'counts', 'sealing', 'outbox', 'evidence'] as const;

const signs = ({ on, context }: Counted): Counted => ({
  on: { ...on, LOG_KEYS: env.LINK_KEYS },
  context,
});

const later =
  (name: (typeof follows)[number], now: () => number): Work =>
  (counted) =>
    runs(only(name), now())(signs(counted));

/** Does all that follows what is there already, slice by slice. */
const settleFollows = async () => {
  for (const name of follows) while ((await costOf(later(name, inYears))).written > 0);
};

/** Sixty sign-ups, of which nothing has followed yet; of those before, all has. */
const sixtySignUps = async () => {
  const form = await aKnownForm();
  await settleFollows();
  for (let one = 0; one < SIGN_UPS; one++) await costOf(submits(form));
};

/** What the schedule does after each sign-up, of which its own row of the table says nothing. */
export const laterActs: readonly Act[] = [
  [
    'after 60 sign-ups: found by any part of their address',
    async () => {
      await sixtySignUps();
      return later('words', Date.now);
    },
  ],
  ['after 60 sign-ups: counted', () => later('counts', Date.now)],
  ['after 60 sign-ups: their 240 records sealed', () => later('sealing', Date.now)],
  ['after 60 sign-ups: what their emails told is forgotten', () => later('outbox', inYears)],
  // It rested for an hour, once there was nothing to erase.
  [
    'after 60 sign-ups: their evidence is erased',
    () => later('evidence', () => inYears() + 2 * HOUR_MS),
  ],
];

/** Leaves people behind who differ. */
export const expiryActs: readonly Act[] = [
  ['schedule, 200 consents expire', () => runs(only('retention'), Date.now() + 800 * DAY_MS)],
];
