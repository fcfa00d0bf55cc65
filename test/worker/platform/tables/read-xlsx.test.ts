import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { TableRow } from '../../../../worker/platform/tables/read-csv.ts';
import { readXlsx } from '../../../../worker/platform/tables/read-xlsx.ts';
import { inMemory } from '../../../../worker/platform/tables/source.ts';
import { UnreadableFile } from '../../../../worker/platform/tables/unreadable.ts';

const office = 'http://schemas.openxmlformats.org';
const main = `xmlns="${office}/spreadsheetml/2006/main"`;
const types = `${office}/officeDocument/2006/relationships`;
const relations = (...all: [id: string, type: string, target: string][]): string =>
  `<Relationships xmlns="${office}/package/2006/relationships">${all
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const styles = `<styleSheet ${main}>
<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
</styleSheet>`;

const strings = `<sst ${main}><si><t>email</t></si>
<si><r><t xml:space="preserve">in </t></r><r><rPr><b/></rPr><t>two</t></r></si>
<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si></sst>`;

const workbook = (sheet: string, { properties = '', state = 'visible' } = {}): Uint8Array => {
  const parts = {
    'xl/worksheets/sheet7.xml': sheet,
    'xl/worksheets/notes.xml': `<worksheet ${main}><sheetData/></worksheet>`,
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': strings,
    'xl/_rels/workbook.xml.rels': relations(
      ['a', 'worksheet', 'worksheets/notes.xml'],
      ['b', 'worksheet', '/xl/worksheets/sheet7.xml'],
      ['c', 'styles', 'styles.xml'],
      ['d', 'sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${types}">${properties}<sheets>
<sheet name="Notes" sheetId="2" r:id="a" state="hidden"/><sheet name="People" sheetId="1" r:id="b" state="${state}"/>
</sheets></workbook>`,
    '_rels/.rels': relations(['x', 'officeDocument', 'xl/workbook.xml']),
  };
  const files = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files));
};

const sheetOf = (rows: string): string =>
  `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`;
const allOf = async (rows: AsyncIterable<TableRow>): Promise<TableRow[]> => {
  const all: TableRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
};

const read = (sheet: string, more = {}) => allOf(readXlsx(inMemory([workbook(sheet, more)])));

test('shared strings are read whole, without how they are pronounced', async () => {
  const row =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>';
  expect(await read(sheetOf(row))).toEqual([{ number: 1, cells: ['email', 'in two', '東京'] }]);
});

test('numbers, dates, formulas, truths and failures are read as what they show', async () => {
  const cells = [
    '<c><v>4.512345678E9</v></c>',
    '<c s="1"><v>45382</v></c>',
    '<c s="2"><v>45382.5</v></c>',
    '<c s="3"><v>7.5</v></c>',
    '<c t="str"><f>A1&amp;B1</f><v>a&amp;b</v></c>',
    '<c t="b"><v>1</v></c>',
    '<c t="e"><v>#N/A</v></c>',
    '<c t="inlineStr"><is><t>in</t></is></c>',
  ];
  expect((await read(sheetOf(`<row>${cells.join('')}</row>`)))[0]?.cells).toEqual([
    ...['4512345678', '2024-03-31', '2024-03-31T12:00:00.000Z', '7.5', 'a&b', 'true', '', 'in'],
  ]);
});

test('the calendar of 1904 is another', async () => {
  const sheet = sheetOf('<row><c s="1"><v>43920</v></c></row>');
  const more = { properties: '<workbookPr date1904="1"/>' };
  expect((await read(sheet, more))[0]?.cells).toEqual(['2024-03-31']);
});

test('rows and cells that are left out keep the others in their places', async () => {
  const sheet = sheetOf(
    '<row r="2"><c r="B2"><v>1</v></c></row><row r="9"><c r="AA9"><v>2</v></c></row>',
  );
  expect(await read(sheet)).toEqual([
    { number: 2, cells: ['', '1'] },
    { number: 9, cells: [...Array.from({ length: 26 }, () => ''), '2'] },
  ]);
});

test('elements may have a prefix', async () => {
  const sheet = `<x:worksheet xmlns:x="${office}/spreadsheetml/2006/main"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  expect((await read(sheet))[0]?.cells).toEqual(['5']);
});

test.each([
  ['broken XML', sheetOf('<row><c><v>1</c></row>'), {}],
  ['no sheet that is shown', sheetOf(''), { state: 'veryHidden' }],
])('a workbook with %s is refused', async (_, sheet, more) => {
  await expect(read(sheet, more)).rejects.toMatchObject({ reason: 'workbook' });
});

test('an entity that a workbook declares is resolved to nothing outside of it', async () => {
  const declared = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
  const sheet = declared + sheetOf('<row><c t="str"><v>&e;</v></c></row>');
  await expect(read(sheet)).rejects.toMatchObject({ reason: 'workbook' });
});

test('a cell that is longer than a spreadsheet writes is cut', async () => {
  const long = `<row><c t="str"><v>${'x'.repeat(4_000_000)}</v></c></row>`;
  expect((await read(sheetOf(long)))[0]?.cells[0]?.length).toBeLessThan(100_000);
});

test('rows keep their order, whatever numbers they bear', async () => {
  const row = (number: string) => `<row r="${number}"><c t="str"><v>x</v></c></row>`;
  const rows = await read(sheetOf(['1', 'abc', '-5', '1', '9', '1e400'].map(row).join('')));
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 9, 10]);
});

test.each([
  ['rows without an end', '<row/>'.repeat(1_048_577)],
  ['cells without an end', `<row>${'<c/>'.repeat(16_385)}</row>`],
  ['a text without an end', `<row><c><v>${'1'.repeat(8_500_000)}</v></c></row>`],
  ['an attribute without an end', `<row r="${'1'.repeat(8_500_000)}"/>`],
  ['a comment without an end', `<!--${'1'.repeat(8_500_000)}-->`],
])('a sheet with %s is refused as too large', async (_, rows) => {
  await expect(read(sheetOf(rows))).rejects.toThrow(new UnreadableFile('large-workbook'));
});
