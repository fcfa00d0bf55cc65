import { describe, expect, test } from 'vitest';
import { anEmail, recordsOf } from '../builders.ts';
import { loose } from './kept.ts';
import { makeKnown, makeStand, type Writer, writers } from './writers.ts';

const purpose = 'e-marketing';
const subscription = 'newsletter';

/** Someone to whom the purpose stands on consent, and the newsletter on another ground. */
const aReader = async (): Promise<string> => {
  const email = anEmail();
  await makeKnown(email);
  await makeStand(email, { purpose }, 'given', '61A');
  await makeStand(email, { subscription }, 'given', '61F');
  return email;
};

/** What was recorded of an item, oldest first, as the decision and its legal basis. */
const saidOf = async (email: string, item: string): Promise<string[]> =>
  (await recordsOf(email))
    .filter(({ content }) => (content.purpose ?? content.subscription) === item)
    .map(({ decision, content }) => `${decision} ${content.legalBasis}`);

describe('what follows from a decision', () => {
  const ends: Writer[] = [
    'preferences, purpose off',
    'preferences, everything off',
    'unsubscribe from all',
    'a complaint',
    'a bulk update to withdrawn',
    'a recorded withdrawal',
  ];

  test.each(ends)('ends a subscription on its own legal basis, after %s', async (writer) => {
    // Beside someone whose newsletter stands otherwise.
    const other = await aReader();
    await makeStand(other, { subscription }, 'given', '61B');
    const email = await aReader();
    await writers[writer](email);
    expect(await saidOf(email, subscription)).toEqual(['given 61F', 'withdrawn 61F']);
    expect(await saidOf(other, subscription)).toEqual(['given 61F', 'given 61B']);
  });

  test.each(['preferences, everything off', 'unsubscribe from all', 'a complaint'] as const)(
    'ends what lies beneath a restriction, which stands on, after %s',
    async (writer) => {
      const email = await aReader();
      await writers['a request for restriction'](email);
      const before = await saidOf(email, purpose);
      expect(before).toEqual(['given 61A', 'restricted 61A']);
      await writers[writer](email);
      const added = (await saidOf(email, purpose)).slice(before.length);
      expect(added).toEqual(['withdrawn 61A', 'restricted 61A']);
      await writers['lifting a restriction'](email);
      expect((await saidOf(email, purpose)).at(-1)).toBe('withdrawn 61A');
    },
  );
});

describe('the legal basis of what stands', () => {
  test('may be one of an operator’s own, and is not said twice', async () => {
    const email = anEmail();
    await makeKnown(email);
    await makeStand(email, { purpose }, 'given', 'our-own');
    await makeStand(email, { purpose }, 'given', 'our-own');
    await makeStand(email, { purpose }, 'given', 'another-of-ours');
    expect(await saidOf(email, purpose)).toEqual(['given our-own', 'given another-of-ours']);
  });

  test.each(['withdrawn', 'refused', 'objected'] as const)(
    'of a no that is %s stays what it was said on, whatever is done in bulk',
    async (no) => {
      const email = anEmail();
      await makeKnown(email);
      await makeStand(email, { purpose }, no, '61F');
      await writers['a bulk update to withdrawn'](email);
      await writers['a bulk update of the legal basis alone'](email);
      expect(await saidOf(email, purpose)).toEqual([`${no} 61F`]);
    },
  );
});

test('no occasion is without a record, and each opens its person', async () => {
  const email = await aReader();
  await makeStand(email, { purpose }, 'withdrawn');
  for (const writer of ['an import', 'a bulk update to given', 'a bulk notice'] as const)
    await writers[writer](email);
  expect(await loose()).toEqual({ empty: 0, unopened: 0, strange: 0 });
});
