import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { keepRetention } from '../../../../worker/admin/retention/keep.ts';
import {
  aForm,
  anEmail,
  as,
  count,
  findPerson,
  recordsOf,
  signUp,
  standingsOf,
  theSystem,
} from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';

const DAY_MS = 86_400_000;
const inDays = (days: number) => keepRetention(theSystem(env, Date.now() + days * DAY_MS));

const set = async (key: string, value: unknown) =>
  (await as(['settings'])).put(`/v1/settings/${key}`, value);

const aPerson = async (purposes = { 'e-marketing': true }) => {
  const email = anEmail();
  await signUp(await aForm(), email, {
    purposes,
    subscriptions: { newsletter: purposes['e-marketing'] },
  });
  return email;
};

describe('retention', () => {
  test('lets a purpose expire after its time without a sign of life, with what came under it', async () => {
    const email = await aPerson();
    await inDays(729);
    expect((await standingsOf(email))['e-marketing']).toBe('given');
    await inDays(731);
    expect(await standingsOf(email)).toMatchObject({
      'e-marketing': 'expired',
      newsletter: 'expired',
    });
    const [record] = (await recordsOf(email)).slice(-1);
    expect(record?.content).toMatchObject({ actor: 'system', source: 'automatic' });
    const { get } = await atConsole(['people-read']);
    const page = await (await get(`/people/${(await findPerson(email))?.id}`)).text();
    expect(page).toContain('Automatic');
    expect(page).not.toContain('Registered by hand');
  });

  test('deletes submissions after the time that is set, and keeps them where none is', async () => {
    const email = await aPerson();
    const id = (await findPerson(email))?.id;
    const left = () => count('SELECT COUNT(*) AS count FROM submission WHERE person = ?1', id);
    await inDays(400);
    expect(await left()).toBe(1);
    await set('submission-days', 365);
    await inDays(400);
    await set('submission-days', 0);
    expect(await left()).toBe(0);
    expect(await findPerson(email)).toBeDefined();
  });

  test('erases people of whom nothing stands and nothing was heard, and nobody else', async () => {
    const stale = await aPerson({ 'e-marketing': false });
    const reader = await aPerson();
    await set('stale-days', 100);
    await inDays(99);
    expect(await findPerson(stale)).toBeDefined();
    await inDays(101);
    await set('stale-days', 0);
    expect(await findPerson(stale)).toBeUndefined();
    expect(await findPerson(reader)).toBeDefined();
  });

  test('says in advance what will go and why, and afterwards what went', async () => {
    await aPerson();
    const { get } = await as(['settings', 'audit']);
    const upcoming = (await (await get('/v1/retention')).json()) as {
      purposes: { purpose: string }[];
    };
    expect(upcoming.purposes.map(({ purpose }) => purpose)).toContain('e-marketing');
    await inDays(731);
    const { acts } = (await (await get('/v1/audit?act=retention.expire')).json()) as {
      acts: { object: string; actor: string }[];
    };
    expect(acts[0]).toMatchObject({ object: 'e-marketing', actor: 'system' });
    const screen = await (await (await atConsole(['settings'])).get('/retention')).text();
    expect(screen).toMatch(/News and offers by email: expired<\/td><td [^>]*class="number">\d+</);
    expect(screen).not.toContain('people&quot;');
  });
});
