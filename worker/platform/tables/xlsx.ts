import { strToU8, Zip, ZipDeflate } from 'fflate';
import { type Cell, endCells, type Leaving } from './table.ts';

// The fewest parts that a workbook has (ECMA-376 part 1, SpreadsheetML), with its strings in the cells.
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org';

const fixedParts = (name: string): Record<string, string> => ({
  '[Content_Types].xml': `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
});

/** Text as XML can hold it: some control characters are in no XML at all. */
const text = (value: string): string =>
  value
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids exactly these
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const cell = (value: Cell): string => {
  if (value === null) return '<c/>';
  return typeof value === 'number'
    ? `<c><v>${value}</v></c>`
    : `<c t="inlineStr"><is><t xml:space="preserve">${text(value)}</t></is></c>`;
};

const row = (cells: readonly Cell[]): string => `<row>${cells.map(cell).join('')}</row>`;

/** A table as an XLSX workbook, made while it is read: no more of it is held than a slice. */
export const asXlsx = ({ name, head, parts }: Leaving): ReadableStream<Uint8Array> => {
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
    made.push(
      strToU8(`${xml}<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${row(head)}`),
    );
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
      of.push(strToU8(rows.map(row).join('')));
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
