import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { Overview } from '../../../worker/contract/overview.ts';
import { recordsFrom } from '../../../worker/ledger/store.ts';
import { rootOf } from '../../../worker/proof/tree.ts';
import { aForm, anEmail, as, call, signUp } from '../builders.ts';
import { over } from '../proof/grown.ts';
import { checkpoint, leavesOf, seal, sealAll, state } from './sealing.ts';

const both = { subscriptions: { newsletter: true, invitations: true } };

let form: string;

beforeAll(async () => {
  form = await aForm();
  for (let each = 0; each < 3; each++) await signUp(form, anEmail(), both);
  await sealAll();
});

const overview = async () =>
  Overview.parse(await (await (await as(['people-read'])).get('/v1/overview')).json());

const succeed = async (right: 'settings' | 'people-read' = 'settings') =>
  (await as([right])).post('/v1/log/successor', { reason: 'Restored the backup of Monday.' });

/** Runs SQL as someone would who has the database itself: no trigger stands in their way. */
const tamper = async (...statements: string[]) => {
  const { results } = await env.DB.prepare(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND (name LIKE 'record_%' OR name LIKE 'decided_%' OR name LIKE 'occasion_%')",
  ).all<{ name: string; sql: string }>();
  await env.DB.batch([
    ...results.map(({ name }) => env.DB.prepare(`DROP TRIGGER ${name}`)),
    ...statements.map((statement) => env.DB.prepare(statement)),
    ...results.map(({ sql }) => env.DB.prepare(sql)),
  ]);
};

const sealed = async () =>
  leavesOf((await recordsFrom(env.DB, 0, 1000)).map(({ content }) => content));

const lastOccasion = '(SELECT MAX(occasion) FROM decided)';

describe.each([
  [
    'lost records that were signed',
    'shorter',
    `DELETE FROM decided WHERE occasion = ${lastOccasion}`,
  ],
  [
    'holds another record than was signed',
    'changed',
    `UPDATE occasion SET recorded_at = recorded_at - 1 WHERE number = ${lastOccasion}`,
  ],
] as const)('a ledger that %s', (_, halt, statement) => {
  test('halts the log, which signs nothing any more', async () => {
    const log = Number(new URL((await state()).address).pathname.split('/').at(-1));
    const before = await checkpoint(log);
    await tamper(statement);
    if (halt === 'changed') await signUp(form, anEmail(), both);
    await seal();
    await signUp(form, anEmail(), both);
    await seal();
    expect((await checkpoint(log)).text).toBe(before.text);
    expect(await state()).toMatchObject({ haltedBy: halt });
  });

  test('is the first thing that the overview names', async () => {
    expect((await overview()).needs[0]).toMatchObject({ kind: 'log-halted', by: halt });
  });

  test('is sealed into another log once a user with the right settings has seen it', async () => {
    expect((await succeed('people-read')).status).toBe(403);
    const { origin } = await state();
    const answers = await Promise.all([succeed(), succeed()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await sealAll();
    const now = await state();
    expect(now.origin).not.toBe(origin);
    expect(now.haltedBy).toBeNull();
    const leaves = await sealed();
    expect(await checkpoint(Number(now.origin.split('/').at(-1)))).toMatchObject({
      isSigned: true,
      size: leaves.length,
      root: await rootOf(over(leaves), leaves.length),
    });
    expect((await overview()).needs.map(({ kind }) => kind)).not.toContain('log-halted');
  });

  test('leaves what was signed before to be read', async () => {
    expect((await checkpoint(1)).isSigned).toBe(true);
  });
});

test('a log that is not halted has no successor', async () => {
  expect((await succeed()).status).toBe(409);
  expect((await call('/log/4/checkpoint')).status).toBe(404);
});
