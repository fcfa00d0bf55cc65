import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ProofFile } from '../../worker/contract/proof.ts';
import { verifyFiles } from '../../worker/proof/compare.ts';
import { type Everything, runEverything } from '../running.ts';
import { clientOf } from './client.ts';

const PEOPLE = 2000;
const AT_ONCE = 20;

let everything: Everything;
beforeAll(async () => {
  everything = await runEverything({ limiters: 'none', vars: { ENVIRONMENT: 'development' } });
});
afterAll(() => everything.stop());

const { call, signUp, found, until } = clientOf(() => everything);

/** Does work for many, a few at once. */
const forAll = async <Each>(many: readonly Each[], work: (each: Each) => Promise<void>) => {
  const waiting = [...many];
  const next = async (): Promise<void> => {
    for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) await work(each);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
};

const emailOf = (at: number): string => `erased-${at}@example.com`;

const idOf = async (at: number): Promise<string> => (await found(emailOf(at)))[0]?.id ?? '';

const proofOf = async (id: string): Promise<string> =>
  (await call(`/v1/people/${id}/proof`)).text();

/** Seals until a proof names no record that is not sealed. */
const seal = (id: string) =>
  until(async () => {
    const { records } = ProofFile.parse(JSON.parse(await proofOf(id)));
    return records.every(({ proof }) => proof !== null);
  });

const expectToHold = async (text: string): Promise<void> => {
  const { keys } = ProofFile.parse(JSON.parse(text));
  const [found = []] = (await verifyFiles([text], { keys })).files;
  expect(found.filter(({ state }) => state === 'fails' || state === 'unknown')).toEqual([]);
};

test('of 2,000 people one in ten is erased, and every proof holds: old ones, and new ones of everyone', async () => {
  const all = Array.from({ length: PEOPLE }, (_, at) => at);
  const ids = new Map<number, string>();
  const before = new Map<number, string>();
  await forAll(all, (at) => signUp(emailOf(at)));
  await forAll(all, async (at) => void ids.set(at, await idOf(at)));
  await seal(ids.get(PEOPLE - 1) ?? '');
  await forAll(all, async (at) => void before.set(at, await proofOf(ids.get(at) ?? '')));
  await forAll(
    all.filter((at) => at % 10 === 0),
    async (at) => {
      const erased = await call(`/v1/people/${ids.get(at)}?reason=request`, { method: 'DELETE' });
      expect(erased.ok).toBe(true);
    },
  );
  await seal(ids.get(0) ?? '');
  await forAll(all, async (at) => {
    await expectToHold(before.get(at) ?? '');
    await expectToHold(await proofOf(ids.get(at) ?? ''));
  });
  const { records } = ProofFile.parse(JSON.parse(await proofOf(ids.get(0) ?? '')));
  expect(z.array(z.null()).safeParse(records.map(({ salt }) => salt)).success).toBe(true);
}, 1_800_000);
