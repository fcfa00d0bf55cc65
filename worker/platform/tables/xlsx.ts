import { strToU8, Zip, ZipDeflate } from 'fflate';
import { DAY } from '../time.ts';
import { minuteIn } from '../zone.ts';
import { type Cell, endCells, type Leaving } from './table.ts';

// The fewest parts that a workbook has (ECMA-376 part 1, SpreadsheetML), with its strings in the cells.
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org';

const fixedParts = (name: string): Record<string, string> => ({
  '[Content_Types].xml': `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  // Cells are plain, a moment, or bold in the head.
  'xl/styles.xml': `${xml}<styleSheet xmlns="${office}/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
});

/** Text as XML can hold it: some control characters are in no XML at all. */
const text = (value: string): string =>
  value
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids exactly these
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** Days from the first of Excel's calendar to 1970. */
const EPOCH_DAYS = 25_569;

/** A moment as Excel counts it: in days, as the clock stands in a zone. */
const serial = (at: Date, zone: string): number =>
  EPOCH_DAYS + Date.parse(`${minuteIn(zone, at.getTime())}Z`) / DAY;

const cell = (value: Cell, zone: string, style = ''): string => {
  if (value === null) return '<c/>';
  if (value instanceof Date) return `<c s="1"><v>${serial(value, zone)}</v></c>`;
  return typeof value === 'number'
    ? `<c><v>${value}</v></c>`
    : `<c${style} t="inlineStr"><is><t xml:space="preserve">${text(value)}</t></is></c>`;
};

const row = (cells: readonly Cell[], zone: string, style = ''): string =>
  `<row>${cells.map((value) => cell(value, zone, style)).join('')}</row>`;

/** The head stays in view, and its columns are wide enough for what they are called, and for an id or a time. */
const beginSheet = (head: readonly string[]): string => {
  const widths = head.map((name, at) => {
    const width = Math.min(40, Math.max(18, name.length + 3));
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
  return `${xml}<worksheet xmlns="${office}/spreadsheetml/2006/main">${view}<cols>${widths.join('')}</cols><sheetData>${row(head, 'UTC', ' s="2"')}`;
};

/** A table as an XLSX workbook, made while it is read: no more of it is held than a slice. */
export const asXlsx = (
  { name, head, parts }: Leaving,
  zone: string,
): ReadableStream<Uint8Array> => {
  let send: (chunk: Uint8Array, isLast: boolean) => void = () => undefined;
  const zip = new Zip((error, chunk, isLast) => {
    if (error) throw error;
    send(chunk, isLast);
  });
  let sheet: ZipDeflate | undefined;
  const begin = (): ZipDeflate => {
    for (const [path, content] of Object.entries(
      fixedParts(name.replaceAll(/[^\w -]/g, ' ').slice(0, 31)),
    )) {
      const part = new ZipDeflate(path);
      zip.add(part);
      part.push(strToU8(content), true);
    }
    const made = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 });
    zip.add(made);
    made.push(strToU8(beginSheet(head)));
    return made;
  };
  /** Reads on until something is sent: deflate keeps short rows back, and a pull that sends nothing is the last. */
  const readOn = async (of: ZipDeflate, isSent: () => boolean): Promise<void> => {
    while (!isSent()) {
      const { value, done } = await parts.next();
      if (done) {
        of.push(strToU8('</sheetData></worksheet>'), true);
        zip.end();
        return;
      }
      const rows = 'end' in value ? [endCells(value)] : value.rows;
      of.push(strToU8(rows.map((cells) => row(cells, zone)).join('')));
    }
  };
  return new ReadableStream({
    pull: async (controller) => {
      let hasSent = false;
      send = (chunk, isLast) => {
        hasSent = true;
        controller.enqueue(chunk);
        if (isLast) controller.close();
      };
      sheet ??= begin();
      await readOn(sheet, () => hasSent);
    },
  });
};
