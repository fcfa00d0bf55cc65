// As much of DER (ITU-T X.690) as timestamps and certificates need.

/** A value: its tag, what is in it, and all of its bytes. */
export type Der = { tag: number; content: Uint8Array<ArrayBuffer>; whole: Uint8Array<ArrayBuffer> };

/** Bytes that are no DER, or not what is looked for in them. */
export class BadDer extends Error {}

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  nothing: 0x05,
  oid: 0x06,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The tag of a value that stands for another one, by its number. */
export const context = (number: number): number => 0xa0 + number;

const MOST_LENGTH_BYTES = 3;

/** Reads how long a value is, and where it begins. */
const lengthAt = (bytes: Uint8Array, at: number): [length: number, start: number] => {
  const first = bytes[at];
  if (first === undefined) throw new BadDer('It ends too soon.');
  if (first < 0x80) return [first, at + 1];
  const count = first & 0x7f;
  if (count === 0 || count > MOST_LENGTH_BYTES) throw new BadDer('The length cannot be read.');
  const length = bytes.slice(at + 1, at + 1 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return [length, at + 1 + count];
};

/** Reads the values that follow each other in some bytes. */
export const readAll = (bytes: Uint8Array<ArrayBuffer>): Der[] => {
  const values: Der[] = [];
  let at = 0;
  while (at < bytes.length) {
    const [length, start] = lengthAt(bytes, at + 1);
    const end = start + length;
    if (end > bytes.length) throw new BadDer('It ends too soon.');
    values.push({
      tag: bytes[at] ?? 0,
      content: bytes.slice(start, end),
      whole: bytes.slice(at, end),
    });
    at = end;
  }
  return values;
};

/** Takes a value that must have a tag; throws `BadDer` where there is none, or another. */
export const expectTag = (value: Der | undefined, tag: number): Der => {
  if (value?.tag !== tag) throw new BadDer('There is something else than was looked for.');
  return value;
};

/** Reads the values in one that holds others. */
export const inside = (value: Der | undefined, tag: number = tags.sequence): Der[] =>
  readAll(expectTag(value, tag).content);

/** Reads the one value that some bytes are. */
export const readOne = (bytes: Uint8Array<ArrayBuffer>, tag: number = tags.sequence): Der[] => {
  const [value, ...more] = readAll(bytes);
  if (more.length > 0) throw new BadDer('Something follows.');
  return inside(value, tag);
};

/** Reads an object identifier as it is written: `1.2.840.113549`. */
export const oidOf = (value: Der | undefined): string => {
  const { content } = expectTag(value, tags.oid);
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first = 0, ...rest] = arcs;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
};

const UTC_TIME = 0x17;

/** Reads a moment (UTC ms). */
export const timeOf = ({ tag, content }: Der): number => {
  const text = new TextDecoder().decode(content);
  const [, year = '', month, day, hour, minute, second, fraction = ''] =
    /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\.\d+)?Z$/.exec(text) ?? [];
  const century = Number(year) < 50 ? '20' : '19';
  const whole = tag === UTC_TIME ? `${century}${year}` : year;
  const time = Date.parse(`${whole}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`);
  if (Number.isNaN(time)) throw new BadDer('The time cannot be read.');
  return time;
};

/** Writes a value. */
export const der = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const content = Uint8Array.from(parts.flatMap((part) => [...part]));
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Uint8Array.of(tag, ...size, ...content);
};
