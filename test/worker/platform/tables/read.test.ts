import { describe, expect, test } from 'vitest';
import { readTable } from '../../../../worker/platform/tables/read.ts';
import type { TableRow } from '../../../../worker/platform/tables/read-csv.ts';
import { inMemory } from '../../../../worker/platform/tables/source.ts';
import { UnreadableFile } from '../../../../worker/platform/tables/unreadable.ts';
import { asXlsx } from '../../../../worker/platform/tables/xlsx.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
};

const latin = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0)));

const allOf = async (bytes: Uint8Array) => {
  const table = await readTable(inMemory([bytes]));
  const rows: TableRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return { readAs: table.readAs, rows };
};

const refusalOf = async (bytes: Uint8Array) => {
  const error: unknown = await allOf(bytes).catch((thrown: unknown) => thrown);
  return error instanceof UnreadableFile ? { reason: error.reason, row: error.row } : error;
};

const danish = 'email;navn\nsoren@example.com;Søren Ærø 5 €\n';

describe('a CSV file', () => {
  test.each([
    ['utf-8', utf8(danish)],
    ['utf-8', utf8(`\ufeff${danish}`)],
    ['utf-16le', utf16(`\ufeff${danish}`, true)],
    ['utf-16be', utf16(`\ufeff${danish}`, false)],
    ['utf-16le', utf16(danish, true)],
    ['utf-16be', utf16(danish, false)],
    ['windows-1252', latin(danish)],
  ])('is read in its own encoding, which is said: %s', async (encoding, bytes) => {
    expect(await allOf(bytes)).toEqual({
      readAs: { encoding, separator: ';' },
      rows: [
        { number: 1, cells: ['email', 'navn'] },
        { number: 2, cells: ['soren@example.com', 'Søren Ærø 5 €'] },
      ],
    });
  });

  test('in UTF-8 is recognised by all of it, not by how it begins', async () => {
    const { readAs } = await allOf(utf8(`email,name\n${'a@example.com,A\n'.repeat(50_000)}b,Æ`));
    expect(readAs.encoding).toBe('utf-8');
  });

  test.each(['\n', '\r\n', '\r'])('ends its lines by %j', async (end) => {
    const { rows } = await allOf(utf8(['a,b', '"1","x', 'y"', '2,z', ''].join(end)));
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', 'x\ny'],
      ['2', 'z'],
    ]);
  });

  test.each([
    ['sep=;\na;b,c\n1;2,5\n', ';'],
    ['\ufeff"sep=|"\r\na|b;c\r\n1|2\r\n', '|'],
  ])('may name its separator in a line that is no row: %j', async (text, separator) => {
    const { readAs, rows } = await allOf(utf8(text));
    expect(readAs.separator).toBe(separator);
    expect(rows[0]).toMatchObject({ number: 1, cells: { length: 2 } });
  });

  test('counts its rows as a spreadsheet does: blank ones too, and a line break in a cell is none', async () => {
    const { rows } = await allOf(utf8('a,b\n\n"1\n1",x\n,\n2,y\n'));
    expect(rows.map(({ number }) => number)).toEqual([1, 3, 5]);
  });

  test('longer than a piece is read whole, every row once', async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => `"p${at}@example.com","N, ""${at}"""`);
    const { rows } = await allOf(utf8(`email,name\n${lines.join('\n')}`));
    expect(rows).toHaveLength(60_001);
    expect(rows.every(({ number, cells }, at) => number === at + 1 && cells.length === 2)).toBe(
      true,
    );
    expect(rows.at(-1)?.cells).toEqual(['p59999@example.com', 'N, "59999"']);
  });

  test.each([
    ['a quotation mark that is not closed', 'a,b\n1,x\n2,"y\n3,z\n', 3],
    ['text after a closed quotation mark', 'a,b\n\n"1"x,y\n2,z\n', 3],
    ['both far down', `a,b\n${'1,x\n'.repeat(100_000)}2,"y\n`, 100_002],
  ])('with %s is refused with the number of the row', async (_, text, row) => {
    expect(await refusalOf(utf8(text))).toEqual({ reason: 'quotes', row });
  });

  test('of a row without an end is refused', async () => {
    const text = `a,b\n1,"${'x,\n'.repeat(800_000)}`;
    expect(await refusalOf(utf8(text))).toEqual({ reason: 'row-too-long', row: 2 });
  });

  test('of more rows than the limit is refused', async () => {
    const text = `a\n${'x\n'.repeat(200_001)}`;
    expect(await refusalOf(utf8(text))).toMatchObject({ reason: 'too-many-rows' });
  });
});

describe('a workbook', () => {
  test('is read from its first sheet', async () => {
    const table = {
      name: 'people',
      head: ['email', 'name'],
      parts: (async function* () {
        yield {
          rows: [
            ['anna@example.com', 'Ænna & <co>'],
            [null, null],
            ['bo@example.com', 45000],
          ],
        };
      })(),
    };
    expect(await allOf(await new Response(asXlsx(table, 'UTC')).bytes())).toEqual({
      readAs: { encoding: null, separator: null },
      rows: [
        { number: 1, cells: ['email', 'name'] },
        { number: 2, cells: ['anna@example.com', 'Ænna & <co>'] },
        { number: 4, cells: ['bo@example.com', '45000'] },
      ],
    });
  });

  test.each([
    ['of Excel 97', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'old-workbook'],
    ['that is another archive', [0x50, 0x4b, 0x03, 0x04, 0, 0], 'workbook'],
    ['that is a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0], 'no-text'],
  ])('%s is refused in words', async (_, bytes, reason) => {
    expect(await refusalOf(Uint8Array.from(bytes))).toEqual({ reason, row: null });
  });
});
