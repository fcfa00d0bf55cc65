import { describe, expect, test } from 'vitest';
import { anEmail, count, recordsOf, standingsOf } from '../../builders.ts';
import { draft } from './drafting.ts';

const HEADER = 'Email,Klaviyo ID,Email Marketing Consent,Email Marketing Consent Timestamp';
const row = (email: string, says: string, day: string): string =>
  `${email},1,${says},2024-0${day} 10:00:00`;

/** Imports rows of an export of Klaviyo; gives what the preview says of good rows and of all. */
const imported = async (rows: readonly string[]) => {
  const file = await draft([HEADER, ...rows].join('\n'), 'subscriptions-write');
  const mapping = { columns: file.columns, purposes: ['e-marketing'] };
  const run = await file.dryRun(mapping);
  await file.import(mapping);
  return { id: file.id, run };
};

describe('of two rows about one person', () => {
  test.each([
    ['the later', ['SUBSCRIBED', 'UNSUBSCRIBED']],
    ['the earlier', ['UNSUBSCRIBED', 'SUBSCRIBED']],
  ])('%s says no, and that holds, since then', async (_, says) => {
    const email = anEmail();
    const [first = '', second = ''] = says;
    const { id, run } = await imported([
      row(email, first, first === 'SUBSCRIBED' ? '1-01' : '2-01'),
      row(email.toUpperCase(), second, second === 'SUBSCRIBED' ? '1-01' : '2-01'),
    ]);
    expect(run).toMatchObject({ good: 1, outcomes: [{ outcome: 'new', count: 1 }] });
    expect(run.problems).toEqual([{ number: 3, field: 'email', code: 'twice', dropped: 'row' }]);
    expect((await standingsOf(email))['e-marketing']).toBe('refused');
    const [record] = await recordsOf(email);
    expect(record?.content.decidedAt).toBe(Date.parse('2024-02-01T10:00:00Z'));
    const twice = "SELECT COUNT(*) AS count FROM import_problem WHERE job = ?1 AND code = 'twice'";
    expect(await count(twice, id)).toBe(1);
  });

  test('a no slices later ends the yes before it', async () => {
    const email = anEmail();
    const between = Array.from({ length: 400 }, () => row('nobody', 'SUBSCRIBED', '1-01'));
    await imported([
      row(email, 'SUBSCRIBED', '1-01'),
      ...between,
      row(email, 'UNSUBSCRIBED', '2-01'),
    ]);
    expect((await standingsOf(email))['e-marketing']).toBe('refused');
  });
});

test('of one row that subscribes and opts out the no is all that is recorded', async () => {
  const email = anEmail();
  const file = await draft(
    `email,news,left,consent\n${email},yes,yes,yes\n`,
    'subscriptions-write',
  );
  await file.import({
    columns: ['email', 'subscription:newsletter', 'opted-out:newsletter', 'purpose:e-marketing'],
    purposes: [],
  });
  expect(await standingsOf(email)).toEqual({ 'e-marketing': 'given', newsletter: 'refused' });
  expect(await recordsOf(email)).toHaveLength(2);
});
