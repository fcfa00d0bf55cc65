import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { Right } from '../../worker/contract/rights.ts';
import { signIn } from '../bench/sign-in.ts';
import { type Answered, faultIn, readWhole, told } from '../fuzz/faults.ts';
import { aBomb, aBrokenForm, aSentFile } from '../fuzz/files.ts';
import { harvest } from '../fuzz/harvest.ts';
import { operationsOf } from '../fuzz/operations.ts';
import { seeded } from '../fuzz/random.ts';
import { type Asking, addressOf, partly, wholly } from '../fuzz/requests.ts';
import { walk } from '../fuzz/walk.ts';
import { type Everything, runEverything } from '../running.ts';

/** How many requests are sent, for how long at most, and from which seed on they are chosen. */
const REQUESTS = Number(process.env.REQUESTS ?? 100_000);
const MINUTES = Number(process.env.MINUTES ?? 120);
const SEED = Number(process.env.SEED ?? 0);

/** Sent at the same time. */
const LANES = 8;

let everything: Everything;
beforeAll(async () => {
  everything = await runEverything({ limiters: 'none', vars: { ENVIRONMENT: 'development' } });
});
afterAll(() => everything.stop());

const statuses = new Map<number, number>();
const faults: string[] = [];

/** Sends a request, keeps what is wrong with the answer, and returns it. */
const tryOut = async (asking: Asking): Promise<Answered> => {
  const { method, target, headers, body } = asking;
  try {
    const url = addressOf(everything.worker, target);
    const answer = await readWhole(fetch(url, { method, headers, body, redirect: 'manual' }));
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const fault = faultIn(asking, answer);
    if (fault) faults.push(`${fault}: ${told(asking)} ${answer.text.slice(0, 300)}`);
    return answer;
  } catch (error) {
    faults.push(`${error}: ${told(asking)}`);
    return { status: 0, type: '', location: '', text: '' };
  }
};

const withHeaders = (asking: Asking, headers: Record<string, string>): Asking => ({
  ...asking,
  headers: { ...asking.headers, ...headers },
});

const total = () => [...statuses.values()].reduce((sum, count) => sum + count, 0);

const makeKey = async (rights: readonly string[]): Promise<Record<string, string>> => {
  const answer = await fetch(`${everything.worker}/v1/api-keys`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${everything.token}` },
    body: JSON.stringify({ name: 'One of many', rights }),
  });
  const { token } = z.object({ token: z.string() }).parse(await answer.json());
  return { Authorization: `Bearer ${token}` };
};

test(
  'nothing that is sent to the Worker makes it fail',
  async () => {
    const end = Date.now() + MINUTES * 60_000;
    const isOver = () => total() >= REQUESTS || Date.now() > end;
    const { operations } = operationsOf(
      await (await fetch(`${everything.worker}/openapi.json`)).json(),
    );
    const known = harvest();
    const single = await Promise.all(Right.options.map((right) => makeKey([right])));
    const cookie = await signIn(everything.worker);
    const key = { Authorization: `Bearer ${everything.token}` };

    const fuzzApi = async (lane: number) => {
      const random = seeded(SEED + lane);
      while (!isOver()) {
        const operation = random.pick(operations);
        const whole = known.wholeOf(random, operation);
        const asking = random.chance(0.3) ? wholly(whole) : partly(random, whole);
        const who = random.chance(0.7) ? key : random.pick([{}, ...single]);
        asking.headers = { ...who, ...asking.headers };
        const { status, text } = await tryOut(asking);
        // The keys and users that the test itself needs are left alone.
        if (status < 300 && !/api-keys|users/.test(operation.path))
          known.gather(operation.path, text);
      }
    };
    const walkPages = async (lane: number, headers: Record<string, string>, from: string[]) => {
      const random = seeded(SEED + lane);
      while (!isOver())
        await walk(
          {
            random,
            origin: everything.worker,
            headers,
            from,
            avoid: /\/(?:leave|users|sessions|keys\/[^/]+\/end)\b/,
            ask: tryOut,
          },
          200,
        );
    };
    /** Files of every kind of damage, and now and then a workbook that unpacks to more than it may. */
    const sendFiles = async (lane: number) => {
      const bomb = aBomb('sheet', 600_000_000);
      const random = seeded(SEED + lane);
      const target =
        '/v1/imports?source=import&legalBasis=61A&comment=From+the+old+newsletter+tool.';
      const fields = { source: 'import', legalBasis: '61A', comment: 'From the old tool.' };
      while (!isOver()) {
        await tryOut(withHeaders(aSentFile(random, target), key));
        const form = aBrokenForm(random, '/console/jobs/import', fields);
        await tryOut(withHeaders(form, { Cookie: cookie, Origin: everything.worker }));
        if (random.chance(0.99)) continue;
        const { text } = await tryOut({ method: 'POST', target, headers: key, body: bomb });
        if (!text.includes('"large-workbook"')) faults.push(`a bomb: ${text.slice(0, 300)}`);
      }
    };
    const visited = ['/f/newsletter', '/preferences', '/confirm', '/enter/x', '/console/sign-in'];
    await Promise.all([
      ...Array.from({ length: LANES - 4 }, (_, lane) => fuzzApi(lane)),
      walkPages(100, { Cookie: cookie }, ['/console', '/console/forms/newsletter']),
      walkPages(101, { Cookie: cookie }, ['/console', '/console/people', '/console/lists']),
      walkPages(102, {}, visited),
      sendFiles(200),
    ]);
    console.info(`${total()} requests: ${JSON.stringify(Object.fromEntries(statuses))}`);
    expect(faults.length, faults.slice(0, 50).join('\n\n')).toBe(0);
    expect(total()).toBeGreaterThan(0);
  },
  (MINUTES + 15) * 60_000,
);
