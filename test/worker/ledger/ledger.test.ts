import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openedBy } from '../../../worker/ledger/commitment.ts';
import { broken, replay, standingKey } from '../../../worker/ledger/replay.ts';
import { recordsFrom, recordsOfPerson } from '../../../worker/ledger/store.ts';
import { aForm, anEmail, count, findPerson, recordsOf, send, signUp } from '../builders.ts';

const StandingRow = z.object({
  person: z.string(),
  item_kind: z.enum(['purpose', 'subscription']),
  item: z.string(),
  decision: z.string(),
  legal_basis: z.string(),
  source: z.string(),
  since: z.number(),
  record: z.string(),
});

const kept = async () => {
  const { results } = await env.DB.prepare('SELECT * FROM standing').all();
  return new Map(
    z
      .array(StandingRow)
      .parse(results)
      .map((row) => {
        const item = { [row.item_kind]: row.item };
        const { decision, legal_basis: legalBasis, source, since, record } = row;
        return [
          standingKey(row.person, item),
          { ...item, decision, legalBasis, source, since, record },
        ];
      }),
  );
};

const erase = (person: string) =>
  env.DB.prepare('DELETE FROM person WHERE id = ?').bind(person).run();

describe('the ledger only grows', () => {
  const attempts = [
    ['UPDATE record', "UPDATE record SET decision = 'given'"],
    ['DELETE record', 'DELETE FROM record'],
    ['REPLACE record', 'INSERT OR REPLACE INTO record SELECT * FROM record LIMIT 1'],
    ...Object.entries({ occasion: 'person', decided: 'n', term: 'word', item: 'key' }).flatMap(
      ([table, column]) => [
        [`UPDATE ${table}`, `UPDATE ${table} SET ${column} = ${column}`] as const,
        [`DELETE ${table}`, `DELETE FROM ${table}`] as const,
        [
          `REPLACE ${table}`,
          `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`,
        ] as const,
      ],
    ),
    ['UPDATE statement', "UPDATE statement SET content = '{}'"],
    ['DELETE statement', 'DELETE FROM statement'],
    [
      'REPLACE statement',
      "INSERT OR REPLACE INTO statement (sha256, content, created_at) SELECT sha256, '{}', 0 FROM statement LIMIT 1",
    ],
    ['UPDATE form_version', "UPDATE form_version SET definition = '{}'"],
    ['DELETE form_version', 'DELETE FROM form_version'],
    ['UPDATE form_statement', 'UPDATE form_statement SET statement = statement'],
    ['DELETE form_statement', 'DELETE FROM form_statement'],
    ['UPDATE audit', "UPDATE audit SET actor = 'nobody'"],
    ['DELETE audit', 'DELETE FROM audit'],
  ] as const;

  test.each(attempts)('%s fails', async (_, sql) => {
    await signUp(await aForm(), anEmail());
    const before = await count('SELECT count(*) AS count FROM record');
    await expect(env.DB.prepare(sql).run()).rejects.toThrow(/never|only grows/);
    expect(await count('SELECT count(*) AS count FROM record')).toBe(before);
  });
});

test.each([
  ['occasion', 'number'],
  ['term', 'code'],
])('no %s has a number that only one to come has', async (table, number) => {
  await signUp(await aForm(), anEmail());
  const { results } = await env.DB.prepare(`SELECT * FROM ${table} LIMIT 1`).all();
  const columns = Object.keys(results[0] ?? {}).filter((name) => name !== number);
  const sql = `INSERT OR REPLACE INTO ${table} (${number}, ${columns})
    SELECT -1, ${columns.map((name) => (name === 'word' ? "'new'" : name))} FROM ${table} LIMIT 1`;
  await expect(env.DB.prepare(sql).run()).rejects.toThrow(`CHECK constraint failed: ${number} > 0`);
});

test('an occasion names a statement that is there, or none', async () => {
  await signUp(await aForm(), anEmail());
  await expect(
    env.DB.prepare(
      `INSERT INTO occasion (base, person, subject, source, actor, recorded_at, statement, locale, counted_as)
       SELECT base, person, subject, source, actor, recorded_at, 0, locale, counted_as FROM occasion LIMIT 1`,
    ).run(),
  ).rejects.toThrow('CHECK constraint failed: statement > 0');
});

test('replaying the ledger gives the standings', async () => {
  const form = await aForm();
  const emails = Array.from({ length: 5 }, anEmail);
  const coin = (seed: number) => (seed * 7919) % 3 === 0;
  for (let turn = 0; turn < 30; turn++) {
    await send(form, {
      body: {
        fields: { email: emails[turn % emails.length] ?? '' },
        purposes: { 'e-marketing': coin(turn) },
        subscriptions: coin(turn) ? { newsletter: coin(turn + 1), invitations: true } : {},
      },
    });
  }
  const standings = await kept();
  expect(standings.size).toBeGreaterThan(5);
  expect(replay(await recordsFrom(env.DB, 0, 10_000))).toEqual(standings);
});

test('sequence numbers grow, and occasions have no gaps, whatever was refused in between', async () => {
  const form = await aForm();
  await signUp(form, anEmail());
  await send(form, { body: { fields: { email: 'nobody' } } });
  await signUp(form, anEmail());
  const sequences = (await recordsFrom(env.DB, 0, 10_000)).map(({ sequence }) => sequence);
  expect(sequences).toEqual(sequences.toSorted((one, other) => one - other));
  const occasions = [...new Set(sequences.map((sequence) => Math.floor(sequence / 4096)))];
  expect(occasions).toEqual(occasions.map((_, index) => index + 1));
});

test('every record verifies against its own hash', async () => {
  await signUp(await aForm(), anEmail());
  expect(await broken(await recordsFrom(env.DB, 0, 10_000))).toEqual([]);
});

test('the ledger still verifies when a person is erased, and no longer says who it was', async () => {
  const form = await aForm();
  const email = anEmail();
  await signUp(form, email);
  const person = await findPerson(email);
  const before = await recordsFrom(env.DB, 0, 10_000);
  const number = await count('SELECT number AS count FROM person WHERE id = ?', person?.id);
  await erase(person?.id ?? '');

  const after = await recordsFrom(env.DB, 0, 10_000);
  expect(after).toEqual(before);
  expect(await broken(after)).toEqual([]);
  const left = (table: string, person: string | number | undefined) =>
    count(`SELECT count(*) AS count FROM ${table} WHERE person = ?`, person);
  for (const table of ['submission', 'standing', 'person_field', 'outbox'])
    expect(await left(table, person?.id), table).toBe(0);
  for (const table of ['held', 'subject']) expect(await left(table, number), table).toBe(0);
  expect(
    await count(
      'SELECT count(*) AS count FROM evidence e LEFT JOIN submission s ON s.id = e.submission WHERE s.id IS NULL',
    ),
  ).toBe(0);
  expect(JSON.stringify(after)).not.toContain(email);
});

test('the records of someone who was erased are found by their id, and are nobody else’s', async () => {
  const form = await aForm();
  const people = [];
  for (const email of [anEmail(), anEmail()]) {
    await signUp(form, email);
    people.push((await findPerson(email))?.id ?? '');
  }
  for (const person of people) await erase(person);
  for (const person of people) {
    const records = await recordsOfPerson(env.DB, person, 0, 100);
    expect(records.length).toBeGreaterThan(0);
    expect(new Set(records.map((record) => record.person))).toEqual(new Set([person]));
  }
});

test('anyone who signs up again after being erased is a new person to the ledger', async () => {
  const form = await aForm();
  const email = anEmail();
  await signUp(form, email);
  const first = await findPerson(email);
  await erase(first?.id ?? '');
  await signUp(form, email);
  const second = await findPerson(email);
  expect(second?.id).not.toBe(first?.id);
});

test('a record proves whose it is: its subject opens with the address, and with no other', async () => {
  const email = anEmail();
  await signUp(await aForm(), email);
  const [record] = await recordsOf(email);
  const { salt = '' } = record?.subject ?? {};
  expect(await openedBy(salt, email)).toBe(record?.content.subject);
  expect(await openedBy(salt, anEmail())).not.toBe(record?.content.subject);
});
