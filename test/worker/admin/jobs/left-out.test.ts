import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { expireDrafts } from '../../../../worker/admin/jobs/import-expiry.ts';
import { beginFile, writeRows } from '../../../../worker/admin/jobs/import-store.ts';
import { DAY, HOUR } from '../../../../worker/platform/time.ts';
import { anEmail, as, count, findPerson, standingsOf, theSystem } from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';
import { jobOf } from '../../people/working.ts';
import { draft, occasion } from './drafting.ts';
import { latin, ROWS } from './rows.ts';

describe('a value that cannot be read', () => {
  const header = 'email,locale,phone,e-marketing,newsletter,consent date,source,legal basis';
  const columns = [
    ...['email', 'locale', 'phone', 'purpose:e-marketing', 'subscription:newsletter'],
    ...['decided-at', 'source', 'legal-basis'],
  ];
  const row = (email: string) =>
    `${email},Danish,${'5'.repeat(600)},perhaps,yes,03/04/2024,the moon,art. 99`;

  test('is left out and said, and its person is imported', async () => {
    const email = anEmail();
    const file = await draft(`${header}\n${row(email)}\n`);
    const run = await file.dryRun({ columns });
    expect(run).toMatchObject({ rows: 1, good: 1 });
    expect(run.problems.map(({ field, code }) => [field, code])).toEqual([
      ['locale', 'locale'],
      ['purpose:e-marketing', 'yes-or-no'],
      ['decided-at', 'ambiguous-date'],
      ['source', 'unknown'],
      ['legal-basis', 'unknown'],
      ['phone', 'too_big'],
      ['subscription:newsletter', 'without-purpose'],
    ]);
    expect(new Set(run.problems.map(({ number, dropped }) => `${number} ${dropped}`))).toEqual(
      new Set(['2 value']),
    );
    await file.import({ columns });
    expect((await findPerson(email))?.fields).toEqual({});
    expect(await standingsOf(email)).toEqual({});
    const kept = 'SELECT COUNT(*) AS count FROM import_problem WHERE job = ?1 AND dropped = ?2';
    expect(await count(kept, file.id, 'value')).toBe(7);
  });

  test('is not said of a row that is left out, of which one reason is enough', async () => {
    const file = await draft(`${header}\n${row('nobody')}\n`);
    expect((await file.dryRun({ columns })).problems).toEqual([
      { number: 2, field: 'email', code: 'email', dropped: 'row' },
    ]);
  });

  test('nor is a row imported that has more cells than there are columns', async () => {
    const email = anEmail();
    const file = await draft(`name,email\nHolm, Anna,${email}\n${email},,,\n`);
    expect((await file.dryRun({ columns: ['name', 'email'] })).problems).toEqual([
      { number: 2, field: 'row', code: 'too-many-cells', dropped: 'row' },
      { number: 3, field: 'email', code: 'email', dropped: 'row' },
    ]);
  });
});

describe('the console', () => {
  const answers = Object.fromEntries(occasion);
  const uploaded = async (file: Uint8Array | string) => {
    const at = await atConsole(['people-register', 'bulk'], { locale: 'da' });
    return { at, answer: await at.upload('/jobs/import', answers, file) };
  };

  test('says how a file was read, and which columns contradict each other', async () => {
    const file = latin(`E-mail;Mail;;Navn\r\n${anEmail()};;;S\u00f8ren\r\n`);
    const { at, answer } = await uploaded(file);
    expect(answer.status).toBe(303);
    const path = (answer.headers.get('Location') ?? '').replace('/console', '');
    const page = await (await at.get(path)).text();
    expect(page).toContain('Windows-1252');
    expect(page).toContain('Kolonne C');
    expect(page).toContain('S\u00f8ren');
    const chosen = { 'column-0': 'email', 'column-1': 'email' };
    for (const to of [path, `${path}/begin`]) {
      const again = await at.post(to, chosen);
      expect(again.status).toBe(422);
      expect(await again.text()).toContain('“Mail” er valgt for to kolonner');
    }
  });

  test.each([
    ['a,b\n1,"x', 'Række 2 har et anførselstegn'],
    ['email\n', 'Filen har ingen række under overskriften.'],
    ['', 'Vælg en fil.'],
  ])('says in its own language why a file is refused: %j', async (file, why) => {
    const { answer } = await uploaded(file);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(why);
  });
});

describe('what is uploaded and never imported', () => {
  const expireAt = async (time: number): Promise<void> => {
    // A run takes a few, and drafts of other tests may be among them.
    for (let run = 0; run < 10; run++) await expireDrafts({ ...theSystem(), now: time });
  };

  test('is deleted after 7 days, which is audited', async () => {
    const file = await draft(`email\n${anEmail()}\n`);
    await expireAt(Date.now() + 6 * DAY);
    expect(await count(ROWS, file.id)).toBe(1);
    await expireAt(Date.now() + 7 * DAY + HOUR);
    expect(await count(ROWS, file.id)).toBe(0);
    expect((await jobOf(file.id)).state).toBe('stopped');
    const acts = "SELECT COUNT(*) AS count FROM audit WHERE act = 'import.expire' AND object = ?1";
    expect(await count(acts, `job/${file.id}`)).toBe(1);
    expect((await file.begin({ columns: ['email'] })).status).toBe(404);
  });

  test.each(['dropped', 'expired'])(
    'keeps no address in what its job says once it is %s',
    async (end) => {
      const email = anEmail();
      const file = await draft(`email,${email}\n${anEmail()},x\n`);
      const typed = () =>
        count('SELECT COUNT(*) AS count FROM job WHERE instr(orders, ?1) > 0', email);
      expect(await typed()).toBe(1);
      if (end === 'expired') await expireAt(Date.now() + 8 * DAY);
      else await (await as(['people-register', 'bulk'])).post(`/v1/jobs/${file.id}/stop`, {});
      expect(await typed()).toBe(0);
    },
  );

  test('because its upload broke off is deleted after an hour', async () => {
    const id = crypto.randomUUID();
    const rows = [{ number: 2, cells: [anEmail()] }];
    await env.DB.batch([beginFile(env.DB, id, Date.now()), ...writeRows(env.DB, id, rows)]);
    await expireAt(Date.now() + HOUR / 2);
    expect(await count(ROWS, id)).toBe(1);
    await expireAt(Date.now() + 2 * HOUR);
    expect(await count(ROWS, id)).toBe(0);
  });

  test('is not what a stopped import still has to do', async () => {
    const file = await draft(`email\n${anEmail()}\n`);
    await env.DB.prepare("UPDATE job SET state = 'stopped' WHERE id = ?1").bind(file.id).run();
    await expireAt(Date.now() + 30 * DAY);
    expect(await count(ROWS, file.id)).toBe(1);
  });
});
