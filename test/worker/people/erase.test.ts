import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { ErasureReason } from '../../../worker/contract/erasing.ts';
import { aForm, anEmail, as, findPerson, recordsOf, signUp, standingsOf } from '../builders.ts';
import { atConsole } from '../console/signing-in.ts';
import { makeKnown, makeStand } from '../ledger/writers.ts';
import { workOver } from './working.ts';

const purpose = 'e-marketing';

/** How people are erased: one by one, on a screen, and many at once. */
const ways = {
  'by API': async (email: string, reason: string) => {
    const person = await findPerson(email);
    const { delete: erase } = await as(['bulk-delete']);
    await erase(`/v1/people/${person?.id}?reason=${reason}`);
  },
  'in the console': async (email: string, reason: string) => {
    const person = await findPerson(email);
    const { post } = await atConsole(['people-read', 'bulk-delete']);
    await post(`/people/${person?.id}/erase`, { typed: email, erasure: reason });
  },
  'in bulk': (email: string, reason: string) =>
    workOver({ email }, { kind: 'bulk-delete', reason, comment: 'They may not be here.' }),
};

/** Says whether someone may register an address, or it was erased and stays so. */
const mayReturn = async (email: string): Promise<boolean> => {
  const { post } = await as(['people-register']);
  const answer = await post('/v1/people', {
    email,
    purposes: [purpose],
    source: 'manual',
    legalBasis: '61A',
    comment: 'Met at the fair.',
  });
  return answer.status === 201;
};

describe.each(Object.entries(ways))('erasing %s', (_, erase) => {
  test.each(ErasureReason.options)(
    'for the reason "%s" suppresses the address, unless it was a mistake',
    async (reason) => {
      const email = anEmail();
      await makeKnown(email);
      await makeStand(email, { purpose }, 'given');
      await erase(email, reason);
      expect(await findPerson(email)).toBeUndefined();
      expect(await mayReturn(email)).toBe(reason === 'imported-by-mistake');
    },
  );

  test.each(['refused', 'withdrawn', 'objected', 'restricted'] as const)(
    'by mistake forgets no address of someone who %s',
    async (decision) => {
      const email = anEmail();
      await makeKnown(email);
      await makeStand(email, { purpose }, decision);
      await erase(email, 'imported-by-mistake');
      expect(await findPerson(email)).toBeUndefined();
      expect(await mayReturn(email)).toBe(false);
    },
  );
});

test('erasing without a reason is refused, and nobody is gone', async () => {
  const email = anEmail();
  await makeKnown(email);
  await makeStand(email, { purpose }, 'given');
  const id = (await findPerson(email))?.id ?? '';
  const { delete: erase, post } = await as(['bulk-delete']);
  expect((await erase(`/v1/people/${id}`)).status).toBe(422);
  expect((await erase(`/v1/people/${id}?reason=whim`)).status).toBe(422);
  const orders = { kind: 'bulk-delete', comment: 'Old ones.' };
  expect((await post('/v1/jobs', { filter: { email }, orders, expected: 1 })).status).toBe(422);
  const at = await atConsole(['people-read', 'bulk-delete']);
  expect((await at.post(`/people/${id}/erase`, { typed: email })).status).toBe(422);
  expect(await standingsOf(email)).toEqual({ [purpose]: 'given' });
});

test('the number of an erased person is never given to another', async () => {
  const numberOf = (email: string) =>
    env.DB.prepare('SELECT number FROM person WHERE email = ?1')
      .bind(email)
      .first<number>('number');
  const form = await aForm();
  const given: (number | null)[] = [];
  for (let person = 0; person < 3; person++) {
    const email = anEmail();
    await signUp(form, email);
    given.push(await numberOf(email));
    expect((await recordsOf(email)).length).toBeGreaterThan(0);
    await ways['by API'](email, 'request');
  }
  const stays = [anEmail(), anEmail()];
  for (const email of stays) {
    await signUp(form, email);
    given.push(await numberOf(email));
  }
  expect(given).toEqual([...new Set(given)].toSorted((a, b) => Number(a) - Number(b)));
});
