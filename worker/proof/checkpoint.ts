// What a log has signed of itself: c2sp.org/tlog-checkpoint.
import { hashIn, toBase64 } from './base64.ts';
import { readNote } from './note.ts';
import type { Hash } from './tree.ts';

/** How large a log is, and the root of its tree; `origin` names the log. */
export type Checkpoint = { origin: string; size: number; root: Hash };

/** Writes the text of a checkpoint, to be signed as a note. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;

/** Reads the text of a checkpoint, of which further lines say nothing to us; null where it is none. */
export const readCheckpoint = (text: string): Checkpoint | null => {
  const [origin = '', size = '', encoded = ''] = text.split('\n');
  const root = hashIn(encoded);
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size) || !root) return null;
  return Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root } : null;
};

/** Reads the checkpoint in a note, no matter who signed it; null where it is none. */
export const checkpointIn = (note: string): Checkpoint | null => {
  const read = readNote(note);
  return read && readCheckpoint(read.text);
};

/** The scheme under which a log is served; this machine has no certificate of its own. */
export const addressOf = (origin: string): string =>
  `${/^(localhost|127\.0\.0\.1)(:|\/)/.test(origin) ? 'http' : 'https'}://${origin}`;
