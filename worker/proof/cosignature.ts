// What a witness says of a checkpoint: that it saw it at a time, and none before that it does not begin with
// (c2sp.org/tlog-cosignature, with Ed25519 alone).
import {
  isSignature,
  lineOf,
  type Note,
  type Signer,
  signaturesBy,
  signText,
  type Verifier,
} from './note.ts';

const TIME_BYTES = 8;

const messageOf = (text: string, seconds: number): string =>
  `cosignature/v1\ntime ${seconds}\n${text}`;

const timeBytes = (seconds: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(TIME_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seconds));
  return bytes;
};

/** Makes the line that cosigns the text of a checkpoint, at a time in seconds. */
export const cosign = async (
  text: string,
  { verifier, key }: Signer,
  seconds: number,
): Promise<string> => {
  const signature = await signText(key, messageOf(text, seconds));
  return lineOf(verifier, Uint8Array.of(...timeBytes(seconds), ...signature));
};

/** When a witness cosigned (UTC s), whether it did not, or whether what says to be its cosignature is none. */
export type Cosigned = { state: 'holds'; seconds: number } | { state: 'absent' | 'fails' };

/** Checks what stands in a note as the cosignatures of a witness: one that does not fit makes all of it fail. */
export const cosignedBy = async (note: Note, witness: Verifier): Promise<Cosigned> => {
  const own = signaturesBy(note, witness);
  if (own.length === 0) return { state: 'absent' };
  const times = await Promise.all(
    own.map(async ({ signature }) => {
      if (signature.length <= TIME_BYTES) return null;
      const seconds = Number(new DataView(signature.buffer).getBigUint64(0));
      const message = messageOf(note.text, seconds);
      const holds = await isSignature(witness, signature.slice(TIME_BYTES), message);
      return holds && Number.isSafeInteger(seconds) ? seconds : null;
    }),
  );
  const known = times.filter((time) => time !== null);
  return known.length === own.length
    ? { state: 'holds', seconds: Math.min(...known) }
    : { state: 'fails' };
};
