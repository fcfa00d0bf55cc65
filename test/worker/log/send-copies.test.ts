import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { Overview } from '../../../worker/contract/overview.ts';
import type { Outgoing } from '../../../worker/platform/outgoing.ts';
import { HOUR } from '../../../worker/platform/time.ts';
import { verifyFiles } from '../../../worker/proof/compare.ts';
import { runSchedule, tasks } from '../../../worker/schedule.ts';
import { aForm, anEmail, as, signUp, theSystem } from '../builders.ts';
import { developing, landed, messagesTo, sweep } from '../outbox/mailbox.ts';
import { backUp, restore } from './backup.ts';
import { anInstallation, type Installation } from './installation.ts';

const SERVER = 'https://keep.example.com/checkpoints';

let form: string;
let ours: Installation;
const mailbox = anEmail();

/** What the server at an address was sent, and what it answers. */
const received: { url: string; body: string; type: string | null }[] = [];
let answer = 204;
const send: Outgoing = async (url, { body, headers }) => {
  const type = new Headers(headers).get('Content-Type');
  if (answer < 300) received.push({ url, body: String(body), type });
  return new Response(null, { status: answer });
};

const set = (...receivers: string[]) =>
  ours.set({ witnesses: [], witnessed: [], timestamps: '', receivers });

const grow = async (): Promise<void> => {
  await signUp(form, anEmail());
  await ours.seal();
};

const checkpoint = () => ours.read('/log/1/checkpoint');

beforeAll(async () => {
  form = await aForm();
  ours = await anInstallation(env.DB, 'https://samtykke.test');
  await set(SERVER, mailbox);
  await grow();
});

describe('a server that receives checkpoints', () => {
  test('gets each as the log serves it, once', async () => {
    await ours.ask(send);
    await ours.ask(send);
    const first = { url: SERVER, body: await checkpoint(), type: 'text/plain; charset=utf-8' };
    expect(received).toEqual([first]);
    await grow();
    await ours.ask(send);
    expect(received.slice(1)).toEqual([{ ...first, body: await checkpoint() }]);
  });

  test('gets it in a later run where it did not answer, and keeps it from nobody else', async () => {
    await grow();
    answer = 500;
    await set(SERVER, 'https://also.example.com');
    await expect(ours.ask(send)).rejects.toThrow('1 of 1');
    received.length = 0;
    answer = 204;
    await ours
      .ask((url, init) =>
        url === SERVER ? Promise.reject(new TypeError('no answer')) : send(url, init),
      )
      .catch(() => undefined);
    expect(received).toMatchObject([{ url: 'https://also.example.com' }]);
    await ours.ask(send);
    expect(received).toMatchObject([{}, { url: SERVER, body: await checkpoint() }]);
  });
});

describe('a mailbox that receives checkpoints', () => {
  test('gets the newest to save as a file, once an hour at most, however many runs there are', async () => {
    await set(mailbox);
    const [first, ...more] = await messagesTo(mailbox);
    expect(more).toEqual([]);
    expect(first?.subject).toMatch(/^Checkpoint of the consent log: \d+ records$/);
    await grow();
    await Promise.all([ours.ask(send), ours.ask(send)]);
    expect(await messagesTo(mailbox)).toHaveLength(1);
    const later = Date.now() + HOUR + 1;
    await Promise.all([ours.ask(send, later), ours.ask(send, later), ours.ask(send, later)]);
    await ours.ask(send, later + HOUR + 1);
    await sweep(developing, later + 2 * HOUR);
    const [, second, ...others] = await landed(mailbox);
    expect(others).toEqual([]);
    for (const text of [second?.text, second?.html]) expect(text).toContain(await checkpoint());
    expect(second?.text).toContain('https://samtykke.test/verify');
  });

  test('reads it in the language of the user whose it is', async () => {
    const email = anEmail();
    const user = { email, name: 'Anna', locale: 'da', rights: ['settings'] };
    await (await as(['users', 'settings'])).post('/v1/users', user);
    await set(email);
    await ours.ask(send);
    const subjects = (await messagesTo(email)).map(({ subject }) => subject);
    expect(subjects).toContainEqual(expect.stringMatching(/^Checkpoint fra samtykkeloggen/));
  });
});

test('a copy shows that a restored database was signed again, as saved from an email', async () => {
  await set();
  const backup = await backUp();
  await grow();
  const copy = await checkpoint();
  await restore(backup);
  await grow();
  const now = await checkpoint();
  expect(now.split('\n')[1]).toBe(copy.split('\n')[1]);
  const known = { keys: [ours.vkey] };
  const saved = `${copy.trimEnd().replaceAll('\n', '\r\n')}\r\n\r\n`;
  for (const text of [copy, saved]) {
    const { together, files } = await verifyFiles([text, now], known);
    expect(together).toMatchObject([{ check: 'consistent', state: 'fails' }]);
    expect(files.flat().filter(({ state }) => state === 'fails')).toEqual([]);
  }
});

test('a receiver that keeps failing is on the overview', async () => {
  // Set by other means than the console, which takes no such address.
  await set('https://10.0.0.1/checkpoints');
  const due = tasks.filter(({ name }) => name === 'witnesses');
  for (let run = 0; run < 3; run++) await runSchedule(theSystem(), due);
  const overview = await (await as(['people-read'])).get('/v1/overview');
  expect(Overview.parse(await overview.json()).needs).toContainEqual(
    expect.objectContaining({ kind: 'failing-task', task: 'witnesses', tries: 3 }),
  );
});
