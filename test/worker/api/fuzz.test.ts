import { createExecutionContext, env } from 'cloudflare:test';
import { beforeAll, expect, test } from 'vitest';
import { app } from '../../../worker/app.ts';
import { Right } from '../../../worker/contract/rights.ts';
import { tasks } from '../../../worker/schedule.ts';
import { faultIn, readWhole, told } from '../../fuzz/faults.ts';
import type { Described } from '../../fuzz/operations.ts';
import { seeded } from '../../fuzz/random.ts';
import { type Asking, addressOf, partly, type Whole, wholly } from '../../fuzz/requests.ts';
import { walk } from '../../fuzz/walk.ts';
import { aForm, anEmail, anIp, aToken, findPerson, host, signUp, theSystem } from '../builders.ts';
import { atConsole } from '../console/signing-in.ts';
import { enter } from '../visitor/verify/entering.ts';
import { cases } from './asking.ts';
import { readDocument } from './document.ts';
import { expectSaid } from './said.ts';

const { operations } = await readDocument();
const SEED = 20261125;

// What is sent may change the lists so that nothing can be published any more.
let form: string;
beforeAll(async () => {
  form = await aForm();
});

/** Sends a request, and says what was wrong with the answer. */
const tryOut = async (asking: Asking, faults: string[]) => {
  const { method, target, body } = asking;
  const headers = { 'CF-Connecting-IP': anIp(), ...asking.headers };
  const request = new Request(addressOf(host, target), { method, headers, body });
  const answering = Promise.resolve(app.fetch(request, env, createExecutionContext()));
  const path = new URL(request.url).pathname;
  const answer = await answering;
  const copy = answer.clone();
  try {
    const whole = await readWhole(answering);
    const fault = faultIn(asking, whole);
    if (fault) faults.push(`${fault}: ${told(asking)} ${whole.text.slice(0, 300)}`);
    else await expectSaid(path, method, copy);
    return whole;
  } catch (error) {
    faults.push(`${error}: ${told(asking)}`);
    return { status: 0, type: '', location: '', text: '' };
  }
};

/** Everything that may stand in `Authorization`, and whose it is. */
const credentials = async (): Promise<Record<string, string>[]> => {
  const email = anEmail();
  await signUp(form, email);
  const keys = await Promise.all(Right.options.map((right) => aToken([right])));
  const all = await Promise.all(Array.from({ length: 20 }, () => aToken([...Right.options])));
  const others = [await aToken([...Right.options], -1), 'none', keys[0]?.slice(0, -1) ?? ''];
  return [
    {},
    await enter(email),
    ...[...keys, ...all, ...others].map((token) => ({ Authorization: `Bearer ${token}` })),
  ];
};

const wholeOf = async (operation: Described, key: Record<string, string>): Promise<Whole> => {
  const {
    path = {},
    query = {},
    headers = {},
    body,
  } = (await cases[operation.operationId]?.()) ?? {};
  const needsKey = operation.security.some((way) => 'apiKey' in way);
  return {
    method: operation.method,
    path: operation.path,
    parts: path,
    query,
    headers: { ...(needsKey ? key : {}), ...headers },
    body,
  };
};

const none = (faults: string[]) => expect(faults, faults.join('\n\n')).toEqual([]);

test('no operation fails, whatever it is asked with and by whom', async () => {
  const random = seeded(SEED);
  const ways = await credentials();
  const wholes: Whole[] = [];
  for (const operation of operations) {
    const key = { Authorization: `Bearer ${await aToken([...Right.options])}` };
    wholes.push(await wholeOf(operation, key));
  }
  const faults: string[] = [];
  for (let turn = 0; turn < 300; turn++) {
    const whole = wholes[turn % wholes.length] ?? random.pick(wholes);
    const asking = random.chance(0.1) ? wholly(whole) : partly(random, whole);
    if (random.chance(0.25)) asking.headers = { ...asking.headers, ...random.pick(ways) };
    await tryOut(asking, faults);
  }
  none(faults);
});

test('no screen of the console fails, whatever its forms are filled with', async () => {
  const random = seeded(SEED);
  const email = anEmail();
  await signUp(form, email);
  const person = await findPerson(email);
  const faults: string[] = [];
  for (let round = 0; round < 3; round++) {
    const { token } = await atConsole([...Right.options]);
    await walk(
      {
        random,
        origin: host,
        headers: { Cookie: `__Host-samtykke-console=${token}` },
        from: ['/console', `/console/forms/${form}`, `/console/people/${person?.id}`],
        ask: (asking) => tryOut(asking, faults),
      },
      60,
    );
  }
  none(faults);
});

test('no page for visitors fails, whatever its forms are filled with', async () => {
  const email = anEmail();
  await signUp(form, email);
  const { Authorization } = await enter(email);
  const signedIn = { Cookie: `__Host-samtykke=${Authorization.replace('Bearer ', '')}` };
  const faults: string[] = [];
  const from = [
    '/preferences',
    `/f/${form}`,
    '/confirm',
    '/enter/x',
    '/address/x',
    '/problems/robot',
  ];
  for (const headers of [{}, signedIn])
    await walk(
      {
        random: seeded(SEED),
        origin: host,
        headers,
        from,
        ask: (asking) => tryOut(asking, faults),
      },
      40,
    );
  none(faults);
});

test('what was stored meanwhile lets the schedule run, and every email be written', async () => {
  await env.DB.prepare("UPDATE outbox SET next_at = 0 WHERE state = 'waiting'").run();
  for (const { run } of tasks) await run(theSystem());
  const { results } = await env.DB.prepare(
    'SELECT template, locale, error FROM outbox WHERE error IS NOT NULL',
  ).all();
  expect(results).toEqual([]);
});
