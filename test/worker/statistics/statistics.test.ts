import { env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { dayIn, lastDays } from '../../../worker/platform/zone.ts';
import { readCounts } from '../../../worker/statistics/counts.ts';
import { readFormCounts } from '../../../worker/statistics/store.ts';
import {
  aForm,
  anEmail,
  as,
  call,
  count,
  findPerson,
  formAnswer,
  host,
  send,
  signUp,
  site,
} from '../builders.ts';
import { atConsole } from '../console/signing-in.ts';

const today = dayIn('UTC', Date.now());
const counts = (form: string) => readFormCounts(env.DB, form, { since: today, before: today });

describe('a form counts', () => {
  test('how often it was shown and begun, and nothing of who it was', async () => {
    const form = await aForm();
    await formAnswer(form);
    // Also as a page of its own.
    expect((await call(`/f/${form}`)).status).toBe(200);
    const began = await SELF.fetch(`${host}/v1/forms/${form}/started`, {
      method: 'POST',
      headers: { Origin: site },
    });
    expect(began.status).toBe(204);
    await expect
      .poll(async () => (await counts(form)).days.map(({ what, count: n }) => [what, n]))
      .toEqual([
        ['shown', 2],
        ['started', 1],
      ]);
  });

  test('what came of it in a time, beside the time before', async () => {
    const form = await aForm();
    const add = (day: string, what: string, n: number) =>
      env.DB.prepare('INSERT INTO form_count (form, day, what, count) VALUES (?1, ?2, ?3, ?4)')
        .bind(form, day, what, n)
        .run();
    const [first = '', second = '', third = '', last = ''] = lastDays('UTC', 4, Date.now());
    await add(first, 'shown', 40);
    await add(second, 'submitted', 4);
    await add(third, 'started', 20);
    await add(last, 'submitted', 6);
    const { totals, previous } = await readFormCounts(env.DB, form, {
      since: third,
      before: first,
    });
    expect(totals).toEqual({ shown: 0, started: 20, submitted: 6, confirmed: 0 });
    expect(previous).toEqual({ shown: 40, started: 0, submitted: 4, confirmed: 0 });
    const { get } = await as(['forms']);
    const answer = await get(`/v1/forms/${form}/statistics?days=2`);
    expect(await answer.json()).toMatchObject({ totals, previous });
    const at = await atConsole(['forms']);
    const page = await (await at.get(`/forms/${form}/statistics?days=7`)).text();
    expect(page).toContain('50%');
    expect(page).toContain('+10 compared with the 7 days before (0)');
  });

  test('submissions by the page and the campaign they came from', async () => {
    const form = await aForm();
    const page = `${site}/page?utm_source=letter&utm_campaign=spring&secret=x`;
    await signUp(form, anEmail(), { page });
    await signUp(form, anEmail(), { page });
    await signUp(form, anEmail());
    expect((await counts(form)).origins).toEqual([
      { page: `${site}/page`, utm: 'letter//spring', what: 'submitted', count: 2 },
      { page: `${site}/page`, utm: '', what: 'submitted', count: 1 },
    ]);
  });

  test('a submission that was sent twice once', async () => {
    const form = await aForm();
    const email = anEmail();
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    for (let turn = 0; turn < 2; turn++) await send(form, { headers, body: { fields: { email } } });
    expect((await counts(form)).days).toEqual([{ day: today, what: 'submitted', count: 1 }]);
  });
});

test('standings are counted as they change, and always equal a full count', async () => {
  const email = anEmail();
  await signUp(await aForm(), email, { subscriptions: { newsletter: true } });
  const person = await findPerson(email);
  await env.DB.prepare('DELETE FROM person WHERE id = ?1').bind(person?.id).run();
  await signUp(await aForm(), anEmail(), { purposes: { 'e-marketing': false } });
  const kept = await readCounts(env.DB, today);
  expect(kept.people).toBe(await count('SELECT COUNT(*) AS count FROM person'));
  for (const { kind, item, decision, count: counted } of kept.standings)
    expect(counted).toBe(
      await count(
        'SELECT COUNT(*) AS count FROM standing WHERE item_kind = ?1 AND item = ?2 AND decision = ?3',
        ...[kind, item, decision],
      ),
    );
});
