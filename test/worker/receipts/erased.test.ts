import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { ProofFile } from '../../../worker/contract/proof.ts';
import { recordsOfPerson } from '../../../worker/ledger/store.ts';
import { proofFileOf } from '../../../worker/receipts/file.ts';
import { aForm, anEmail, as, findPerson, host, recordsOf, signUp } from '../builders.ts';
import { sealAll, signing } from '../log/sealing.ts';
import { verifyText } from '../proof/verifying.ts';

const MANY = 30;
const ERASED = 3;

type Signed = { id: string; email: string };

const people: Signed[] = [];
const before = new Map<string, string>();

const fileOf = async ({ id }: Signed): Promise<string> => {
  const signer = { env: signing, db: env.DB, host, now: Date.now() };
  return JSON.stringify(
    await proofFileOf(signer, await recordsOfPerson(env.DB, id, 0, 100), 'known'),
  );
};

const failing = async (text: string, address?: string) =>
  (await verifyText(text, { keys: ProofFile.parse(JSON.parse(text)).keys, address })).filter(
    ({ state }) => state === 'fails' || state === 'unknown',
  );

beforeAll(async () => {
  const form = await aForm();
  for (let each = 0; each < MANY; each++) {
    const email = anEmail();
    await signUp(form, email);
    people.push({ email, id: (await findPerson(email))?.id ?? '' });
  }
  await sealAll();
  for (const person of people) before.set(person.id, await fileOf(person));
  const { delete: erase } = await as(['bulk-delete']);
  for (const { id } of people.slice(0, ERASED))
    expect((await erase(`/v1/people/${id}?reason=request`)).ok).toBe(true);
  await signUp(form, anEmail());
  await sealAll();
});

describe('after one person in ten was erased', () => {
  test('every proof that was handed out before still holds, for the address that it is about', async () => {
    for (const { id, email } of people)
      expect(await failing(before.get(id) ?? '', email), email).toEqual([]);
  });

  test('everyone who is left has a proof that holds, in the log as it is now', async () => {
    for (const person of people.slice(ERASED))
      expect(await failing(await fileOf(person), person.email)).toEqual([]);
  });

  test('the records of those who were erased are proved still, and say nothing of who it was', async () => {
    for (const person of people.slice(0, ERASED)) {
      const text = await fileOf(person);
      const { records, submissions } = ProofFile.parse(JSON.parse(text));
      expect(records.length).toBeGreaterThan(3);
      expect(records.map(({ salt }) => salt)).toEqual(records.map(() => null));
      expect(submissions).toEqual([]);
      expect(text).not.toContain(person.email);
      expect(await failing(text)).toEqual([]);
      expect(await recordsOf(person.email)).toEqual([]);
    }
  });
});
