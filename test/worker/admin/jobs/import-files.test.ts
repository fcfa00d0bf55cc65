import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { expireDrafts } from '../../../../worker/admin/jobs/import-expiry.ts';
import { beginFile, writeRows } from '../../../../worker/admin/jobs/import-store.ts';
import { contentHash } from '../../../../worker/ledger/record.ts';
import { readBytes } from '../../../../worker/platform/tables/read.ts';
import { asXlsx } from '../../../../worker/platform/tables/xlsx.ts';
import { DAY, HOUR } from '../../../../worker/platform/time.ts';
import {
  aForm,
  anEmail,
  count,
  findPerson,
  recordsOf,
  signUp,
  standingsOf,
  theSystem,
} from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';
import { jobOf } from '../../people/working.ts';
import { asImporter, draft, occasion } from './drafting.ts';

const ROWS = 'SELECT COUNT(*) AS count FROM import_row WHERE job = ?1';
const all = (table: string) => count(`SELECT COUNT(*) AS count FROM ${table}`);

const latin = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));

describe('a file', () => {
  test('is read as Excel writes it, and the answer says how it was read', async () => {
    const email = anEmail();
    const file = await draft(latin(`sep=;\r\nE-mail;Fornavn\r\n${email};Søren\r\n`));
    expect(file).toMatchObject({
      readAs: { encoding: 'windows-1252', separator: ';' },
      rows: 1,
      columns: ['email', 'given-name'],
    });
    await file.import({ columns: file.columns });
    expect((await findPerson(email))?.fields).toEqual({ 'given-name': 'Søren' });
  });

  test('may be a workbook', async () => {
    const email = anEmail();
    const table = {
      name: 'people',
      head: ['email', 'first name'],
      parts: (async function* () {
        yield { rows: [[email, 'Anna']] };
      })(),
    };
    const file = await draft(await readBytes(asXlsx(table)));
    expect(file.readAs).toEqual({ encoding: null, separator: null });
    await file.import({ columns: file.columns });
    expect((await findPerson(email))?.fields).toEqual({ 'given-name': 'Anna' });
  });

  test('that is broken far down is refused with the row, and leaves nothing', async () => {
    const before = [await all('import_row'), await all('import_file'), await all('job')];
    const rows = Array.from({ length: 30_000 }, () => `${anEmail()},"A"\n`);
    const post = await asImporter();
    const answer = await post(`/v1/imports?${occasion}`, `email,name\n${rows.join('')}x,"y\n`);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      errors: [{ field: 'file', code: 'quotes', message: expect.stringContaining('Row 30002 ') }],
    });
    expect([await all('import_row'), await all('import_file'), await all('job')]).toEqual(before);
  });

  test('may have many columns, with whatever in them, that are not imported', async () => {
    const email = anEmail();
    const names = Array.from({ length: 150 }, (_, at) => `Column ${at} ${'x'.repeat(300)}`);
    const cells = names.map((_, at) => (at < 20 ? 'æ'.repeat(5000) : ''));
    const file = await draft(`${names.join(',')},email\n${cells.join(',')},${email}\n`);
    await file.import({ columns: file.columns });
    expect(await findPerson(email)).toBeDefined();
  });

  test('of long rows is imported whole, in slices by their size', async () => {
    const mark = crypto.randomUUID();
    const rows = Array.from({ length: 300 }, (_, at) => {
      const note = `${'n'.repeat(900)},`.repeat(12);
      return `${note}p${at}.${mark}@example.com`;
    });
    const file = await draft(`${'note,'.repeat(12)}email\n${rows.join('\n')}`);
    await file.import({ columns: [...Array.from({ length: 12 }, () => ''), 'email'] });
    const people = 'SELECT COUNT(*) AS count FROM person WHERE email LIKE ?1';
    expect(await count(people, `%${mark}@example.com`)).toBe(300);
  });
});

describe('the columns of a file', () => {
  test.each([
    [{ columns: ['email', 'email', ''] }, [{ field: 'columns.1', code: 'twice' }]],
    [{ columns: ['', 'name', ''] }, [{ field: 'columns', code: 'no-email' }]],
    [{ columns: ['email', 'purpose:none', ''] }, [{ field: 'columns.1', code: 'unknown' }]],
    [{ columns: ['email'], purposes: ['none'] }, [{ field: 'purposes.0', code: 'unknown' }]],
    [
      { columns: ['email', 'purpose:e-marketing'], purposes: ['e-marketing'] },
      [{ field: 'purposes.0', code: 'column' }],
    ],
    [{ columns: ['email', '', '', 'name'] }, [{ field: 'columns', code: 'too-many-columns' }]],
  ])('that contradict each other are to be chosen again: %j', async (mapping, errors) => {
    const file = await draft(`email,e-mail,x\n${anEmail()},a,b\n`);
    for (const what of ['dry-run', 'begin']) {
      const answer = await file.call(what, mapping);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ errors });
    }
    expect((await jobOf(file.id)).state).toBe('draft');
  });

  test('say yes, no or nothing to a purpose and to a subscription', async () => {
    const [yes, no, blank, onlyPurpose] = [anEmail(), anEmail(), anEmail(), anEmail()];
    const file = await draft(
      `email,e-marketing,newsletter\n${yes},ja,x\n${no},nej,no\n${blank},,\n${onlyPurpose},Yes,NO\n`,
    );
    expect(file.columns).toEqual(['email', 'purpose:e-marketing', 'subscription:newsletter']);
    await file.import({ columns: file.columns });
    expect(await standingsOf(yes)).toEqual({ 'e-marketing': 'given', newsletter: 'given' });
    expect(await standingsOf(no)).toEqual({ 'e-marketing': 'refused', newsletter: 'refused' });
    expect(await findPerson(blank)).toBeDefined();
    expect(await standingsOf(blank)).toEqual({});
    expect(await standingsOf(onlyPurpose)).toEqual({
      'e-marketing': 'given',
      newsletter: 'refused',
    });
  });

  test('that say no end a yes, and that say yes raise no no', async () => {
    const [agreed, refused] = [anEmail(), anEmail()];
    const form = await aForm();
    await signUp(form, agreed, { subscriptions: { newsletter: true } });
    await signUp(form, refused, { purposes: { 'e-marketing': false } });
    const file = await draft(`email,e-marketing\n${agreed},no\n${refused},yes\n`);
    await file.import({ columns: file.columns });
    expect(await standingsOf(agreed)).toMatchObject({
      'e-marketing': 'refused',
      newsletter: 'refused',
    });
    expect(await standingsOf(refused)).toMatchObject({ 'e-marketing': 'refused' });
  });

  test('say when, how, on what basis and on what evidence, and the record still verifies', async () => {
    const [one, other] = [anEmail(), anEmail()];
    const file = await draft(
      `email;e-marketing;consent date;source;legal basis;comment
${one};yes;31.03.2024;chat;61F;Signed at the fair
${other};yes;;;;
`,
    );
    const columns = ['email', 'purpose:e-marketing', 'decided-at', 'source', 'legal-basis'];
    expect(file.columns).toEqual([...columns, 'comment']);
    await file.import({ columns: file.columns });
    const [record] = await recordsOf(one);
    expect(record).toMatchObject({
      content: { source: 'chat', legalBasis: '61F', decidedAt: Date.UTC(2024, 2, 31) },
      comment: { text: 'From the old newsletter tool.\nSigned at the fair' },
    });
    expect(record && (await contentHash(record.content))).toBe(record?.sha256);
    const [plain] = await recordsOf(other);
    expect(plain).toMatchObject({
      content: { source: 'import', legalBasis: '61A' },
      comment: { text: 'From the old newsletter tool.' },
    });
    expect(plain?.content).not.toHaveProperty('decidedAt');
    expect(plain && (await contentHash(plain.content))).toBe(plain?.sha256);
    const due = 'SELECT COUNT(*) AS count FROM due_notice d JOIN person p ON p.id = d.person';
    expect(await count(`${due} WHERE p.email = ?1 AND d.source = ?2`, one, 'chat')).toBe(1);
    expect(await count(`${due} WHERE p.email = ?1 AND d.source = ?2`, other, 'import')).toBe(1);
  });
});

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
      expect(await again.text()).toContain('“Mail”: en anden kolonne indeholder det samme');
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
