import { describe, expect, test } from 'vitest';
import { csvLine } from '../../../../worker/platform/tables/csv.ts';

test.each([
  ['a comma and quotes', ['Anna, "Ann"', 'b'], '"Anna, ""Ann""","b"\r\n'],
  ['nothing and numbers', [null, undefined, '', 0], '"","","","0"\r\n'],
  ['a line break', ['one\r\ntwo'], '"one\r\ntwo"\r\n'],
  ['a formula', ['=1+1', '+1', '-1', '@a', '\tb'], '"\'=1+1","\'+1","\'-1","\'@a","\'\tb"\r\n'],
  ['a formula over two lines', ['=HYPERLINK("x")\n&A1'], '"\'=HYPERLINK(""x"")\n&A1"\r\n'],
])('a line of CSV holds %s', (_, values, line) => {
  expect(csvLine(values)).toBe(line);
});

/** Reads a line as a spreadsheet does that is set to another separator: quotes count only where a cell begins. */
const cellsBy = (separator: string, line: string): string[] => {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const mark of line) {
    if (cell === '' && mark === '"' && !isQuoted) isQuoted = true;
    else if (isQuoted && mark === '"') isQuoted = false;
    else if (!isQuoted && (mark === separator || mark === '\n')) {
      cells.push(cell);
      cell = '';
    } else cell += mark;
  }
  return [...cells, cell];
};

describe.each([',', ';', '\t', '|'])('opened with %j, a line holds no formula', (separator) => {
  test.each([
    'x;=1+1;y',
    'x\t=1+1\ty',
    'x|+1|y',
    'x\n=1+1;',
    'x\r\n@a;',
    'x; =1+1;',
    'x;"=1+1";',
    'x;""=1+1;',
    '＝1+1;＠a',
    ';-1;',
    '=1;=2',
  ])('in %j', (text) => {
    const line = csvLine(['first', text, text]);
    for (const cell of cellsBy(separator, line))
      expect(cell.trim()).not.toMatch(/^[=+\-@＝＋－＠]/);
  });
});

test('a line of CSV keeps what is no formula as it is', () => {
  const text = 'Anna; anna-bell@example.com | 5 - 3 = 2';
  expect(csvLine([text, -5])).toBe(`"${text}","-5"\r\n`);
});
