import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { OpenForm } from '../../worker/contract/form.ts';
import { Receipt, SubmissionAnswer } from '../../worker/contract/submission.ts';
import { type Everything, runEverything } from '../running.ts';

let everything: Everything;

beforeAll(async () => {
  everything = await runEverything({ database: inject('database') });
});
afterAll(() => everything.stop());

const version = async (): Promise<number> => {
  const answer = await fetch(`${everything.worker}/v1/forms/newsletter`);
  return OpenForm.parse(await answer.json()).version;
};

const signUp = async (form: { version: number }): Promise<SubmissionAnswer> => {
  const answer = await fetch(`${everything.worker}/v1/forms/newsletter/submissions`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Origin: everything.demo,
      'Idempotency-Key': randomUUID(),
    },
    body: JSON.stringify({
      ...form,
      locale: 'en',
      fields: { email: `${randomUUID()}@example.com` },
      purposes: { 'e-marketing': true },
      subscriptions: { newsletter: true },
      page: `${everything.demo}/`,
    }),
  });
  return SubmissionAnswer.parse(await answer.json());
};

test('every acknowledged record survives a killed process', async () => {
  const form = { version: await version() };
  const acknowledged: SubmissionAnswer[] = [];
  const visitors = Array.from({ length: 8 }, async () => {
    for (;;) acknowledged.push(await signUp(form));
  });
  const cutOff = Promise.allSettled(visitors);
  await expect.poll(() => acknowledged.length).toBeGreaterThan(100);
  await everything.killWorker();
  await cutOff;

  await everything.startWorker();
  await Promise.all(
    acknowledged.map(async ({ receipt, submission }) => {
      const proof = await fetch(`${everything.worker}/v1/receipts/${receipt}`);
      expect(proof.status).toBe(200);
      expect(Receipt.parse(await proof.json()).submission).toBe(submission);
    }),
  );
});
