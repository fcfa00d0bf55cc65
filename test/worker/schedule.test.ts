import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import worker from '../../worker/index.ts';
import { runSchedule, type Task, tasks } from '../../worker/schedule.ts';
import { aForm, anEmail, as, signUp, theSystem } from './builders.ts';
import { developing, landed } from './outbox/mailbox.ts';

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

/** A person who signed up, and is to be sent a privacy notice. */
const aSignUp = async () => {
  const email = anEmail();
  await signUp(await aForm(), email);
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

beforeAll(async () => {
  const { put } = await as(['settings']);
  await put('/v1/settings/sender', { name: 'Æblegård', address: 'news@site.test' });
});

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
      ['schedule', 'poisoned', expect.stringMatching(/^\d+ ms$/), 'TypeError'],
    ]);
  });
});

test('each task that ran is logged by name and duration', async () => {
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
