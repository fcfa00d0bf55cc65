import { expect, test } from 'vitest';
import { OpenForm } from '../../worker/contract/form.ts';
import { demo, worker } from '../browser/ours.ts';

const EACH = 200;

const anEmail = () => `${crypto.randomUUID()}@example.com`;

const post = (path: string, body: unknown) =>
  fetch(`${worker}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: demo },
    body: JSON.stringify(body),
  });

const signedUp = async (): Promise<string> => {
  const form = await (await fetch(`${worker}/v1/forms/newsletter`)).json();
  const { version } = OpenForm.parse(form);
  const email = anEmail();
  await post('/v1/forms/newsletter/submissions', {
    version,
    locale: 'en',
    fields: { email },
    page: `${demo}/`,
    purposes: { 'e-marketing': true },
    subscriptions: { newsletter: true },
  });
  return email;
};

/** How many standard deviations the rank sum of one sample is from what chance gives (Mann-Whitney). */
const rankScore = (one: number[], other: number[]): number => {
  const ranked = [
    ...one.map((time) => ({ time, isOne: true })),
    ...other.map((time) => ({ time, isOne: false })),
  ]
    .toSorted((a, b) => a.time - b.time)
    .map((each, at) => ({ ...each, rank: at + 1 }));
  const sum = ranked.filter(({ isOne }) => isOne).reduce((total, { rank }) => total + rank, 0);
  const [n, m] = [one.length, other.length];
  return (sum - (n * (n + m + 1)) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
};

test('the rank score tells samples apart that differ', () => {
  const low = Array.from({ length: 100 }, (_, at) => at);
  expect(
    Math.abs(
      rankScore(
        low,
        low.map((time) => time + 50),
      ),
    ),
  ).toBeGreaterThan(4);
  expect(
    Math.abs(
      rankScore(
        low,
        low.map((time) => time + 0.5),
      ),
    ),
  ).toBeLessThan(1);
});

test('the time to ask for the way in does not tell whether an address is known', async () => {
  const known = await Promise.all(Array.from({ length: EACH }, signedUp));
  const asked = [
    ...known.map((email) => ({ email, isKnown: true })),
    ...Array.from({ length: EACH }, () => ({ email: anEmail(), isKnown: false })),
  ]
    .map((each) => ({ ...each, order: Math.random() }))
    .toSorted((a, b) => a.order - b.order);
  const times = { known: [] as number[], unknown: [] as number[] };
  const shapes = new Set<string>();
  for (const { email, isKnown } of asked) {
    const start = performance.now();
    const answer = await post('/v1/entries', { email });
    const text = await answer.text();
    times[isKnown ? 'known' : 'unknown'].push(performance.now() - start);
    const headers = [...answer.headers.keys()].toSorted().join();
    shapes.add(`${answer.status} ${headers} ${text.replaceAll(/[0-9a-f]/g, '0')}`);
    // What happens behind an answer must not slow down the one that is measured next.
    await new Promise((resolve) => setTimeout(resolve, 180));
  }
  expect(shapes.size).toBe(1);
  expect(Math.abs(rankScore(times.known, times.unknown))).toBeLessThan(3.3);
});
