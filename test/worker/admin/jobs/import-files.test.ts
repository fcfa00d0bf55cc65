import { describe, expect, test } from 'vitest';
import { contentHash } from '../../../../worker/ledger/record.ts';
import { asXlsx } from '../../../../worker/platform/tables/xlsx.ts';
import {
  aForm,
  anEmail,
  count,
  findPerson,
  recordsOf,
  signUp,
  standingsOf,
} from '../../builders.ts';
import { jobOf } from '../../people/working.ts';
import { asImporter, draft, occasion } from './drafting.ts';
import { all, latin, ROWS } from './rows.ts';

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
    const file = await draft(await new Response(asXlsx(table, 'UTC')).bytes());
    expect(file.readAs).toEqual({ encoding: null, separator: null });
    await file.import({ columns: file.columns });
    expect((await findPerson(email))?.fields).toEqual({ 'given-name': 'Anna' });
  });

  test('that is broken far down is refused with the row, and leaves nothing', async () => {
    const before = [await all('import_part'), await all('import_file'), await all('job')];
    const rows = Array.from({ length: 30_000 }, () => `${anEmail()},"A"\n`);
    const post = await asImporter();
    const answer = await post(`/v1/imports?${occasion}`, `email,name\n${rows.join('')}x,"y\n`);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      errors: [{ field: 'file', code: 'quotes', message: expect.stringContaining('Row 30002 ') }],
    });
    expect([await all('import_part'), await all('import_file'), await all('job')]).toEqual(before);
  });

  test('may have many columns, with whatever in them, that are not imported', async () => {
    const email = anEmail();
    const names = Array.from({ length: 150 }, (_, at) => `Column ${at} ${'x'.repeat(300)}`);
    const cells = names.map((_, at) => (at < 20 ? 'æ'.repeat(5000) : ''));
    const file = await draft(`${names.join(',')},email\n${cells.join(',')},${email}\n`);
    await file.import({ columns: file.columns });
    expect(await findPerson(email)).toBeDefined();
  });

  test('is kept hundreds of rows together, and forgotten so as they are imported', async () => {
    const rows = Array.from({ length: 900 }, () => anEmail());
    const file = await draft(`email\n${rows.join('\n')}`);
    const parts = () => count(ROWS, file.id);
    expect(await parts()).toBe(3);
    expect(await file.dryRun({ columns: ['email'] })).toMatchObject({ rows: 900, good: 900 });
    await file.import({ columns: ['email'] });
    expect(await jobOf(file.id)).toMatchObject({ state: 'done', seen: 900, changed: 900 });
    expect(await parts()).toBe(0);
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
    const due = 'SELECT COUNT(*) AS count FROM due_person d JOIN person p ON p.id = d.person';
    expect(await count(`${due} WHERE p.email = ?1 AND d.source = ?2`, one, 'chat')).toBe(1);
    expect(await count(`${due} WHERE p.email = ?1 AND d.source = ?2`, other, 'import')).toBe(1);
  });
});
