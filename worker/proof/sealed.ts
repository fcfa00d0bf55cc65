// What a checkpoint is worth: who signed it, who saw it besides, and when.
import { fromBase64 } from './base64.ts';
import { type Certificate, certificatesIn } from './certificate.ts';
import { readCheckpoint } from './checkpoint.ts';
import { cosignedBy } from './cosignature.ts';
import { type Finding, type Known, stateOf } from './finding.ts';
import { isSignedBy, type Kind, type Note, readNote, readVkey, type Verifier } from './note.ts';
import {
  imprintOf,
  isIssuedUnder,
  readTimestamp,
  signerOfTimestamp,
  type Timestamp,
} from './timestamp.ts';
import { isSameHash } from './tree.ts';

const SECOND_MS = 1000;

/** Reads public keys, without those that are none. */
export const verifiersOf = async (vkeys: readonly string[], kind?: Kind): Promise<Verifier[]> =>
  (await Promise.all(vkeys.map((vkey) => readVkey(vkey, kind)))).filter(
    (verifier) => verifier !== null,
  );

/** Says whether one of the keys signed a note, and none of them what does not fit. */
export const isSigned = async (note: Note, verifiers: readonly Verifier[]): Promise<boolean> => {
  const held = await Promise.all(verifiers.map((verifier) => isSignedBy(note, verifier)));
  return held.some(Boolean);
};

const checkWitness = async (note: Note, witness: Verifier, size: number): Promise<Finding[]> => {
  const cosigned = await cosignedBy(note, witness);
  if (cosigned.state === 'absent') return [];
  const by = witness.name;
  return cosigned.state === 'holds'
    ? [{ check: 'witness', state: 'holds', by, size, at: cosigned.seconds * SECOND_MS }]
    : [{ check: 'witness', state: 'fails', by, size }];
};

const checkAuthority = async (
  { certificates }: Timestamp,
  signer: Certificate,
  known: Known,
): Promise<Finding> => {
  const by = signer.name;
  if (!known.authorities?.length) return { check: 'authority', state: 'unknown', by };
  const trusted = known.authorities.flatMap(certificatesIn);
  const isTheirs = await isIssuedUnder(signer, trusted, certificates);
  return { check: 'authority', state: stateOf(isTheirs), by };
};

const checkTime = async (
  timestamp: Timestamp | null,
  size: number,
  known: Known,
): Promise<Finding[]> => {
  const signer = timestamp && (await signerOfTimestamp(timestamp));
  if (!timestamp || !signer) return [{ check: 'time', state: 'fails', size }];
  const { at } = timestamp;
  return [
    { check: 'time', state: 'holds', by: signer.name, at, size },
    await checkAuthority(timestamp, signer, known),
  ];
};

/** What stands beside checkpoints: the keys of witnesses, and timestamps of their text in base64. */
export type Beside = { witnesses: readonly string[]; timestamps: readonly string[] };

/** Checks who else than the log saw its checkpoints, and when: witnesses, and authorities for timestamps. */
export const checkSeen = async (
  notes: readonly string[],
  beside: Beside,
  known: Known,
): Promise<Finding[]> => {
  const witnesses = await verifiersOf(known.witnesses ?? beside.witnesses, 'cosignature');
  const stamps = beside.timestamps.map((token) =>
    readTimestamp(fromBase64(token) ?? Uint8Array.of()),
  );
  const used = new Set<Timestamp | null>();
  const found: Finding[] = [];
  for (const text of notes) {
    const note = readNote(text);
    const size = note && readCheckpoint(note.text)?.size;
    if (!note || size === null || size === undefined) continue;
    const seen = (
      await Promise.all(witnesses.map((each) => checkWitness(note, each, size)))
    ).flat();
    found.push(
      ...(seen.length > 0 ? seen : [{ check: 'witness', state: 'absent', size } as const]),
    );
    const imprint = await imprintOf(note.text);
    const own = stamps.filter((stamp) => stamp && isSameHash(stamp.imprint, imprint));
    for (const stamp of own) used.add(stamp);
    const times = await Promise.all(own.map((stamp) => checkTime(stamp, size, known)));
    found.push(
      ...(times.length > 0 ? times.flat() : [{ check: 'time', state: 'absent', size } as const]),
    );
  }
  const isOfNothing = stamps.some((stamp) => !used.has(stamp));
  return isOfNothing ? [...found, { check: 'time', state: 'fails' }] : found;
};
