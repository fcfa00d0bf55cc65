import { expect, test } from 'vitest';
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
