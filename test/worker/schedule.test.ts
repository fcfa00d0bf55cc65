import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { taskWords } from '../../worker/console/overview/words.ts';
import { Health } from '../../worker/contract/health.ts';
import { Overview } from '../../worker/contract/overview.ts';
import worker from '../../worker/index.ts';
import { HOUR } from '../../worker/platform/time.ts';
import { runSchedule, type Task, tasks } from '../../worker/schedule.ts';
import { aForm, anEmail, as, call, signUp, theSystem } from './builders.ts';
import { atConsole } from './console/signing-in.ts';
import { setSender } from './emails/receiving.ts';
import { developing, landed, releaseClaims } from './outbox/mailbox.ts';
import { byTrips } from './trips.ts';

/** Runs the schedule as Cloudflare does each minute, to its end. */
const aMinute = async () => {
  const context = createExecutionContext();
  worker.scheduled(
    { cron: '* * * * *', scheduledTime: Date.now(), noRetry() {} },
    developing,
    context,
  );
  await waitOnExecutionContext(context);
};

/** A person who signed up, and is to be sent a privacy notice by the schedule. */
const aSignUp = async () => {
  const email = anEmail();
  await signUp(await aForm(), email);
  await releaseClaims();
  return email;
};

const logged = () => ({
  done: vi.spyOn(console, 'info').mockImplementation(() => {}),
  failed: vi.spyOn(console, 'error').mockImplementation(() => {}),
  putOff: vi.spyOn(console, 'warn').mockImplementation(() => {}),
});

afterEach(() => {
  vi.restoreAllMocks();
});

beforeAll(setSender);

describe('a task that fails', () => {
  test('does not keep due emails from going out', async () => {
    const log = logged();
    const email = await aSignUp();
    await env.DB.prepare('ALTER TABLE entry RENAME TO entry_gone').run();
    await aMinute();
    await env.DB.prepare('ALTER TABLE entry_gone RENAME TO entry').run();
    expect(await landed(email)).toHaveLength(1);
    expect(log.failed.mock.calls.map(([, name]) => name)).toEqual(['entries']);
  });

  test('is logged by name and duration, without what its error says', async () => {
    const log = logged();
    const task: Task = {
      name: 'poisoned',
      run: () => Promise.reject(new TypeError('anna@example.com')),
    };
    await runSchedule(theSystem(), [task]);
    expect(log.failed.mock.calls).toEqual([
      ['schedule', 'poisoned', expect.stringMatching(/^\d+ ms$/), 'TypeError', expect.any(String)],
    ]);
  });
});

describe('a task that keeps failing', () => {
  const onOverview = async () =>
    Overview.parse(await (await (await as(['forms'])).get('/v1/overview')).json());
  const needs = async () =>
    (await onOverview()).needs.filter(({ kind }) => kind === 'failing-task');
  const unhealthy = async () => Health.parse(await (await call('/v1/health')).json()).failingTasks;

  test('is on the overview and in the health, until it goes well again', async () => {
    const log = logged();
    let isBroken = true;
    const task: Task = {
      name: 'retention',
      run: () => (isBroken ? Promise.reject(new TypeError('anna@example.com')) : Promise.resolve()),
    };
    for (const minute of [1, 2, 3, 4]) {
      expect(await needs()).toEqual(minute < 4 ? [] : [expect.objectContaining({ tries: 3 })]);
      await runSchedule(theSystem(env, minute * 60_000), [task]);
    }
    const error = log.failed.mock.calls.at(-1)?.at(-1);
    const need = { kind: 'failing-task', task: 'retention', since: 60_000, tries: 4, error };
    expect(await needs()).toEqual([need]);
    expect(await unhealthy()).toEqual(['retention']);
    const screen = await (await (await atConsole(['forms'])).get('')).text();
    expect(screen).toContain('Ending what has been kept long enough has failed since 1 Jan 1970');
    expect(screen).toContain(String(error));

    isBroken = false;
    await runSchedule(theSystem(), [task]);
    expect(await needs()).toEqual([]);
    expect(await unhealthy()).toEqual([]);
  });

  test('and one that does not writes nothing', async () => {
    logged();
    const written: number[] = [];
    const task: Task = { name: 'drafts', run: () => Promise.resolve() };
    const counted = byTrips(env.DB, (go, queries) => {
      written.push(queries);
      return go();
    });
    await runSchedule(theSystem({ ...env, DB: counted }), [task]);
    expect(written).toEqual([1]);
  });

  test('never keeps the others from their turn while the database is out', async () => {
    logged();
    const begun: string[] = [];
    const failing = (name: string): Task => ({
      name,
      run: () => {
        begun.push(name);
        return Promise.reject(new Error('D1_ERROR: D1 DB is overloaded.'));
      },
    });
    const out = byTrips(env.DB, () => Promise.reject(new Error('D1_ERROR: D1 DB is overloaded.')));
    await runSchedule(theSystem({ ...env, DB: out }), ['a', 'b', 'c', 'd', 'e'].map(failing));
    expect(begun).toHaveLength(5);
  });

  test.each(['en', 'da'] as const)('has a name in %s, whichever it is', (locale) => {
    expect(Object.keys(taskWords[locale]).toSorted()).toEqual(
      tasks.map(({ name }) => name).toSorted(),
    );
  });
});

describe('a task that looks for what is days old', () => {
  test('rests for an hour once it finds nothing, and goes on each minute while it finds something', async () => {
    logged();
    const found = [2, 1, 0, 0];
    const ran: number[] = [];
    const fails: number[] = [];
    const resting: Task = {
      name: 'drafts',
      rests: true,
      run: ({ now }) => {
        ran.push(Math.floor(now / 60_000));
        return Promise.resolve(found.shift() ?? 0);
      },
    };
    const failing: Task = {
      name: 'entries',
      rests: true,
      run: ({ now }) => {
        fails.push(Math.floor(now / 60_000));
        return Promise.reject(new TypeError());
      },
    };
    for (const minute of [1, 2, 3, 4, 62, 63, 64])
      await runSchedule(theSystem(env, minute * 60_000), [resting, failing]);
    expect(ran).toEqual([1, 2, 3, 63]);
    expect(fails).toEqual([1, 2, 3, 4, 62, 63, 64]);
  });

  test('does not rest by a clock that was ahead', async () => {
    logged();
    const ran: string[] = [];
    const task: Task = {
      name: 'drafts',
      rests: true,
      run: async () => ran.push('ran') - ran.length,
    };
    for (const at of [10 * HOUR, HOUR]) await runSchedule(theSystem(env, at), [task]);
    expect(ran).toHaveLength(2);
  });
});

test('each task that ran is logged by name and duration', async () => {
  await env.DB.prepare("UPDATE resting SET tasks = '{}'").run();
  const log = logged();
  await aMinute();
  expect(log.done.mock.calls.map(([, name]) => name).toSorted()).toEqual(
    tasks.map(({ name }) => name).toSorted(),
  );
  expect(log.failed).not.toHaveBeenCalled();
});

test('a task that has not started when the time is used up waits for the next minute', async () => {
  const log = logged();
  const begun: string[] = [];
  const slow = (name: string): Task => ({
    name,
    run: () => {
      begun.push(name);
      return scheduler.wait(1500);
    },
  });
  await runSchedule(theSystem(), ['one', 'two', 'three', 'four'].map(slow), 1000);
  expect(begun).toEqual(['one', 'two', 'three']);
  expect(log.putOff.mock.calls).toEqual([['schedule', 'put off', 'four']]);
});

test('a task has the time of its own turn, so that what it takes for itself it has for long enough', async () => {
  logged();
  const times: number[] = [];
  const slow: Task = {
    name: 'slow',
    run: async ({ now }) => {
      times.push(now);
      await scheduler.wait(1000);
    },
  };
  await runSchedule(theSystem(env, HOUR), [slow, slow, slow, slow]);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(900);
  expect(times[0]).toBeGreaterThanOrEqual(HOUR);
});
