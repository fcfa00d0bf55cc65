// Signed notes: c2sp.org/signed-note, with Ed25519 alone.
import { hex } from '../platform/hash.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** What a key signs: notes as they stand, or cosignatures with their time (c2sp.org/tlog-cosignature). */
export const kinds = { note: 1, cosignature: 4 } as const;
export type Kind = keyof typeof kinds;

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const ID_BYTES = 4;

/** Who signs, as a verifier knows them. `id` tells keys of one name apart. */
export type Verifier = {
  name: string;
  id: Uint8Array;
  key: Uint8Array<ArrayBuffer>;
  kind: Kind;
};

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

/** The id of a key: the first four bytes of a hash over its name, what it signs, and itself. */
export const keyId = async (name: string, key: Uint8Array, kind: Kind): Promise<Uint8Array> => {
  const hashed = Uint8Array.of(...bytesOf(`${name}\n`), kinds[kind], ...key);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', hashed)).slice(0, ID_BYTES);
};

/** Makes the verifier of a name and a public key of 32 bytes. */
export const verifierOf = async (
  name: string,
  key: Uint8Array<ArrayBuffer>,
  kind: Kind = 'note',
): Promise<Verifier> => ({ name, key, kind, id: await keyId(name, key, kind) });

/** Writes a verifier as others exchange it: `name+id+key`. */
export const vkeyOf = ({ name, id, key, kind }: Verifier): string =>
  `${name}+${hex(id)}+${toBase64(Uint8Array.of(kinds[kind], ...key))}`;

/** Reads a `vkey`; null where it is none, of another kind, or its id is not that of its key. */
export const readVkey = async (vkey: string, kind: Kind = 'note'): Promise<Verifier | null> => {
  const [, name = '', id, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey.trim()) ?? [];
  const bytes = fromBase64(encoded);
  if (!isName(name) || bytes?.[0] !== kinds[kind] || bytes.length !== KEY_BYTES + 1) return null;
  const verifier = await verifierOf(name, bytes.slice(1), kind);
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

/** Finds the signatures in a note that say to be a verifier's. */
export const signaturesBy = ({ signatures }: Note, { name, id }: Verifier) =>
  signatures.filter((each) => each.name === name && startsWith(each.id, id));

/** Says whether a key signed a text. */
export const isSignature = async (
  { key }: Verifier,
  signature: Uint8Array<ArrayBuffer>,
  text: string,
): Promise<boolean> => {
  if (signature.length !== SIGNATURE_BYTES) return false;
  const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, signature, bytesOf(text));
};

/** Says whether a verifier signed a note: a signature of theirs that does not fit makes it false. */
export const isSignedBy = async (note: Note, verifier: Verifier): Promise<boolean> => {
  const held = await Promise.all(
    signaturesBy(note, verifier).map(({ signature }) =>
      isSignature(verifier, signature, note.text),
    ),
  );
  return held.length > 0 && held.every(Boolean);
};

/** What signs: a name and its pair of keys. */
export type Signer = { verifier: Verifier; key: CryptoKey };

/** Writes the line of a signature. */
export const lineOf = ({ name, id }: Verifier, signature: Uint8Array): string =>
  `— ${name} ${toBase64(Uint8Array.of(...id, ...signature))}\n`;

export const signText = async (key: CryptoKey, text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytesOf(text)));

/** Signs a text that ends in a line break, by everyone given. */
export const signNote = async (text: string, signers: readonly Signer[]): Promise<string> => {
  const lines = await Promise.all(
    signers.map(async ({ verifier, key }) => lineOf(verifier, await signText(key, text))),
  );
  return `${text}\n${lines.join('')}`;
};
