import { env } from 'cloudflare:test';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { listForms } from '../../../worker/forms/list.ts';
import { readCounts } from '../../../worker/statistics/counts.ts';
import { foldCounts } from '../../../worker/statistics/fold.ts';
import { aForm, anEmail, count, send } from '../builders.ts';

const STANDINGS = `
SELECT item_kind AS kind, item, decision, COUNT(*) AS count
FROM standing
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3`;

const WORDINGS = `
SELECT r.item AS purpose, COALESCE(r.statement, '') AS statement, COUNT(*) AS count
FROM standing s
JOIN record r ON r.id = s.record
WHERE s.item_kind = 'purpose' AND s.decision IN ('given', 'informed')
GROUP BY 1, 2
ORDER BY 1, 2`;

const DECISIONS = `
SELECT decision, counted_as AS countedAs, COUNT(*) AS count
FROM record
WHERE item_kind = 'purpose' AND item = 'e-marketing'
GROUP BY 1, 2
ORDER BY 1, 2`;

const Rows = z.array(z.record(z.string(), z.unknown()));
const rows = async (sql: string) => Rows.parse((await env.DB.prepare(sql).all()).results);

/** What the console shows, and the same counted row by row. */
const shown = async () => {
  const { standings, people, decisions } = await readCounts(env.DB, '2000-01-01');
  return {
    standings,
    people,
    wordings: await rows('SELECT * FROM wording_count WHERE count <> 0 ORDER BY 1, 2'),
    decisions: decisions
      .filter(({ item }) => item === 'e-marketing')
      .map(({ decision, countedAs, count: many }) => ({ decision, countedAs, count: many }))
      .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
  };
};

const counted = async () => ({
  standings: await rows(STANDINGS),
  people: await count('SELECT COUNT(*) AS count FROM person'),
  wordings: await rows(WORDINGS),
  decisions: (await rows(DECISIONS)).toSorted((one, other) =>
    JSON.stringify(one) < JSON.stringify(other) ? -1 : 1,
  ),
});

const EVERYTHING = `
SELECT (SELECT json_group_array(json_array(item, decision, count)) FROM counted_standing)
  || (SELECT json_group_array(json_array(item, statement, count)) FROM counted_wording)
  || (SELECT json_group_array(json_array(item, day, decision, count)) FROM counted_record)
  || (SELECT json_array(occasion, person, people) FROM counted) AS all_of_it`;

const steps = fc.array(
  fc.record({
    who: fc.nat(3),
    what: fc.constantFrom('given', 'refused', 'subscribed', 'erased', 'folded', 'folded twice'),
  }),
  { minLength: 6, maxLength: 14 },
);

test('what is shown is what a full count gives at every moment, whenever the counts are brought up to date', async () => {
  const forms = [await aForm(), await aForm()];
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const emails = Array.from({ length: 4 }, anEmail);
      for (const [at, { who, what }] of history.entries()) {
        const email = emails[who] ?? '';
        const form = forms[at % 2] ?? '';
        if (what === 'erased')
          await env.DB.prepare('DELETE FROM person WHERE email = ?1').bind(email).run();
        else if (what === 'folded') await foldCounts(env.DB, 1);
        else if (what === 'folded twice')
          await Promise.all([foldCounts(env.DB, 1), foldCounts(env.DB, 1)]);
        else
          await send(form, {
            body: {
              fields: { email },
              purposes: { 'e-marketing': what !== 'refused' },
              subscriptions: { newsletter: what === 'subscribed' },
            },
          });
      }
      expect(await shown()).toEqual(await counted());
    }),
    { numRuns: 6 },
  );
});

test('counts that are up to date are read, and not written again', async () => {
  await foldCounts(env.DB, 1);
  const before = await rows(EVERYTHING);
  const batch = vi.spyOn(env.DB, 'batch');
  await foldCounts(env.DB, 1);
  expect(batch).not.toHaveBeenCalled();
  batch.mockRestore();
  expect(await rows(EVERYTHING)).toEqual(before);
});

test('the submissions of a form are all there, whenever the days that are over are counted', async () => {
  const form = await aForm();
  const listed = async () => (await listForms(env.DB)).find(({ key }) => key === form)?.submissions;
  await env.DB.batch(
    ["UPDATE counted SET day = ''", 'DELETE FROM counted_form'].map((sql) => env.DB.prepare(sql)),
  );
  await send(form, {});
  await env.DB.prepare(
    `INSERT INTO form_count (form, day, what, page, count)
    VALUES (?1, '2025-01-01', 'submitted', '/a', 2), (?1, '2025-01-01', 'submitted', '/b', 3),
      (?1, '2025-01-01', 'shown', '', 50), (?1, '2025-01-02', 'confirmed', '', 7)`,
  )
    .bind(form)
    .run();
  expect(await listed()).toBe(6);
  await Promise.all([foldCounts(env.DB), foldCounts(env.DB)]);
  expect(await listed()).toBe(6);
  await send(form, {});
  await foldCounts(env.DB);
  expect(await listed()).toBe(7);
  const late =
    'INSERT INTO form_count (form, day, what, count) VALUES (?1, ?2, ?3, 1) ON CONFLICT DO UPDATE SET count = count + 1';
  for (const what of ['submitted', 'submitted', 'shown'])
    await env.DB.prepare(late).bind(form, '2025-01-03', what).run();
  expect(await listed()).toBe(9);
});

test('a few acts are read with the counts, and not folded one by one', async () => {
  await foldCounts(env.DB, 1);
  const before = await rows(EVERYTHING);
  await send(await aForm(), {});
  await foldCounts(env.DB);
  expect(await rows(EVERYTHING)).toEqual(before);
  expect(await shown()).toEqual(await counted());
});
