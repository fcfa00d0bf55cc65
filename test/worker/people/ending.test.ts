import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anEmail, findPerson, standingsOf } from '../builders.ts';
import { makeKnown, makeStand, type Writer, writers } from '../ledger/writers.ts';

const Ended = z.object({ item: z.string(), decision: z.string(), legal_basis: z.string() });

/** What the ledger says of a person from a moment on, also of one who was erased. */
const recordedSince = async (person: string, sequence: number) => {
  const { results } = await env.DB.prepare(
    'SELECT item, decision, legal_basis FROM record WHERE person = ?1 AND sequence > ?2 ORDER BY sequence',
  )
    .bind(person, sequence)
    .all();
  return Object.fromEntries(
    z
      .array(Ended)
      .parse(results)
      .map(({ item, decision, legal_basis }) => [item, `${decision} ${legal_basis}`]),
  );
};

const lastSequence = async (): Promise<number> =>
  (await env.DB.prepare('SELECT MAX(sequence) AS last FROM record').first<number>('last')) ?? 0;

/** Someone who gets the newsletter, each part on a legal basis of its own. */
const reader = async (legalBasis: string) => {
  const email = anEmail();
  await makeKnown(email);
  await makeStand(email, { purpose: 'e-marketing' }, 'given', '61F');
  await makeStand(email, { subscription: 'newsletter' }, 'given', legalBasis);
  const person = (await findPerson(email))?.id ?? '';
  return { email, person, since: await lastSequence() };
};

const endings: [Writer, string][] = [
  ['unsubscribe from all', 'withdrawn'],
  ['a complaint', 'withdrawn'],
  ['preferences, purpose off', 'withdrawn'],
  ['a recorded withdrawal', 'withdrawn'],
  ['a request for erasure', 'withdrawn'],
  ['a request for restriction', 'restricted'],
  ['an objection', 'objected'],
  ['retention', 'expired'],
  ['erasure', 'withdrawn'],
  ['erasure of many', 'withdrawn'],
];

describe('what ends', () => {
  test.each(endings)('by %s keeps its legal basis', async (way, decision) => {
    const { email, person, since } = await reader('house-rule');
    await writers[way](email);
    expect(await recordedSince(person, since)).toEqual({
      'e-marketing': `${decision} 61F`,
      newsletter: `${decision} house-rule`,
    });
  });

  test('by unsubscribing from one keeps its legal basis', async () => {
    const { email, person, since } = await reader('61B');
    await writers['unsubscribe from one'](email);
    expect(await recordedSince(person, since)).toEqual({ newsletter: 'withdrawn 61B' });
  });

  test('by a bulk update names the basis that was ordered for the purpose alone', async () => {
    const { email, person, since } = await reader('61B');
    await writers['a bulk update to withdrawn'](email);
    expect(await recordedSince(person, since)).toEqual({
      'e-marketing': 'withdrawn 61A',
      newsletter: 'withdrawn 61B',
    });
  });

  test('by an expired confirmation keeps its legal basis', async () => {
    const email = anEmail();
    await writers['a form that asks for confirmation, without the newsletter'](email);
    await makeStand(email, { subscription: 'newsletter' }, 'pending', '61B');
    const person = (await findPerson(email))?.id ?? '';
    const since = await lastSequence();
    await writers['purging what nobody confirmed'](email);
    expect(await recordedSince(person, since)).toMatchObject({ newsletter: 'expired 61B' });
  });

  test('includes what the preference centre no longer shows, when it stops everything', async () => {
    const { email, person, since } = await reader('61B');
    await makeStand(email, { purpose: 'removed-purpose' }, 'given', '61F');
    const later = await lastSequence();
    await writers['preferences, purpose off'](email);
    expect(await recordedSince(person, later)).not.toHaveProperty('removed-purpose');
    await writers['preferences, everything off'](email);
    expect(await recordedSince(person, since)).toMatchObject({
      newsletter: 'withdrawn 61B',
      'removed-purpose': 'withdrawn 61F',
    });
  });

  test.each(['unsubscribe from all', 'a complaint'] as const)(
    'by %s is everything that stands, active or not, in a form or in none',
    async (way) => {
      const email = anEmail();
      await makeKnown(email);
      for (const key of ['old-purpose', 'e-marketing'])
        await makeStand(email, { purpose: key }, 'given');
      const types = [`inactive-${way.length}`, `pending-${way.length}`, `in-no-form-${way.length}`];
      await env.DB.batch(
        types.map((key, at) =>
          env.DB.prepare(
            "INSERT INTO subscription_type (key, purpose, channel, active) VALUES (?1, 'e-marketing', 'e-mail', ?2)",
          ).bind(key, at),
        ),
      );
      for (const [at, subscription] of types.entries())
        await makeStand(email, { subscription }, at === 1 ? 'pending' : 'given');
      await writers[way](email);
      expect(await standingsOf(email)).toEqual(
        Object.fromEntries(
          ['old-purpose', 'e-marketing', ...types].map((key) => [key, 'withdrawn']),
        ),
      );
    },
  );

  test('includes what waits for its confirmation, when the preference centre stops everything', async () => {
    const email = anEmail();
    await writers['a form that asks for confirmation'](email);
    await writers['preferences, everything off'](email);
    expect(await standingsOf(email)).toMatchObject({
      'e-marketing': 'withdrawn',
      newsletter: 'withdrawn',
    });
    await writers['a confirmation'](email);
    expect(Object.values(await standingsOf(email))).not.toContain('given');
  });

  test('includes what is no longer in the lists', async () => {
    const email = anEmail();
    await makeKnown(email);
    await makeStand(email, { purpose: 'removed-purpose' }, 'given', '61F');
    const person = (await findPerson(email))?.id ?? '';
    const since = await lastSequence();
    await writers['unsubscribe from all'](email);
    expect(await recordedSince(person, since)).toEqual({ 'removed-purpose': 'withdrawn 61F' });
  });
});

describe('what was a no before', () => {
  const stopping: Writer[] = [
    'unsubscribe from all',
    'a complaint',
    'preferences, purpose off',
    'a request for erasure',
    'retention',
    'erasure',
    'erasure of many',
  ];

  test.each(stopping)('is not written again by %s', async (way) => {
    for (const decision of ['refused', 'objected', 'restricted'] as const) {
      const email = anEmail();
      await makeKnown(email);
      await makeStand(email, { purpose: 'e-marketing' }, decision, '61F');
      const person = (await findPerson(email))?.id ?? '';
      const since = await lastSequence();
      await writers[way](email);
      expect(await recordedSince(person, since)).toEqual({});
    }
  });

  test('lets what rests on another ground go on when someone unsubscribes', async () => {
    const email = anEmail();
    await makeKnown(email);
    await makeStand(email, { purpose: 'sales-and-service' }, 'informed', '61B');
    await writers['unsubscribe from all'](email);
    expect(await standingsOf(email)).toEqual({ 'sales-and-service': 'informed' });
  });

  test('ends a consent also to a purpose that asks for none by now', async () => {
    const email = anEmail();
    await makeKnown(email);
    await makeStand(email, { purpose: 'sales-and-service' }, 'given');
    await writers['unsubscribe from all'](email);
    expect(await standingsOf(email)).toEqual({ 'sales-and-service': 'withdrawn' });
  });
});
