// People who came with one import are due a notice together, and each is told, corrected or erased alone.
import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { changeAddress } from '../../../../worker/people/add.ts';
import { anEmail, as, count, findPerson } from '../../builders.ts';
import { dryRun, workOver } from '../../people/working.ts';
import { draft } from '../jobs/drafting.ts';

const Page = z.object({
  people: z.array(
    z.object({ person: z.string(), source: z.string(), email: z.string(), dueAt: z.number() }),
  ),
  count: z.number(),
  late: z.number(),
  soon: z.number(),
});

const staff = await as(['people-read', 'people-register', 'bulk', 'bulk-delete', 'settings']);

/** A page of those who are due a notice, from after someone on. */
const dueAfter = async (after: Record<string, string> = {}) =>
  Page.parse(await (await staff.get(`/v1/notices?${new URLSearchParams(after)}`)).json());

const rows = () => count('SELECT COUNT(*) AS count FROM due_notice');

const idOf = async (email: string): Promise<string> => (await findPerson(email))?.id ?? '';

/** Imports seven people; the fourth has another source. */
const importSeven = async (): Promise<string[]> => {
  const emails = Array.from({ length: 7 }, anEmail);
  const lines = emails.map((email, at) => `${email},${at === 3 ? 'chat' : ''}`);
  const file = await draft(`email,source\n${lines.join('\n')}\n`);
  await file.import({ columns: ['email', 'source'], purposes: [] });
  return emails;
};

describe('people who came with one import', () => {
  test('are due a notice until each is told or erased, whichever of them is first', async () => {
    await staff.put('/v1/settings/notice-days', 7);
    const emails = await importSeven();
    const sources = ['import', 'import', 'import', 'chat', 'import', 'import', 'import'];
    expect(await rows()).toBe(3);
    const before = await dueAfter();
    expect(before.people.map(({ email }) => email)).toEqual(emails);
    expect(before.people.map(({ source }) => source)).toEqual(sources);
    expect(before).toMatchObject({ count: 7, soon: 7, late: 0 });

    const [first = '', told = '', third = '', , erased = '', sixth = '', moved = ''] = emails;
    const [, , behind, , gone] = before.people;
    const ofTold = await idOf(told);
    expect((await staff.post(`/v1/people/${ofTold}/notices`, {})).status).toBeLessThan(300);
    const away = await staff.delete(`/v1/people/${await idOf(erased)}?reason=request`);
    expect(away.status).toBe(204);
    const elsewhere = anEmail();
    await env.DB.batch(changeAddress(env.DB, await idOf(moved), elsewhere, Date.now()));

    const after = await dueAfter();
    const left = [first, third, emails[3], sixth, elsewhere];
    expect(after.people.map(({ email }) => email)).toEqual(left);
    expect(after).toMatchObject({ count: 5, soon: 5, late: 0 });
    const dueAt = String(behind?.dueAt);
    const next = await dueAfter({ dueAt, person: behind?.person ?? '' });
    expect(next.people.map(({ email }) => email)).toEqual(left.slice(2));
    const behindErased = await dueAfter({ dueAt, person: gone?.person ?? '' });
    expect(behindErased.people.map(({ email }) => email)).toEqual(left.slice(3));

    const found = await (await staff.get('/v1/people?notice=due')).json();
    expect(found).toMatchObject({ people: left.map((email) => ({ email })) });
    const NUMBERS = 'SELECT COUNT(*) AS count FROM due_notice WHERE first <= ?1 AND last >= ?1';
    const FORMER = 'SELECT number FROM former_person WHERE id = ?1';
    const number = await env.DB.prepare(FORMER).bind(gone?.person).first<number>('number');
    expect(await count(NUMBERS, number)).toBe(0);

    const orders = { kind: 'notice' };
    const preview = await dryRun({ notice: 'due' }, orders, ['people-register', 'bulk']);
    expect(preview.outcomes).toEqual([{ outcome: 'changed', count: 5, sample: [] }]);
    await workOver({ notice: 'due' }, orders);
    expect(await dueAfter()).toEqual({ people: [], count: 0, late: 0, soon: 0 });
    expect(await rows()).toBe(0);
  });

  test('are due none once they are erased together, as is anyone who was registered alone', async () => {
    await importSeven();
    const occasion = { source: 'e-mail', legalBasis: '61F', comment: 'They wrote to us.' };
    await staff.post('/v1/people', { email: anEmail(), ...occasion });
    expect(await rows()).toBe(4);
    expect((await dueAfter()).count).toBe(8);
    await workOver({ notice: 'due' }, { kind: 'bulk-delete', reason: 'other', comment: 'Old.' });
    expect(await dueAfter()).toEqual({ people: [], count: 0, late: 0, soon: 0 });
    expect(await rows()).toBe(0);
  });
});
