// Several files looked at together: whether a log that showed one of them can have shown the other.
import type { ProofFile } from '../contract/proof.ts';
import { certificatesIn } from './certificate.ts';
import { isConsistent } from './check.ts';
import { addressOf, type Checkpoint, checkpointIn, readCheckpoint } from './checkpoint.ts';
import { type Finding, type Known, stateOf } from './finding.ts';
import { type Growth, readGrowth } from './growth.ts';
import { readNote } from './note.ts';
import { checkSeen, isSigned, verifiersOf } from './sealed.ts';
import { readTlogProof } from './tlog-proof.ts';
import { isSameHash } from './tree.ts';
import { checkpointsIn, readProof, verifyProof } from './verify.ts';

/** Compares two checkpoints, the smaller first. */
const compareTwo = async (
  earlier: Checkpoint,
  later: Checkpoint,
  growths: readonly Growth[],
): Promise<Finding> => {
  const about = { check: 'consistent', size: earlier.size, later: later.size } as const;
  if (earlier.origin !== later.origin) return { ...about, state: 'absent' };
  if (earlier.size === later.size)
    return { ...about, state: stateOf(isSameHash(earlier.root, later.root)) };
  const paths = growths.flatMap(({ old, path, checkpoint }) => {
    const end = checkpointIn(checkpoint);
    return old === earlier.size && end?.size === later.size && isSameHash(end.root, later.root)
      ? [path]
      : [];
  });
  if (paths.length === 0) {
    const url = `${addressOf(later.origin)}/consistency/${earlier.size}/${later.size}`;
    return { ...about, state: 'unknown', url };
  }
  const held = await Promise.all(
    paths.map((path) =>
      isConsistent({
        first: earlier.size,
        second: later.size,
        firstRoot: earlier.root,
        secondRoot: later.root,
        path,
      }),
    ),
  );
  return { ...about, state: stateOf(held.some(Boolean)) };
};

/** A file by what it is. `text` of a bare checkpoint is the signed note. */
type Read =
  | { kind: 'proof'; file: ProofFile }
  | { kind: 'checkpoint'; text: string }
  | { kind: 'growth'; growth: Growth }
  | { kind: 'certificate'; pem: string }
  | { kind: 'none' };

/** A note as it was written: what saves a text may end its lines otherwise, and add some. */
const asWritten = (text: string): string => `${text.replaceAll('\r\n', '\n').trim()}\n`;

const readFile = (text: string): Read => {
  const file = readProof(text);
  if (file) return { kind: 'proof', file };
  if (certificatesIn(text).length > 0) return { kind: 'certificate', pem: text };
  const growth = readGrowth(text);
  if (growth && checkpointIn(growth.checkpoint)) return { kind: 'growth', growth };
  const note = readTlogProof(text)?.checkpoint ?? asWritten(text);
  return checkpointIn(note) ? { kind: 'checkpoint', text: note } : { kind: 'none' };
};

const notesOf = (read: Read): readonly string[] => {
  if (read.kind === 'proof') return checkpointsIn(read.file);
  if (read.kind === 'growth') return [read.growth.checkpoint];
  return read.kind === 'checkpoint' ? [read.text] : [];
};

/** Checks a checkpoint that stands alone; without a key of its log nobody can say who signed it. */
const verifyCheckpoint = async (
  note: string,
  keys: readonly string[] | null,
  known: Known,
): Promise<Finding[]> => {
  const read = readNote(note);
  const size = read && readCheckpoint(read.text)?.size;
  const isSignedByLog = read && keys && (await isSigned(read, await verifiersOf(keys)));
  const state = isSignedByLog === null ? 'unknown' : stateOf(isSignedByLog);
  return [
    { check: 'file', state: 'holds' },
    size == null ? { check: 'signed', state } : { check: 'signed', state, size },
    ...(await checkSeen([note], { witnesses: [], timestamps: [] }, known)),
  ];
};

const verifyOne = (
  read: Read,
  keys: readonly string[] | null,
  known: Known,
): Promise<Finding[]> => {
  switch (read.kind) {
    case 'proof':
      return verifyProof(read.file, known);
    case 'checkpoint':
      return verifyCheckpoint(read.text, keys, known);
    case 'growth':
      return verifyCheckpoint(read.growth.checkpoint, keys, known);
    case 'certificate':
      return Promise.resolve([{ check: 'file', state: 'holds' }]);
    case 'none':
      return Promise.resolve([{ check: 'file', state: 'fails' }]);
  }
};

/** Takes what shows a log the furthest in each file, the smallest first. */
const furthest = (files: readonly Read[]): Checkpoint[] =>
  files
    .filter(({ kind }) => kind !== 'growth')
    .flatMap((read) => {
      const all = notesOf(read).map(checkpointIn);
      const own = all.filter((each) => each !== null).toSorted((one, two) => two.size - one.size);
      return own.slice(0, 1);
    })
    .toSorted((one, two) => one.size - two.size);

/** What came of files: of each alone, in their order, and of all of them together. */
export type Verified = { files: Finding[][]; together: Finding[] };

/**
 * Checks files, wholly from what they hold and what else is known: asks nobody. Proof files and checkpoints of one
 * log are compared with each other; the certificate of an authority among them is taken as known.
 */
export const verifyFiles = async (
  texts: readonly string[],
  known: Known = {},
): Promise<Verified> => {
  const files = texts.map(readFile);
  const pems = files.flatMap((read) => (read.kind === 'certificate' ? [read.pem] : []));
  const all: Known = pems.length
    ? { ...known, authorities: [...(known.authorities ?? []), ...pems] }
    : known;
  const named = files.flatMap((read) => (read.kind === 'proof' ? read.file.keys : []));
  const keys = known.keys ?? (named.length > 0 ? named : null);
  const growths = files.flatMap((read) => (read.kind === 'growth' ? [read.growth] : []));
  const checkpoints = furthest(files);
  const pairs = checkpoints
    .slice(1)
    .map((later, index) => [checkpoints[index] ?? later, later] as const);
  return {
    files: await Promise.all(files.map((read) => verifyOne(read, keys, all))),
    together: await Promise.all(
      pairs.map(([earlier, later]) => compareTwo(earlier, later, growths)),
    ),
  };
};
