import { strToU8, type Zippable, zipSync } from 'fflate';
import { oddTexts } from './breaking.ts';
import type { Random } from './random.ts';
import type { Asking } from './requests.ts';

const office = 'http://schemas.openxmlformats.org';
const main = `xmlns="${office}/spreadsheetml/2006/main"`;
const types = `${office}/officeDocument/2006/relationships`;
const declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
const relations = (...all: string[]): string =>
  `<Relationships xmlns="${office}/package/2006/relationships">${all.join('')}</Relationships>`;

/** A workbook's parts as they should be. */
const parts = (): Record<string, string> => ({
  '_rels/.rels': relations(relation('x', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': `<workbook ${main} xmlns:r="${types}"><sheets><sheet name="People" sheetId="1" r:id="a"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(
    relation('a', 'worksheet', 'worksheets/sheet1.xml'),
    relation('b', 'sharedStrings', 'sharedStrings.xml'),
    relation('c', 'styles', 'styles.xml'),
  ),
  'xl/sharedStrings.xml': `<sst ${main}><si><t>email</t></si><si><t>name</t></si></sst>`,
  'xl/styles.xml': `<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="str"><v>anna@example.com</v></c><c r="B2" s="1"><v>45382</v></c></row></sheetData></worksheet>`,
});

/** What stands in XML where something else should. */
const oddXml: readonly string[] = [
  '',
  '<',
  '</row>',
  '<row>'.repeat(5000),
  '<c t="s"><v>99999999</v></c>',
  '<c r="ZZZZZZZZ1"><v>1</v></c>',
  '<row r="-1"><c r="A1"><v>1e999</v></c></row>',
  '<row r="1e9"><c s="-1"><v>NaN</v></c></row>',
  '<c s="1"><v>99999999999999</v></c>',
  '&b;',
  '&#0;&#xFFFFFF;',
  '<![CDATA[',
  '\u0000',
  `<t>${'x'.repeat(100_000)}</t>`,
  relation('a', 'worksheet', 'workbook.xml'),
  relation('a', 'worksheet', '../../../../etc/passwd'),
  relation('a', 'worksheet', 'http://['),
  relation('x', 'officeDocument', '%00'),
];

/** Breaks the XML of one part: something stands at an odd place, or is missing. */
const breakPart = (random: Random, xml: string): string => {
  const at = random.below(xml.length);
  const rest = xml.slice(random.chance(0.5) ? at : Math.min(xml.length, at + random.below(60)));
  const broken = xml.slice(0, at) + random.pick([...oddXml, ...oddTexts]) + rest;
  return random.chance(0.1) ? declared + broken : broken;
};

const joined = (pieces: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> => {
  const bytes = pieces.map((piece) => (typeof piece === 'string' ? strToU8(piece) : piece));
  const whole = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of bytes) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

/** Breaks the bytes of a file: some are others, some are missing, or it ends too early. */
const breakBytes = (random: Random, file: Uint8Array): Uint8Array<ArrayBuffer> => {
  const broken = new Uint8Array(file);
  for (let turn = random.below(8); turn > 0; turn--) {
    const at = random.below(broken.length);
    broken[at] = random.below(256);
  }
  if (random.chance(0.5)) return broken.slice(0, random.below(broken.length));
  const at = random.below(broken.length);
  return random.chance(0.3)
    ? joined([broken.slice(0, at), broken.slice(at + random.below(20))])
    : broken;
};

/** A workbook of which parts, or the archive around them, are broken. */
const aBrokenWorkbook = (random: Random): Uint8Array<ArrayBuffer> => {
  const book = parts();
  const names = Object.keys(book);
  for (let turn = random.below(3); turn > 0; turn--) {
    const name = random.pick(names);
    if (random.chance(0.15)) delete book[name];
    else if (random.chance(0.1)) book[`${name}/../${name}`] = book[name] ?? '';
    else book[name] = breakPart(random, book[name] ?? parts()[name] ?? '<x/>');
  }
  const level = random.pick([0, 6] as const);
  const files: Zippable = {};
  for (const [name, xml] of Object.entries(book)) files[name] = [strToU8(xml), { level }];
  const archive = zipSync(files);
  return random.chance(0.5) ? breakBytes(random, archive) : new Uint8Array(archive);
};

/** A workbook that is small, and of which one part unpacks to so many bytes, which may be more than a text holds. */
export const aBomb = (part: 'sharedStrings' | 'sheet', bytes: number): Uint8Array<ArrayBuffer> => {
  const [path, head, tail] =
    part === 'sheet'
      ? ['xl/worksheets/sheet1.xml', '<worksheet><x>', '</x></worksheet>']
      : ['xl/sharedStrings.xml', `<sst ${main}><si><t>`, '</t></si></sst>'];
  const files: Zippable = {};
  for (const [name, xml] of Object.entries(parts())) files[name] = strToU8(xml);
  files[path] = joined([head, new Uint8Array(bytes).fill(97), tail]);
  return new Uint8Array(zipSync(files));
};

const table = 'email;name\nanna@example.com;"Anna ""A"" Holm"\nbo@example.com;Bo\n';

/** A file that someone may send for one of people: broken, of another kind, or whole. */
export const aFile = (random: Random): Uint8Array<ArrayBuffer> => {
  if (random.chance(0.6)) return aBrokenWorkbook(random);
  const text = random.chance(0.5) ? table : table.replace('name', random.pick(oddTexts));
  return random.chance(0.7) ? breakBytes(random, strToU8(text)) : new Uint8Array(strToU8(text));
};

/** What stands above a part of a form, as it should be or odd. */
const headOf = (random: Random, name: string): string => {
  const file = name === 'file' ? '; filename="people.csv"' : '';
  const whole = `Content-Disposition: form-data; name="${name}"${file}\r\n\r\n`;
  return random.chance(0.9)
    ? whole
    : random.pick([
        '\r\n',
        'Content-Disposition: form-data\r\n\r\n',
        `Content-Disposition: form-data; name="${name}; filename=\r\n\r\n`,
        `Content-Disposition: attachment; name="${name}"; filename*=utf-8''%ff%00\r\n\r\n`,
        `${whole.trim()}\r\nContent-Type: x\r\nContent-Transfer-Encoding: base64\r\n\r\n`,
        `${'x'.repeat(20_000)}: 1\r\n${whole}`,
        whole.replaceAll('\r', ''),
        random.pick(oddTexts),
      ]);
};

/** A form with a file, posted with a body that is broken in one or more places. */
export const aBrokenForm = (
  random: Random,
  target: string,
  fields: Readonly<Record<string, string>>,
): Asking => {
  const boundary = random.chance(0.8) ? 'of-the-form' : random.pick(['a b', 'x'.repeat(300), '']);
  const pieces: (string | Uint8Array)[] = [];
  const names = [...Object.keys(fields), 'file', ...(random.chance(0.2) ? ['file', 'file'] : [])];
  for (const name of names) {
    const value = name === 'file' ? aFile(random) : (fields[name] ?? '');
    pieces.push(`--${boundary}\r\n`, headOf(random, name), value, '\r\n');
  }
  pieces.push(random.pick([`--${boundary}--\r\n`, `--${boundary}`, '', '--']));
  const body = joined(pieces);
  const type = random.pick([
    `multipart/form-data; boundary=${boundary}`,
    `multipart/form-data; boundary=${boundary}`,
    `multipart/form-data; boundary="${boundary}"`,
    'multipart/form-data',
    `multipart/form-data; boundary=${boundary}; boundary=other`,
    `MULTIPART/mixed; boundary=${boundary}`,
  ]);
  return {
    method: 'POST',
    target,
    headers: { 'Content-Type': type },
    body: random.chance(0.3) ? breakBytes(random, body) : body,
  };
};

/** A file as it is sent to the API. */
export const aSentFile = (random: Random, target: string): Asking => ({
  method: 'POST',
  target,
  headers: {
    'Content-Type': random.pick(['text/csv', 'application/octet-stream', 'multipart/form-data']),
  },
  body: aFile(random),
});
