import { createExecutionContext, env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { app } from '../../../worker/app.ts';
import { Right } from '../../../worker/contract/rights.ts';
import { faultIn, readWhole, told } from '../../fuzz/faults.ts';
import { aBomb, aBrokenForm, aSentFile } from '../../fuzz/files.ts';
import { seeded } from '../../fuzz/random.ts';
import { type Asking, addressOf } from '../../fuzz/requests.ts';
import { occasion } from '../admin/jobs/drafting.ts';
import { anIp, aToken, host } from '../builders.ts';
import { atConsole } from '../console/signing-in.ts';

const SEED = 20261126;
const imports = `/v1/imports?${occasion}`;

const ask = ({ method, target, headers, body }: Asking, who: Record<string, string>) =>
  readWhole(
    Promise.resolve(
      app.fetch(
        new Request(addressOf(host, target), {
          method,
          headers: { 'CF-Connecting-IP': anIp(), Origin: host, ...headers, ...who },
          body,
        }),
        env,
        createExecutionContext(),
      ),
    ),
  );

const withKey = async () => ({ Authorization: `Bearer ${await aToken([...Right.options])}` });

/** Sends what was made; returns what was wrong with the answers, and which there were. */
const tryAll = async (all: readonly Asking[], who: Record<string, string>) => {
  const faults: string[] = [];
  const statuses = new Set<number>();
  for (const asking of all) {
    const answer = await ask(asking, who);
    statuses.add(answer.status);
    const fault = answer.status >= 500 ? String(answer.status) : faultIn(asking, answer);
    if (fault) faults.push(`${fault}: ${told(asking)} ${answer.text.slice(0, 300)}`);
  }
  return { faults, statuses };
};

test('no import fails, whatever the file is', async () => {
  const random = seeded(SEED);
  const all = Array.from({ length: 120 }, () => aSentFile(random, imports));
  const { faults, statuses } = await tryAll(all, await withKey());
  expect(faults).toEqual([]);
  expect([...statuses].toSorted()).toEqual([201, 422]);
});

test('no upload to the console fails, however its body is broken', async () => {
  const random = seeded(SEED);
  const { token } = await atConsole([...Right.options]);
  const fields = Object.fromEntries(occasion);
  const all = Array.from({ length: 80 }, (_, turn) =>
    turn % 2
      ? aBrokenForm(random, '/console/jobs/import', fields)
      : aBrokenForm(random, '/console/people/listed', { name: 'Listed', emails: '' }),
  );
  const { faults, statuses } = await tryAll(all, { Cookie: `__Host-samtykke-console=${token}` });
  expect(faults).toEqual([]);
  expect([...statuses].toSorted()).toEqual([200, 303, 422]);
});

test('a workbook that unpacks to more text than a Worker holds is refused in words', async () => {
  const body = aBomb('sharedStrings', 31_000_000);
  expect(body.length).toBeLessThan(100_000);
  const headers = { 'Content-Type': 'application/octet-stream' };
  const answer = await ask({ method: 'POST', target: imports, headers, body }, await withKey());
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('"large-workbook"');
});
