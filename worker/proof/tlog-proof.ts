// One file that shows that an entry is in a log, checked without asking anyone: c2sp.org/tlog-proof.
import { hashesIn, toBase64 } from './base64.ts';
import type { Hash } from './tree.ts';

/** An entry's place in a log, the path to the root, and the signed checkpoint that names it. */
export type TlogProof = { index: number; path: readonly Hash[]; checkpoint: string };

const HEAD = 'c2sp.org/tlog-proof@v1';

export const writeTlogProof = ({ index, path, checkpoint }: TlogProof): string =>
  [HEAD, `index ${index}`, ...path.map(toBase64), '', checkpoint].join('\n');

/** Reads a proof, which shows nothing yet; null where it is none. Its `extra` line is not authenticated. */
export const readTlogProof = (file: string): TlogProof | null => {
  const end = file.indexOf('\n\n');
  const [head, ...lines] = file.slice(0, Math.max(end, 0)).split('\n');
  const [first = '', ...rest] = lines[0]?.startsWith('extra ') ? lines.slice(1) : lines;
  const [, index] = /^index (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const path = hashesIn(rest);
  if (head !== HEAD || index === undefined || !path) return null;
  return { index: Number(index), path, checkpoint: file.slice(end + 2) };
};
