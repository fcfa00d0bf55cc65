import canonicalize from 'canonicalize';
import { ProofFile } from '../contract/proof.ts';
import { sha256 as sha256Of } from '../platform/hash.ts';
import { isIncluded } from './check.ts';
import { clicksFit, receiptFollows, showsItsWords } from './check-beside.ts';
import { readCheckpoint } from './checkpoint.ts';
import { type Check, type Finding, type Known, stateOf } from './finding.ts';
import { type Note, readNote, type Verifier } from './note.ts';
import { checkSeen, isSigned, verifiersOf } from './sealed.ts';
import { readTlogProof } from './tlog-proof.ts';
import { leafHash } from './tree.ts';
import { wholeText } from './whole.ts';

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

const found = (check: Check, holds: boolean, record?: string): Finding =>
  record === undefined
    ? { check, state: stateOf(holds) }
    : { check, state: stateOf(holds), record };

/** Says whether the log signed a checkpoint, by its text and the note that it was read as. */
type IsSigned = (checkpoint: string, note: Note) => Promise<boolean>;

/** Looks at each checkpoint once: the records of a file are mostly proven by the same one. */
const signedBy = (verifiers: readonly Verifier[]): IsSigned => {
  const known = new Map<string, Promise<boolean>>();
  return (checkpoint, note) => {
    const signed = known.get(checkpoint) ?? isSigned(note, verifiers);
    known.set(checkpoint, signed);
    return signed;
  };
};

/** Checks that a record is in the log that its proof names, and that the log signed that. */
const checkSealed = async (
  { content, proof }: Proven,
  origin: string | null,
  isSignedByLog: IsSigned,
): Promise<Finding[]> => {
  const record = content.id;
  if (proof === null) return [{ check: 'sealed', state: 'unknown', record }];
  const read = readTlogProof(proof);
  const note = read && readNote(read.checkpoint);
  const checkpoint = note && readCheckpoint(note.text);
  if (!checkpoint) return [found('included', false, record)];
  const { size, root } = checkpoint;
  const leaf = await leafHash(bytesOf(jsonOf(content)));
  const isIn = await isIncluded({ index: read.index, size, leaf, path: read.path, root });
  const isNamed = checkpoint.origin === origin;
  return [
    found('included', isIn && isNamed, record),
    found('signed', await isSignedByLog(read.checkpoint, note), record),
  ];
};

const checkAddress = async ({ content, salt }: Proven, { address }: Known): Promise<Finding[]> => {
  if (address === undefined) return [];
  const record = content.id;
  if (salt === null) return [{ check: 'address', state: 'unknown', record }];
  return [found('address', (await sha256Of(`${salt}:${address}`)) === content.subject, record)];
};

const checkRecord = async (
  proven: Proven,
  file: ProofFile,
  isSignedByLog: IsSigned,
  known: Known,
): Promise<Finding[]> => {
  const { content, sha256 } = proven;
  const record = content.id;
  const isShown =
    content.statement === null || file.statements.some((each) => each.sha256 === content.statement);
  return [
    found('content', (await sha256Of(jsonOf(content))) === sha256, record),
    ...(await checkSealed(proven, file.origin, isSignedByLog)),
    ...(isShown ? [] : [found('statement', false, record)]),
    ...(await checkAddress(proven, known)),
  ];
};

/** Checks that nothing was left out of a file, put in or changed, by the log's signature over all of it. */
const checkWhole = async (
  { signature, ...file }: ProofFile,
  verifiers: readonly Verifier[],
): Promise<Finding> => {
  if (signature === null) return { check: 'whole', state: 'unknown' };
  const note = readNote(signature);
  const isOfThis = note?.text === (await wholeText(file));
  return found('whole', isOfThis && (await isSigned(note, verifiers)));
};

const checkKeys = ({ keys, origin }: ProofFile, known: Known): Finding[] => {
  if (origin === null) return [];
  if (!known.keys) return [{ check: 'key', state: 'unknown' }];
  const isKnown = keys.some((key) => known.keys?.includes(key));
  return [found('key', isKnown)];
};

/** Lists the checkpoints that the records of a file are proven by, each once. */
export const checkpointsIn = ({ records }: ProofFile): string[] => [
  ...new Set(
    records.flatMap(({ proof }) =>
      proof === null ? [] : (readTlogProof(proof)?.checkpoint ?? []),
    ),
  ),
];

/** Reads a proof file, of which nothing is checked yet; null where it is none. */
export const readProof = (text: string): ProofFile | null => {
  const { data } = ProofFile.safeParse(jsonIn(text));
  return data && data.records.length > 0 ? data : null;
};

/**
 * Checks a proof file that was read, wholly from what it holds and what else is known: asks nobody. The records
 * must be those that were hashed, be in the log and signed for, and say what was shown.
 */
export const verifyProof = async (file: ProofFile, known: Known): Promise<Finding[]> => {
  const verifiers = await verifiersOf(known.keys ?? file.keys);
  const isSignedByLog = signedBy(verifiers);
  const records = await Promise.all(
    file.records.map((proven) => checkRecord(proven, file, isSignedByLog, known)),
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
    ...(await checkSeen(checkpointsIn(file), file, known)),
    ...(known.address === undefined ? [{ check: 'address', state: 'absent' } as const] : []),
  ];
};
