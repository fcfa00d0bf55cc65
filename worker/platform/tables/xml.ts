import { Unzip, UnzipInflate } from 'fflate';
import { SaxesParser } from 'saxes';

/** So much of an archive is unpacked at once: it may unpack to a thousand times as much. */
const PIECE = 1 << 14;

/** A part that unpacks to more is no sheet of people. */
const MAX_UNPACKED = 500_000_000;

/**
 * Yields the text of one part of a ZIP archive, piece by piece; nothing if it has no such part. Throws a
 * `RangeError` for one that is too large.
 */
export function* partOf(archive: Uint8Array, path: string): Generator<string> {
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
  for (let at = 0; at < archive.length && !isWhole; at += PIECE) {
    unzip.push(archive.subarray(at, at + PIECE), at + PIECE >= archive.length);
    yield* texts;
    texts = [];
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
export function* readXml(texts: Iterable<string>, reading: Reading): Generator<void> {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => reading.open(localName(name), attributes));
  parser.on('closetag', ({ name }) => reading.close?.(localName(name)));
  parser.on('text', (text) => reading.text?.(text));
  parser.on('cdata', (text) => reading.text?.(text));
  for (const text of texts) {
    parser.write(text);
    yield;
  }
}

/** Reads all of a short part. */
export const readPart = (archive: Uint8Array, path: string, reading: Reading): void => {
  const pieces = readXml(partOf(archive, path), reading);
  while (!pieces.next().done);
};
