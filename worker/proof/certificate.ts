// As much of X.509 (RFC 5280) as it takes to say whose certificate a timestamp is signed with.
import {
  BadDer,
  context,
  type Der,
  expectTag,
  inside,
  oidOf,
  readOne,
  tags,
  timeOf,
} from './der.ts';

/** A certificate, with what is looked at of it. */
export type Certificate = {
  whole: Uint8Array<ArrayBuffer>;
  signed: Uint8Array<ArrayBuffer>;
  algorithm: Der;
  signature: Uint8Array<ArrayBuffer>;
  issuer: Uint8Array;
  subject: Uint8Array;
  /** Whose it is, for people to read. */
  name: string;
  from: number;
  until: number;
  key: Uint8Array<ArrayBuffer>;
  isAuthority: boolean;
  /** Whether it may sign timestamps. */
  isForTimestamps: boolean;
};

const names = { common: '2.5.4.3', organisation: '2.5.4.10' } as const;
const extensions = { constraints: '2.5.29.19', uses: '2.5.29.37' } as const;
const TIMESTAMPING = '1.3.6.1.5.5.7.3.8';

const namesIn = (name: Der | undefined): Map<string, string> =>
  new Map(
    inside(name)
      .flatMap((set) => inside(set, tags.set))
      .map((pair) => {
        const [type, value] = inside(pair);
        return [oidOf(type), new TextDecoder().decode(value?.content)];
      }),
  );

const nameOf = (name: Der | undefined): string => {
  const read = namesIn(name);
  return read.get(names.common) ?? read.get(names.organisation) ?? '';
};

/** The values of a certificate's extensions, by what they are. */
const extensionsIn = (fields: readonly Der[]): Map<string, Uint8Array<ArrayBuffer>> => {
  const list = fields.find(({ tag }) => tag === context(3));
  const each = list ? readOne(list.content) : [];
  return new Map(
    each.map((extension) => {
      const parts = inside(extension);
      return [oidOf(parts[0]), expectTag(parts.at(-1), tags.octets).content];
    }),
  );
};

/** Takes the bytes of a bit string that is whole bytes, as keys and signatures are. */
export const bitsOf = (value: Der | undefined): Uint8Array<ArrayBuffer> => {
  const { content } = expectTag(value, tags.bits);
  if (content[0] !== 0) throw new BadDer('It is no whole number of bytes.');
  return content.slice(1);
};

/** Reads a certificate; throws `BadDer` where it is none. */
export const readCertificate = (whole: Uint8Array<ArrayBuffer>): Certificate => {
  const [signed, algorithm, signature] = readOne(whole);
  const all = inside(signed);
  const fields = all[0]?.tag === context(0) ? all.slice(1) : all;
  const [, , issuer, validity, subject, key] = fields;
  const [from, until] = inside(validity);
  if (!algorithm || !issuer || !subject || !key || !from || !until)
    throw new BadDer('It is no certificate.');
  const found = extensionsIn(fields);
  const [constraints, uses] = [found.get(extensions.constraints), found.get(extensions.uses)];
  const [isAuthority] = constraints ? readOne(constraints) : [];
  return {
    whole,
    signed: expectTag(signed, tags.sequence).whole,
    algorithm,
    signature: bitsOf(signature),
    issuer: issuer.whole,
    subject: subject.whole,
    name: nameOf(subject),
    from: timeOf(from),
    until: timeOf(until),
    key: key.whole,
    isAuthority: isAuthority?.tag === tags.boolean && isAuthority.content[0] !== 0,
    isForTimestamps: uses !== undefined && readOne(uses).some((use) => oidOf(use) === TIMESTAMPING),
  };
};

const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** Reads the certificates of a PEM file (RFC 7468); none where one of them cannot be read. */
export const certificatesIn = (pem: string): Certificate[] => {
  try {
    return [...pem.matchAll(PEM)].map(([, encoded = '']) => {
      const bytes = atob(encoded.replace(/\s/g, ''));
      return readCertificate(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
    });
  } catch {
    return [];
  }
};
