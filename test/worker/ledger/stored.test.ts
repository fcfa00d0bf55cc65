import { env } from 'cloudflare:test';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordContent } from '../../../worker/contract/people.ts';
import { Decision, FormKey, Locale } from '../../../worker/contract/words.ts';
import { occasionId, seal } from '../../../worker/ledger/record.ts';
import { broken } from '../../../worker/ledger/replay.ts';
import { keepStatements, makeStatement } from '../../../worker/ledger/statement.ts';
import { recordsFrom } from '../../../worker/ledger/store.ts';
import {
  CODES,
  NUMBERS,
  PERSON_CODE,
  SHARED_WORDS,
  UNDO_CODE,
} from '../../../worker/ledger/stored.ts';
import { anEmail, count } from '../builders.ts';
import { store } from './writing.ts';

test('words are stored by the numbers that the code has for them', async () => {
  const { results } = await env.DB.prepare('SELECT word, code FROM term ORDER BY code').all();
  expect(results.map(({ word, code }) => [word, code])).toEqual([...NUMBERS]);
  expect(Object.fromEntries(NUMBERS)).toMatchObject({
    ...CODES,
    person: PERSON_CODE,
    undo: UNDO_CODE,
  });
});

const VIEWS =
  "SELECT sql FROM sqlite_schema WHERE type = 'view' AND name IN ('record', 'standing')";

test('views find the words that every installation has by the same numbers, without the table', async () => {
  const { results } = await env.DB.prepare(VIEWS).all<{ sql: string }>();
  const lists = results.flatMap(({ sql }) => [
    ...sql.matchAll(/'(\[".+?"\])' ->> \(\w+\.(\w+) - (\d+)\)/g),
  ]);
  const words: string[] = JSON.parse(SHARED_WORDS);
  expect(lists.length).toBeGreaterThan(8);
  for (const [, list = '', column, first] of lists) {
    const own: string[] = JSON.parse(list);
    const from = Number(first) - 1;
    expect([column, own]).toEqual([column, words.slice(from, from + own.length)]);
  }
});

const statement = await makeStatement({ shown: 'to anyone' });
await env.DB.batch(keepStatements(env.DB, [statement], 1));

const hex = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
const key = fc.stringMatching(/^[a-z][a-z0-9-]{1,20}[a-z0-9]$/);
/** Words of every kind: those that have a number in code, keys of an operator, and whatever else can be written. */
const word = fc.oneof(
  fc.constantFrom(...NUMBERS.keys()),
  key,
  fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0')),
  fc.constantFrom("'", '"', '%', '{"a":1}', '1', '9', 'NULL', ' en', 'EN', 'e\u0301', '\u00e9'),
);
/** Keys of every kind, as the contract has them. */
const anyKey = fc.oneof(
  fc.constantFrom(...NUMBERS.keys()),
  fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/),
);
const time = fc.oneof(
  fc.integer({ min: 0, max: 4_000_000_000_000 }),
  fc.constantFrom(-1, 0, 1, 2 ** 31, 2 ** 32 + 1, -62_167_305_600_000, 253_402_387_200_000),
);
const uuid = fc.uuid({ version: 7 });
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const isLocale = (text: string): boolean => Locale.safeParse(text).success;
const isFormKey = (text: string): boolean => FormKey.safeParse(text).success;

/** What all records of an occasion share. */
const shared = fc.record({
  subject: hex,
  source: anyKey,
  actor: fc.oneof(
    fc.constant('person'),
    uuid.map((id) => `user/${id}`),
    word,
  ),
  recordedAt: time,
  decidedAt: fc.option(time, { nil: undefined }),
  statement: fc.constantFrom(null, statement.sha256),
  form: orNull(fc.oneof(key, fc.constantFrom(...NUMBERS.keys().filter(isFormKey)))),
  version: orNull(fc.integer({ min: 1, max: 1_000_000 })),
  page: orNull(fc.oneof(fc.webUrl(), word)),
  locale: fc.constantFrom(...NUMBERS.keys().filter(isLocale), 'pt-BR', 'zh-Hant'),
  comment: orNull(hex),
});

const decided = fc.record({
  purpose: key,
  isPurpose: fc.boolean(),
  decision: fc.constantFrom(...Decision.options),
  legalBasis: anyKey,
});

const occasions = fc.tuple(
  shared,
  fc.constantFrom('its own', 'another', 'none'),
  uuid,
  fc.array(decided, { minLength: 1, maxLength: 5 }),
);

test('what is stored of a record is read back as it was sealed, to the letter', async () => {
  const person = crypto.randomUUID();
  await env.DB.prepare('INSERT INTO person (id, email, locale, created_at) VALUES (?1, ?2, ?3, 1)')
    .bind(person, anEmail(), 'en')
    .run();
  await fc.assert(
    fc.asyncProperty(occasions, async ([{ decidedAt, ...content }, whose, other, decisions]) => {
      const occasion = occasionId();
      const submission = { 'its own': occasion, another: other, none: null }[whose];
      const sealed = await seal(
        occasion,
        decisions.map(({ purpose, isPurpose, decision, legalBasis }) => ({
          content: {
            ...content,
            ...(decidedAt === undefined ? {} : { decidedAt }),
            purpose: isPurpose ? purpose : null,
            subscription: isPurpose ? null : purpose,
            // Nobody is only informed of a subscription.
            decision: isPurpose || decision !== 'informed' ? decision : 'given',
            legalBasis,
            submission,
          },
          rule: 'ticked' as const,
        })),
      );
      const last = await count('SELECT COALESCE(MAX(sequence), 0) AS count FROM record');
      await store(person, sealed);
      const read = await recordsFrom(env.DB, last, 100);
      expect(read.map((record) => record.content)).toEqual(
        sealed.map(({ sha256: _, rule: __, undoes: ___, ...record }): RecordContent => record),
      );
      expect(read.map(({ sha256 }) => sha256)).toEqual(sealed.map(({ sha256 }) => sha256));
      expect(read.every((record) => record.person === person)).toBe(true);
      expect(await broken(read)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
