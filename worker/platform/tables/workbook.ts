// The parts of a workbook beside its sheets (ECMA-376 part 1, SpreadsheetML).
import type { Source } from './source.ts';
import { readPart } from './xml.ts';

/** More text than this takes more memory than a Worker has. */
const MAX_STRINGS_LENGTH = 30_000_000;
/** So do more strings than these, however short. */
const MAX_STRINGS = 2_000_000;
const MAX_STRINGS_PART = 500_000_000;

/** What the cells of its first sheet are read with. */
export type Workbook = {
  sheet: string;
  strings: readonly string[];
  /** The numbers of the cell formats that show a number as a date. */
  dates: ReadonlySet<number>;
  /** Days from the first day of its calendar to 1970. */
  epoch: number;
};

type Relation = { id: string; type: string; target: string };

const readRelations = async (archive: Source, of: string): Promise<Relation[]> => {
  const cut = of.lastIndexOf('/') + 1;
  const folder = of.slice(0, cut);
  const relations: Relation[] = [];
  await readPart(archive, `${folder}_rels/${of.slice(cut)}.rels`, {
    open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (name !== 'Relationship') return;
      const path = target.startsWith('/') ? target : new URL(target, `file:///${folder}`).pathname;
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: path.slice(1) });
    },
  });
  return relations;
};

/** Reads the strings that cells refer to by their place, without how Japanese ones are pronounced. */
const readStrings = async (archive: Source, path: string): Promise<string[]> => {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  let length = 0;
  await readPart(
    archive,
    path,
    {
      open: (name) => {
        if (name === 'si') text = '';
        if (name === 't') inText = true;
        if (name === 'rPh') inPhonetic = true;
      },
      text: (more) => {
        if (!inText || inPhonetic) return;
        text += more;
        length += more.length;
        if (length > MAX_STRINGS_LENGTH) throw new RangeError('too many strings');
      },
      close: (name) => {
        if (name === 't') inText = false;
        if (name === 'rPh') inPhonetic = false;
        if (name === 'si' && strings.push(text) > MAX_STRINGS)
          throw new RangeError('too many strings');
      },
    },
    MAX_STRINGS_PART,
  );
  return strings;
};

/** The formats of dates and times that every workbook has (18.8.30), also those of East Asia. */
const isBuiltInDate = (format: number): boolean =>
  (format >= 14 && format <= 22) ||
  (format >= 27 && format <= 36) ||
  (format >= 45 && format <= 47) ||
  (format >= 50 && format <= 58);

/** Excel makes no longer code of a format, and a longer one is nobody's. */
const MOST_CODE = 255;

/** A format with a letter of dates outside quotation marks and brackets shows a date. */
const isDateCode = (code: string): boolean =>
  /[dmyhs]/i.test(code.slice(0, MOST_CODE).replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

const readDates = async (archive: Source, path: string): Promise<Set<number>> => {
  const codes = new Map<number, string>();
  const dates = new Set<number>();
  let inCells = false;
  let count = 0;
  await readPart(archive, path, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      const format = Number(numFmtId);
      if (name === 'numFmt') codes.set(format, formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const code = codes.get(format);
      if (code === undefined ? isBuiltInDate(format) : isDateCode(code)) dates.add(count);
      count += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
};

const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

/** Reads what the first sheet that is shown is read with; throws where the archive is no workbook. */
export const readWorkbook = async (archive: Source): Promise<Workbook> => {
  const parts = await readRelations(archive, '');
  const book = parts.find(({ type }) => type === 'officeDocument')?.target;
  if (!book) throw new TypeError('no workbook');
  const sheets: string[] = [];
  let epoch = EPOCH_1900;
  await readPart(archive, book, {
    open: (name, attributes) => {
      const { state, date1904 } = attributes;
      if (name === 'workbookPr' && (date1904 === '1' || date1904 === 'true')) epoch = EPOCH_1904;
      if (name === 'sheet' && (state ?? 'visible') === 'visible')
        sheets.push(Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '');
    },
  });
  const relations = await readRelations(archive, book);
  const sheet = relations.find(({ id }) => id === sheets[0])?.target;
  const [strings, styles] = ['sharedStrings', 'styles'].map(
    (wanted) => relations.find(({ type }) => type === wanted)?.target,
  );
  if (!sheet) throw new TypeError('no sheet');
  return {
    sheet,
    epoch,
    strings: strings ? await readStrings(archive, strings) : [],
    dates: styles ? await readDates(archive, styles) : new Set(),
  };
};
