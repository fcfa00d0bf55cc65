// What an authority says of a hash: that it saw it at a time (RFC 3161, in a signed message by RFC 5652).
import { type Certificate, readCertificate } from './certificate.ts';
import {
  BadDer,
  context,
  type Der,
  der,
  expectTag,
  inside,
  oidOf,
  readAll,
  readOne,
  tags,
  timeOf,
} from './der.ts';
import { hashes, isSignedWith } from './public-key.ts';
import { isSameHash } from './tree.ts';

const oids = {
  signedData: '1.2.840.113549.1.7.2',
  timestamp: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  digest: '1.2.840.113549.1.9.4',
  certificate: '1.2.840.113549.1.9.16.2.12',
  certificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

const SHA256_OID = Uint8Array.of(6, 9, 96, 134, 72, 1, 101, 3, 4, 2, 1);
const SHA256 = '2.16.840.1.101.3.4.2.1';

/** What a timestamp says: the hash that it is of, when, and whose certificate signed it. Nothing is checked yet. */
export type Timestamp = {
  imprint: Uint8Array;
  at: number;
  nonce: Uint8Array | null;
  certificates: readonly Certificate[];
  content: Uint8Array<ArrayBuffer>;
  signer: Der[];
};

const digestOf = async (hash: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest(hash, bytes));

/** The hash that a timestamp of a text is of. */
export const imprintOf = (text: string): Promise<Uint8Array> =>
  digestOf('SHA-256', new Uint8Array(new TextEncoder().encode(text)));

/** Asks an authority for a timestamp of a SHA-256 hash, with its certificate. */
export const timestampRequest = (hash: Uint8Array, nonce: Uint8Array): Uint8Array<ArrayBuffer> =>
  der(
    tags.sequence,
    der(tags.integer, Uint8Array.of(1)),
    der(tags.sequence, der(tags.sequence, SHA256_OID, der(tags.nothing)), der(tags.octets, hash)),
    der(tags.integer, nonce),
    der(tags.boolean, Uint8Array.of(0xff)),
  );

const GRANTED = 1;

/** Takes the timestamp out of an authority's answer; null where it gave none. */
export const tokenIn = (answer: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null => {
  try {
    const [status, token] = readOne(answer);
    const [code] = inside(status);
    return (code?.content[0] ?? GRANTED + 1) <= GRANTED ? (token?.whole ?? null) : null;
  } catch {
    return null;
  }
};

const readSaid = (content: Uint8Array<ArrayBuffer>) => {
  const [, , imprint, , at, ...rest] = readOne(content);
  const [algorithm, hash] = inside(imprint);
  if (oidOf(inside(algorithm)[0]) !== SHA256) throw new BadDer('It is of another hash.');
  return {
    imprint: expectTag(hash, tags.octets).content,
    at: timeOf(expectTag(at, tags.time)),
    nonce: rest.find(({ tag }) => tag === tags.integer)?.content ?? null,
  };
};

/** Reads a timestamp; null where it is none. */
export const readTimestamp = (token: Uint8Array<ArrayBuffer>): Timestamp | null => {
  try {
    const [type, wrapped] = readOne(token);
    if (oidOf(type) !== oids.signedData) return null;
    const parts = inside(inside(wrapped, context(0))[0]);
    const [contentType, octets] = inside(parts[2]);
    const signers = inside(parts.at(-1), tags.set);
    if (oidOf(contentType) !== oids.timestamp || signers.length !== 1) return null;
    const content = expectTag(inside(octets, context(0))[0], tags.octets).content;
    const certificates = parts.find(({ tag }) => tag === context(0));
    return {
      ...readSaid(content),
      content,
      signer: inside(signers[0]),
      certificates: certificates
        ? readAll(certificates.content).map(({ whole }) => readCertificate(whole))
        : [],
    };
  } catch (error) {
    if (error instanceof BadDer) return null;
    throw error;
  }
};

/** The hash of the certificate that a signer names as their own, and by which algorithm. */
const namedCertificate = (attributes: ReadonlyMap<string, Der>) => {
  const [second, first] = [attributes.get(oids.certificateV2), attributes.get(oids.certificate)];
  const [id] = inside(inside(second ?? first)[0]);
  const parts = inside(id);
  const [algorithm] = parts[0]?.tag === tags.sequence ? inside(parts[0]) : [];
  const hash = first && !second ? 'SHA-1' : algorithm ? hashes[oidOf(algorithm)] : 'SHA-256';
  const value = expectTag(
    parts.find(({ tag }) => tag === tags.octets),
    tags.octets,
  ).content;
  return { hash, value };
};

/** Finds the certificate that signed; null where it is not there, or what it signed is something else. */
const signerOf = async ({ signer, content, certificates }: Timestamp) => {
  const attributes = signer.find(({ tag }) => tag === context(0));
  const [algorithm, signature] = signer.slice(attributes ? signer.indexOf(attributes) + 1 : 0);
  const hash = hashes[oidOf(inside(signer[2])[0])];
  if (!attributes || !algorithm || !signature || hash === undefined) return null;
  const known = new Map(
    readAll(attributes.content).map((attribute) => {
      const [type, values] = inside(attribute);
      const [value] = inside(values, tags.set);
      if (!value) throw new BadDer('An attribute is empty.');
      return [oidOf(type), value];
    }),
  );
  const digest = expectTag(known.get(oids.digest), tags.octets).content;
  const isOfContent = isSameHash(digest, await digestOf(hash, content));
  if (!isOfContent || oidOf(known.get(oids.contentType)) !== oids.timestamp) return null;
  const named = namedCertificate(known);
  if (named.hash === undefined) return null;
  // The signature is over the attributes as the set that they are.
  const signed = Uint8Array.of(tags.set, ...attributes.whole.slice(1));
  for (const certificate of certificates) {
    if (!isSameHash(await digestOf(named.hash, certificate.whole), named.value)) continue;
    const { content: bytes } = expectTag(signature, tags.octets);
    if (await isSignedWith(certificate.key, algorithm, bytes, signed, hash)) return certificate;
  }
  return null;
};

/** Checks a timestamp's signature, and answers whose it is; null where it does not hold. */
export const signerOfTimestamp = async (timestamp: Timestamp): Promise<Certificate | null> => {
  try {
    const signer = await signerOf(timestamp);
    const { at } = timestamp;
    return signer?.isForTimestamps && signer.from <= at && at <= signer.until ? signer : null;
  } catch (error) {
    // What cannot be read, or is no key that can be used, has signed nothing.
    if (error instanceof BadDer || error instanceof DOMException) return null;
    throw error;
  }
};

const MOST_ISSUERS = 5;

/** Says whether a certificate is one of those that are trusted, or was issued under one. */
export const isIssuedUnder = async (
  certificate: Certificate,
  trusted: readonly Certificate[],
  others: readonly Certificate[],
  depth = 0,
): Promise<boolean> => {
  if (trusted.some(({ whole }) => isSameHash(whole, certificate.whole))) return true;
  if (depth === MOST_ISSUERS) return false;
  for (const issuer of [...trusted, ...others]) {
    if (!issuer.isAuthority || !isSameHash(issuer.subject, certificate.issuer)) continue;
    const { algorithm, signature, signed } = certificate;
    if (!(await isSignedWith(issuer.key, algorithm, signature, signed))) continue;
    if (await isIssuedUnder(issuer, trusted, others, depth + 1)) return true;
  }
  return false;
};
