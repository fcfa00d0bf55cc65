// Signed notes: c2sp.org/signed-note, with Ed25519 alone.

import { hex } from '../platform/hash.ts';
import { fromBase64, toBase64 } from './base64.ts';

const ED25519 = 1;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const ID_BYTES = 4;

/** Who signs, as a verifier knows them. `id` tells keys of one name apart. */
export type Verifier = { name: string; id: Uint8Array; key: Uint8Array<ArrayBuffer> };

/** A note: its text, which ends in a line break, and the lines of its signatures. */
export type Note = {
  text: string;
  signatures: { name: string; id: Uint8Array; signature: Uint8Array<ArrayBuffer> }[];
};

const isName = (name: string): boolean => name !== '' && !/[\s+]/u.test(name);

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(text));

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** The id of a key: the first four bytes of a hash over its name and itself. */
export const keyId = async (name: string, key: Uint8Array): Promise<Uint8Array> => {
  const hashed = Uint8Array.of(...bytesOf(`${name}\n`), ED25519, ...key);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', hashed)).slice(0, ID_BYTES);
};

/** Makes the verifier of a name and a public key of 32 bytes. */
export const verifierOf = async (
  name: string,
  key: Uint8Array<ArrayBuffer>,
): Promise<Verifier> => ({ name, key, id: await keyId(name, key) });

/** Writes a verifier as others exchange it: `name+id+key`. */
export const vkeyOf = ({ name, id, key }: Verifier): string =>
  `${name}+${hex(id)}+${toBase64(Uint8Array.of(ED25519, ...key))}`;

/** Reads a `vkey`; null where it is none, of another kind, or its id is not that of its key. */
export const readVkey = async (vkey: string): Promise<Verifier | null> => {
  const [, name = '', id, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey.trim()) ?? [];
  const bytes = fromBase64(encoded);
  if (!isName(name) || bytes?.[0] !== ED25519 || bytes.length !== KEY_BYTES + 1) return null;
  const verifier = await verifierOf(name, bytes.slice(1));
  return hex(verifier.id) === id ? verifier : null;
};

const LINE = /^— (\S+) (\S+)$/u;

const signatureIn = (line: string): Note['signatures'][number] | null => {
  const [, name = '', encoded = ''] = LINE.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!isName(name) || !bytes || bytes.length <= ID_BYTES) return null;
  return { name, id: bytes.slice(0, ID_BYTES), signature: bytes.slice(ID_BYTES) };
};

/** Text of a note holds no control character but its line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f]/u;

/** Reads a note, which proves nothing yet; null where it is none. */
export const readNote = (note: string): Note | null => {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || CONTROL.test(note)) return null;
  const lines = note.slice(end + 2, -1).split('\n');
  const signatures = lines.map(signatureIn).filter((each) => each !== null);
  if (signatures.length !== lines.length) return null;
  return { text: note.slice(0, end + 1), signatures };
};

/** Says whether a verifier signed a note: a signature of theirs that does not fit makes it false. */
export const isSignedBy = async (
  { text, signatures }: Note,
  verifier: Verifier,
): Promise<boolean> => {
  const own = signatures.filter(
    ({ name, id }) => name === verifier.name && startsWith(id, verifier.id),
  );
  const key = await crypto.subtle.importKey('raw', verifier.key, 'Ed25519', false, ['verify']);
  const held = await Promise.all(
    own.map(
      ({ signature }) =>
        signature.length === SIGNATURE_BYTES &&
        crypto.subtle.verify('Ed25519', key, signature, bytesOf(text)),
    ),
  );
  return held.length > 0 && held.every(Boolean);
};

/** What signs: a name and its pair of keys. */
export type Signer = { verifier: Verifier; key: CryptoKey };

/** Writes the line of a signature. */
const lineOf = ({ name, id }: Verifier, signature: Uint8Array): string =>
  `— ${name} ${toBase64(Uint8Array.of(...id, ...signature))}\n`;

/** Signs a text that ends in a line break, by everyone given. */
export const signNote = async (text: string, signers: readonly Signer[]): Promise<string> => {
  const lines = await Promise.all(
    signers.map(async ({ verifier, key }) => {
      const signature = await crypto.subtle.sign('Ed25519', key, bytesOf(text));
      return lineOf(verifier, new Uint8Array(signature));
    }),
  );
  return `${text}\n${lines.join('')}`;
};
