import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeWordsSql } from '../../../worker/people/restored.ts';
import { keepWords } from '../../../worker/people/words.ts';
import { aForm, aFormWith, as, count, findPerson, signUp } from '../builders.ts';
import { workOver } from './working.ts';

const Page = z.object({ people: z.array(z.object({ email: z.string() })) });

const search = async (query: Record<string, string>): Promise<string[]> => {
  const { get } = await as(['people-read']);
  const answer = await get(`/v1/people?${new URLSearchParams(query)}`);
  return Page.parse(await answer.json()).people.map(({ email }) => email);
};

/** Someone who signed up under a name. */
const aNamed = async (mark: string, name: string): Promise<string> => {
  const email = `first.${mark}@orchard.example`;
  const field = { key: 'name', kind: 'text', label: { en: 'Name' }, stores: 'name' } as const;
  const form = await aForm(aFormWith(field));
  const answer = await signUp(form, email, { fields: { email, name } });
  if (!answer.ok) throw new Error(await answer.text());
  return email;
};

const aMark = () => crypto.randomUUID().slice(0, 8);

describe('people are found', () => {
  test('by any part of their address, also in the minute in which they signed up', async () => {
    const mark = aMark();
    const email = `first.${mark}@orchard.example`;
    await signUp(await aForm(), email);
    expect(await search({ text: `st.${mark.toUpperCase()}@orch` })).toEqual([email]);
    await keepWords({ db: env.DB });
    expect(await search({ text: `st.${mark.toUpperCase()}@orch` })).toEqual([email]);
    expect(await search({ text: `${mark}x` })).toEqual([]);
    expect(await search({ text: mark, purpose: 'e-marketing', decision: 'given' })).toEqual([
      email,
    ]);
    expect(await search({ text: mark, purpose: 'e-marketing', decision: 'refused' })).toEqual([]);
  });

  test('by any part of their name, whatever its case and accents', async () => {
    const mark = aMark();
    const email = await aNamed(mark, `Søren José ${mark}`);
    await keepWords({ db: env.DB });
    expect(await search({ text: `SØREN JOSE ${mark}` })).toEqual([email]);
    expect(await search({ text: `osé ${mark}` })).toEqual([email]);
  });

  test('by the beginning of their address where two letters are typed', async () => {
    const email = `qz.${aMark()}@orchard.example`;
    await signUp(await aForm(), email);
    expect(await search({ text: 'qz' })).toEqual([email]);
  });

  test('by their new name and address alone, once these have changed', async () => {
    const [mark, changed] = [aMark(), aMark()];
    const email = await aNamed(mark, `Anna ${mark}`);
    await keepWords({ db: env.DB });
    const { post } = await as(['people-register']);
    const { id } = (await findPerson(email)) ?? {};
    const answer = await post(`/v1/people/${id}/corrections`, {
      email: `second.${changed}@orchard.example`,
      fields: { name: `Anna ${changed}` },
      reason: 'She married.',
    });
    expect(answer.ok).toBe(true);
    expect(await search({ text: mark })).toEqual([]);
    await keepWords({ db: env.DB });
    expect(await search({ text: `anna ${changed}` })).toHaveLength(1);
    expect(await search({ text: `cond.${changed}` })).toHaveLength(1);
    expect(await search({ text: mark })).toEqual([]);
  });
});

test('erasing by a text erases those who say it, and nobody else', async () => {
  const mark = aMark();
  const [gone, stays] = [await aNamed(aMark(), `Bo ${mark}`), await aNamed(aMark(), 'Bo Else')];
  await keepWords({ db: env.DB });
  await workOver(
    { text: `bo ${mark}` },
    { kind: 'bulk-delete', reason: 'request', comment: 'Asked.' },
  );
  expect(await findPerson(gone)).toBeUndefined();
  expect(await findPerson(stays)).toBeDefined();
});

/** How much the index holds, in bytes. */
const sizeOfIndex = () =>
  count('SELECT SUM(length(block)) AS count FROM person_words_data WHERE id > 10');

test('a sign-up writes nothing to the index, and an erasure takes all out of it', async () => {
  const before = await sizeOfIndex();
  const email = await aNamed(aMark(), 'Quirin Ölander');
  expect(await sizeOfIndex()).toBe(before);
  await keepWords({ db: env.DB });
  expect(await sizeOfIndex()).toBeGreaterThan(before);
  const id = (await findPerson(email))?.id;
  const { delete: remove } = await as(['bulk-delete']);
  expect((await remove(`/v1/people/${id}?reason=request`)).status).toBe(204);
  const { results } = await env.DB.prepare('SELECT block FROM person_words_data').all<{
    block: number[];
  }>();
  const left = results.map(({ block }) => new TextDecoder().decode(new Uint8Array(block))).join();
  expect(left).not.toMatch(/qui|ola|öla/i);
  expect(
    await count("SELECT COUNT(*) AS count FROM person_words_content WHERE c0 LIKE '%quirin%'"),
  ).toBe(0);
  expect(await count('SELECT COUNT(*) AS count FROM person_words_due')).toBe(0);
});

test('what a restore makes is the same index, and the schedule fills it', async () => {
  const email = await aNamed(crypto.randomUUID(), 'Wilhelmina Quist');
  const made = () =>
    env.DB.prepare("SELECT sql FROM sqlite_schema WHERE name = 'person_words'").first('sql');
  const before = await made();
  const again = ['DROP TABLE person_words', ...makeWordsSql()];
  await env.DB.batch(again.map((sql) => env.DB.prepare(sql)));
  expect(await made()).toBe(before);
  expect(await search({ text: 'helmina qui' })).toEqual([]);
  await keepWords({ db: env.DB });
  expect(await search({ text: 'helmina qui' })).toEqual([email]);
});
