import canonicalize from 'canonicalize';
import { ProofFile } from '../contract/proof.ts';
import { sha256 as sha256Of } from '../platform/hash.ts';
import { isIncluded } from './check.ts';
import { clicksFit, receiptFollows, showsItsWords } from './check-beside.ts';
import { readCheckpoint } from './checkpoint.ts';
import { isSignedBy, readNote, readVkey, type Verifier } from './note.ts';
import { readTlogProof } from './tlog-proof.ts';
import { leafHash } from './tree.ts';
import { wholeText } from './whole.ts';

/**
 * What is looked at: the file, each record of it, what was shown and how it looked, the clicks of a double opt-in,
 * the consent receipt, and whose signature it is.
 */
export type Check =
  | 'file'
  | 'whole'
  | 'content'
  | 'sealed'
  | 'included'
  | 'signed'
  | 'key'
  | 'statement'
  | 'look'
  | 'clicks'
  | 'receipt'
  | 'address';

/**
 * What came of a check. `unknown` is what nobody can say from the file alone: whether a record is sealed that was
 * not yet, and whether a key is the log's own without one to compare it with.
 */
export type Finding = { check: Check; state: 'holds' | 'fails' | 'unknown'; record?: string };

/** What is known besides the file. */
export type Known = {
  /** The log's public keys as they were got from elsewhere. */
  keys?: readonly string[];
  /** The address that the records are said to be about. */
  address?: string;
};

type Proven = ProofFile['records'][number];

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** RFC 8785 JSON, which the hashes of a record are over. */
const jsonOf = (content: Proven['content']): string => canonicalize(content) ?? '';

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const found = (check: Check, holds: boolean, record?: string): Finding => ({
  check,
  state: holds ? 'holds' : 'fails',
  ...(record === undefined ? {} : { record }),
});

const verifiersOf = async (vkeys: readonly string[]): Promise<Verifier[]> =>
  (await Promise.all(vkeys.map(readVkey))).filter((verifier) => verifier !== null);

const isSigned = async (note: string, verifiers: readonly Verifier[]): Promise<boolean> => {
  const read = readNote(note);
  if (!read) return false;
  const named = verifiers.filter(({ name }) => read.signatures.some((each) => each.name === name));
  const held = await Promise.all(named.map((verifier) => isSignedBy(read, verifier)));
  return held.some(Boolean);
};

/** Checks that a record is in the log that its proof names, and that the log signed that. */
const checkSealed = async (
  { content, proof }: Proven,
  origin: string | null,
  verifiers: readonly Verifier[],
): Promise<Finding[]> => {
  const record = content.id;
  if (proof === null) return [{ check: 'sealed', state: 'unknown', record }];
  const read = readTlogProof(proof);
  const note = read && readNote(read.checkpoint);
  const checkpoint = note && readCheckpoint(note.text);
  if (!read || !checkpoint) return [found('included', false, record)];
  const { size, root } = checkpoint;
  const leaf = await leafHash(bytesOf(jsonOf(content)));
  const isIn = await isIncluded({ index: read.index, size, leaf, path: read.path, root });
  const isNamed = checkpoint.origin === origin;
  return [
    found('included', isIn && isNamed, record),
    found('signed', await isSigned(read.checkpoint, verifiers), record),
  ];
};

const checkRecord = async (
  proven: Proven,
  file: ProofFile,
  verifiers: readonly Verifier[],
  { address }: Known,
): Promise<Finding[]> => {
  const { content, sha256, salt } = proven;
  const record = content.id;
  const isShown =
    content.statement === null || file.statements.some((each) => each.sha256 === content.statement);
  const isTheirs = async (): Promise<Finding> =>
    found('address', (await sha256Of(`${salt}:${address}`)) === content.subject, record);
  return [
    found('content', (await sha256Of(jsonOf(content))) === sha256, record),
    ...(await checkSealed(proven, file.origin, verifiers)),
    ...(isShown ? [] : [found('statement', false, record)]),
    ...(address === undefined || salt === null ? [] : [await isTheirs()]),
  ];
};

/** Checks that nothing was left out of a file, put in or changed, by the log's signature over all of it. */
const checkWhole = async (
  { signature, ...file }: ProofFile,
  verifiers: readonly Verifier[],
): Promise<Finding> => {
  if (signature === null) return { check: 'whole', state: 'unknown' };
  const isOfThis = readNote(signature)?.text === (await wholeText(file));
  return found('whole', isOfThis && (await isSigned(signature, verifiers)));
};

const checkKeys = ({ keys, origin }: ProofFile, known: Known): Finding[] => {
  if (origin === null) return [];
  if (!known.keys) return [{ check: 'key', state: 'unknown' }];
  return [
    found(
      'key',
      keys.some((key) => known.keys?.includes(key)),
    ),
  ];
};

/**
 * Checks a proof file, wholly from what it holds and what else is known: asks nobody. The records must be those
 * that were hashed, be in the log and signed for, and say what was shown.
 */
export const verifyProof = async (text: string, known: Known = {}): Promise<Finding[]> => {
  const parsed = ProofFile.safeParse(jsonIn(text));
  if (!parsed.success || parsed.data.records.length === 0) return [found('file', false)];
  const file = parsed.data;
  const verifiers = await verifiersOf(known.keys ?? file.keys);
  const records = await Promise.all(
    file.records.map((proven) => checkRecord(proven, file, verifiers, known)),
  );
  const statements = await Promise.all(
    file.statements.map(async ({ sha256, content }) =>
      found('statement', (await sha256Of(content)) === sha256),
    ),
  );
  return [
    found('file', true),
    await checkWhole(file, verifiers),
    ...checkKeys(file, known),
    ...records.flat(),
    ...statements,
    found('look', file.statements.every(showsItsWords)),
    found('clicks', clicksFit(file)),
    found('receipt', receiptFollows(file)),
  ];
};
