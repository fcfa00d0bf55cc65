import Papa from 'papaparse';
import type { Encoding } from '../../contract/tables.ts';
import { textOf } from './encoding.ts';
import type { Source } from './source.ts';
import { UnreadableFile } from './unreadable.ts';

/** A row of a file: its number as a spreadsheet counts it, from 1, and its cells. */
export type TableRow = { number: number; cells: string[] };

/** A row that is longer than this has lost a quotation mark. */
const LONGEST = 1 << 20;

/** Excel's own first line, which names the separator and is no row. */
const named = /^"?sep=([^\n])"?(?:\n|$)/i;

const separators = [',', ';', '\t', '|'] as const;

const cellsOfFirst = (text: string, delimiter: string): number =>
  Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: 1 }).data[0]?.length ?? 0;

/**
 * Returns what stands between the cells, and the text without the line that names it. By the right one the
 * header has the most cells; Papa's own guess averages rows, and fails where some are short.
 */
const separatorIn = (text: string): { separator: string; rest: string } => {
  const [line, separator] = named.exec(text) ?? [];
  if (line && separator) return { separator, rest: text.slice(line.length) };
  const cells = (each: string): number => cellsOfFirst(text.slice(0, LONGEST), each);
  return { separator: separators.reduce((a, b) => (cells(b) > cells(a) ? b : a)), rest: text };
};

/** Parses the rows of a text that are whole; the last one is not while more is to come. */
const parseRows = (text: string, separator: string, isLast: boolean, before: number) => {
  const parser = new Papa.Parser({ delimiter: separator, newline: '\n' });
  const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(text, 0, !isLast);
  const wrong = errors.find(({ row = 0 }) => isLast || row < data.length);
  if (wrong) throw new UnreadableFile('quotes', before + (wrong.row ?? 0) + 1);
  return { data, rest: isLast ? '' : text.slice(meta.cursor) };
};

async function* rowsOf(
  first: string,
  texts: AsyncGenerator<string>,
  separator: string,
): AsyncGenerator<TableRow> {
  let text = first;
  let number = 0;
  for (let isLast = false; !isLast; ) {
    const next = await texts.next();
    isLast = next.done === true;
    text += next.value ?? '';
    const { data, rest } = parseRows(text, separator, isLast, number);
    for (const cells of data) yield { number: ++number, cells };
    text = rest;
    if (text.length > LONGEST) throw new UnreadableFile('row-too-long', number + 1);
  }
}

/** Reads a CSV file (RFC 4180, with the separators in use), holding no more of it than a piece. */
export const readCsv = async (
  file: Source,
  encoding: Encoding,
): Promise<{ separator: string; rows: AsyncGenerator<TableRow> }> => {
  const texts = textOf(file, encoding);
  const { separator, rest } = separatorIn((await texts.next()).value ?? '');
  return { separator, rows: rowsOf(rest, texts, separator) };
};
