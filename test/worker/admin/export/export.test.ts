import { createExecutionContext, env } from 'cloudflare:test';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { app } from '../../../../worker/app.ts';
import {
  aForm,
  aFormWith,
  anEmail,
  as,
  aToken,
  count,
  host,
  signUp,
  textOf,
} from '../../builders.ts';
import { onPlan } from '../../refusing.ts';

const take = async (path: string) => (await as(['export', 'audit'])).get(`/v1/exports/${path}`);

describe('an export', () => {
  test('of people comes as CSV, NDJSON and XLSX, with how their purposes stand', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const query = `people?email=${encodeURIComponent(email)}`;
    const csv = await (await take(query)).text();
    expect(csv.split('\r\n')[1]).toContain(`"${email}","en"`);
    expect(csv).toContain('"given"');
    expect(csv.endsWith('\r\n"#end","1",""\r\n')).toBe(true);
    const [line = '', end = ''] = (await textOf(await take(`${query}&format=ndjson`))).split('\n');
    expect(JSON.parse(line)).toMatchObject({ email, 'e-marketing': 'given' });
    expect(JSON.parse(end)).toEqual({ end: true, rows: 1, next: null });
    const xlsx = unzipSync(
      new Uint8Array(await (await take(`${query}&format=xlsx`)).arrayBuffer()),
    );
    expect(Object.keys(xlsx).toSorted()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const sheet = strFromU8(xlsx['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain(`<t xml:space="preserve">${email}</t>`);
    expect(sheet).toContain('<t xml:space="preserve">#end</t></is></c><c><v>1</v></c>');
    // Real dates, as today is to Excel, below a head that stays in view.
    const today = Math.floor(Date.now() / 86_400_000) + 25_569;
    expect(sheet).toMatch(new RegExp(`<c s="1"><v>(${today}|${today - 1})[.<]`));
    expect(sheet).toContain('state="frozen"');
  });

  test('of people names since when each consent stands and where it came from, and for whom it is written', async () => {
    const email = anEmail();
    const name = '=1+1';
    const field = { key: 'name', kind: 'text', label: { en: 'Name' }, stores: 'name' } as const;
    await signUp(await aForm(aFormWith(field)), email, { fields: { email, name } });
    const query = `people?email=${encodeURIComponent(email)}`;
    const [line = ''] = (await textOf(await take(`${query}&format=ndjson`))).split('\n');
    expect(JSON.parse(line)).toMatchObject({
      name,
      'e-marketing source': 'web-form',
      'e-marketing since': expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      'subscription newsletter': 'given',
      'subscription newsletter source': 'web-form',
    });
    const bytes = await (await take(`${query}&format=csv-excel`)).arrayBuffer();
    const excel = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
    expect(excel.startsWith('\ufeff"id";"email";')).toBe(true);
    expect(excel).toContain(`;"'${name}";`);
    expect(excel).toMatch(/"\d{4}-\d\d-\d\d \d\d:\d\d"/);
    const plain = await (await take(`${query}&format=csv-plain`)).text();
    expect(plain).toContain(`,"${name}",`);
    expect(plain).toMatch(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/);
  });

  test('of the ledger names nobody', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const csv = await (await take('records')).text();
    expect(csv.split('\r\n').length).toBeGreaterThan(3);
    expect(csv).not.toContain('@example.com');
  });

  test('of an audience gives each their unsubscribe link', async () => {
    const email = anEmail();
    await signUp(await aForm(), email, { subscriptions: { newsletter: true } });
    const csv = await (await take('audiences/newsletter')).text();
    const row = csv.split('\r\n').find((line) => line.includes(email));
    expect(row).toContain('/v1/unsubscribe/');
  });

  test('is itself in the audit log', async () => {
    await take('records');
    const csv = await (await take('audit?act=export&object=records')).text();
    expect(csv).toContain('"export","records"');
  });

  test('in another format is refused', async () => {
    expect((await take('records?format=pdf')).status).toBe(422);
  });
});

/** Adds people to the database itself: an export of so many is what this is about. */
const addPeople = (count: number) =>
  env.DB.prepare(`
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
INSERT INTO person (id, email, locale, created_at)
SELECT printf('00000000-0000-4000-8000-%012d', i), 'many' || i || '@example.com', 'en', 1 FROM n`)
    .bind(count)
    .run();

const End = z.object({ end: z.literal(true), rows: z.number(), next: z.string().nullable() });

describe('an export of more than D1 answers to one request', () => {
  const MANY = 26_000;

  const page = async (after: string) => {
    const headers = { Authorization: `Bearer ${await aToken(['export'])}` };
    const address = `${host}/v1/exports/people?format=ndjson&after=${after}`;
    const answer = await app.request(address, { headers }, onPlan(50), createExecutionContext());
    const lines = (await textOf(answer)).trim().split('\n');
    const ids = lines
      .slice(0, -1)
      .map((line) => z.object({ id: z.string() }).parse(JSON.parse(line)).id);
    return { ids, end: End.parse(JSON.parse(lines.at(-1) ?? '')) };
  };

  test('ends with where to go on, and says of the last page that it is one', async () => {
    await addPeople(MANY);
    const ids = new Set<string>();
    let pages = 0;
    for (let after: string | null = ''; after !== null; pages += 1) {
      const { ids: some, end }: Awaited<ReturnType<typeof page>> = await page(after);
      expect(end.rows).toBe(some.length);
      for (const id of some) ids.add(id);
      after = end.next;
    }
    expect(pages).toBe(2);
    expect(ids.size).toBe(Number(await count('SELECT COUNT(*) AS count FROM person')));
  });

  test('refuses a cursor that is none', async () => {
    expect((await take('records?after=x')).status).toBe(422);
    expect((await take('audit?after=x')).status).toBe(422);
  });
});
