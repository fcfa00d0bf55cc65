import { Unzip, UnzipInflate } from 'fflate';
import { SaxesParser } from 'saxes';
import { cut, type Source } from './source.ts';

/** So much of an archive is unpacked at once: it may unpack to a thousand times as much. */
const PIECE = 1 << 14;

/** A part that unpacks to more is no sheet of people. */
const MAX_UNPACKED = 500_000_000;

/** A part beside the sheets that unpacks to more was not written by a spreadsheet. */
const MAX_SHORT = 20_000_000;

/** So much is parsed at once: what comes of it is taken before the next. */
const PARSED = 1 << 16;

/** More text than this without an element was not written by a spreadsheet, and would be held as a whole. */
const MAX_TEXT = 1 << 23;

/**
 * Yields the text of one part of a ZIP archive, piece by piece; nothing if it has no such part. Throws a
 * `RangeError` for one that is too large.
 */
export async function* partOf(
  archive: Source,
  path: string,
  most = MAX_UNPACKED,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let texts: string[] = [];
  let isWhole = false;
  let size = 0;
  const unzip = new Unzip((part) => {
    if (part.name !== path) return;
    part.ondata = (error, bytes, isLast) => {
      if (error) throw error;
      size += bytes.length;
      if (size > most) throw new RangeError('too large');
      texts.push(decoder.decode(bytes, { stream: !isLast }));
      isWhole = isLast;
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  let left = archive.size;
  for await (const piece of cut(archive.read(), PIECE)) {
    left -= piece.length;
    unzip.push(piece, left === 0);
    yield* texts;
    texts = [];
    if (isWhole) return;
  }
}

/** What is done with each element, by its name without a prefix, and with the text in it. */
export type Reading = {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML piece by piece; yields after each, so that what was read can be taken. Throws a `RangeError` for a text, a
 * comment or an attribute that nobody could hold.
 */
export async function* readXml(
  texts: AsyncIterable<string>,
  reading: Reading,
): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let sinceElement = 0;
  parser.on('opentag', ({ name, attributes }) => {
    sinceElement = 0;
    reading.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    sinceElement = 0;
    reading.close?.(localName(name));
  });
  parser.on('text', (text) => reading.text?.(text));
  parser.on('cdata', (text) => reading.text?.(text));
  for await (const text of texts)
    for (let at = 0; at < text.length; at += PARSED) {
      sinceElement += Math.min(PARSED, text.length - at);
      if (sinceElement > MAX_TEXT) throw new RangeError('too large');
      parser.write(text.slice(at, at + PARSED));
      yield;
    }
}

/** Reads all of a part that is short, unless more of it is expected. */
export const readPart = async (
  archive: Source,
  path: string,
  reading: Reading,
  most = MAX_SHORT,
): Promise<void> => {
  const pieces = readXml(partOf(archive, path, most), reading);
  while (!(await pieces.next()).done);
};
