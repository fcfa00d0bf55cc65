import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { aForm, anEmail, as, signUp, textOf } from '../../builders.ts';

const take = async (path: string) => (await as(['export', 'audit'])).get(`/v1/exports/${path}`);

describe('an export', () => {
  test('of people comes as CSV, NDJSON and XLSX, with how their purposes stand', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const query = `people?email=${encodeURIComponent(email)}`;
    const csv = await (await take(query)).text();
    expect(csv.split('\r\n')[1]).toContain(`"${email}","en"`);
    expect(csv).toContain('"given"');
    const line = JSON.parse(await textOf(await take(`${query}&format=ndjson`)));
    expect(line).toMatchObject({ email, 'e-marketing': 'given' });
    const xlsx = unzipSync(
      new Uint8Array(await (await take(`${query}&format=xlsx`)).arrayBuffer()),
    );
    expect(Object.keys(xlsx).toSorted()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const sheet = strFromU8(xlsx['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain(`<t xml:space="preserve">${email}</t>`);
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
