// What shows that a later checkpoint of a log begins with an earlier one. It is written as witnesses are sent it
// (c2sp.org/tlog-witness), so that one file serves them and everyone else.
import { hashesIn, toBase64 } from './base64.ts';
import type { Hash } from './tree.ts';

/** The size of the earlier checkpoint, the proof of consistency, and the later checkpoint as it was signed. */
export type Growth = { old: number; path: readonly Hash[]; checkpoint: string };

const MOST_HASHES = 63;

export const writeGrowth = ({ old, path, checkpoint }: Growth): string =>
  [`old ${old}`, ...path.map(toBase64), '', checkpoint].join('\n');

/** Reads a growth, which shows nothing yet; null where it is none. */
export const readGrowth = (file: string): Growth | null => {
  const end = file.indexOf('\n\n');
  const [head = '', ...lines] = file.slice(0, Math.max(end, 0)).split('\n');
  const [, old] = /^old (0|[1-9]\d{0,15})$/.exec(head) ?? [];
  const path = hashesIn(lines);
  if (old === undefined || !path || path.length > MOST_HASHES) return null;
  return { old: Number(old), path, checkpoint: file.slice(end + 2) };
};
