import { Unzip, UnzipInflate } from 'fflate';
import { SaxesParser } from 'saxes';
import { cut, type Source } from './source.ts';

/** So much of an archive is unpacked at once: it may unpack to a thousand times as much. */
const PIECE = 1 << 14;

/** A part that unpacks to more is no sheet of people. */
const MAX_UNPACKED = 500_000_000;

/**
 * Yields the text of one part of a ZIP archive, piece by piece; nothing if it has no such part. Throws a
 * `RangeError` for one that is too large.
 */
export async function* partOf(archive: Source, path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let texts: string[] = [];
  let isWhole = false;
  let size = 0;
  const unzip = new Unzip((part) => {
    if (part.name !== path) return;
    part.ondata = (error, bytes, isLast) => {
      if (error) throw error;
      size += bytes.length;
      if (size > MAX_UNPACKED) throw new RangeError('too large');
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

/** Reads XML piece by piece; yields after each, so that what was read can be taken. */
export async function* readXml(
  texts: AsyncIterable<string>,
  reading: Reading,
): AsyncGenerator<void> {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => reading.open(localName(name), attributes));
  parser.on('closetag', ({ name }) => reading.close?.(localName(name)));
  parser.on('text', (text) => reading.text?.(text));
  parser.on('cdata', (text) => reading.text?.(text));
  for await (const text of texts) {
    parser.write(text);
    yield;
  }
}

/** Reads all of a short part. */
export const readPart = async (archive: Source, path: string, reading: Reading): Promise<void> => {
  const pieces = readXml(partOf(archive, path), reading);
  while (!(await pieces.next()).done);
};
