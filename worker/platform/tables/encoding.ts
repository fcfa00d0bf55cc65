import type { Encoding } from '../../contract/tables.ts';
import { cut, headOf, type Source } from './source.ts';

const CHUNK = 1 << 18;
const SAMPLE = 4096;

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

const isUtf8 = async ({ read }: Source): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  try {
    for await (const piece of cut(read(), CHUNK)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
};

/** Returns the UTF-16 of a file without a byte order mark: every other byte of Latin text is zero. */
const unmarkedUtf16 = (sample: Uint8Array): Encoding | null => {
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 4;
  if (odd > many && even < odd / 8) return 'utf-16le';
  return even > many && odd < even / 8 ? 'utf-16be' : null;
};

/**
 * Returns the encoding of a text file: by its byte order mark, else UTF-8 where all of it is, else
 * Windows-1252, which Excel writes. Null if it is no text.
 */
export const encodingOf = async (file: Source): Promise<Encoding | null> => {
  const sample = await headOf(file, SAMPLE);
  if (startsWith(sample, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(sample, 0xfe, 0xff)) return 'utf-16be';
  const unmarked = unmarkedUtf16(sample);
  if (unmarked) return unmarked;
  if (sample.includes(0)) return null;
  return (await isUtf8(file)) ? 'utf-8' : 'windows-1252';
};

/** Yields a file's text piece by piece, without its byte order mark, each line ended by a line feed. */
export async function* textOf(file: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for await (const piece of cut(file.read(), CHUNK)) {
    const text = held + decoder.decode(piece, { stream: true });
    // The line feed that belongs to a last carriage return may begin the next piece.
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replaceAll(/\r\n?/g, '\n');
  }
  yield (held + decoder.decode()).replaceAll('\r', '\n');
}
