const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hexadecimal. */
export const hex = (bytes: Uint8Array): string =>
  bytes.reduce((text, byte) => text + PAIRS[byte], '');

/** Reads lower- or upper-case hexadecimal; null where it is none. */
export const bytesOfHex = (text: string): Uint8Array<ArrayBuffer> | null =>
  /^(?:[\da-f]{2})+$/i.test(text)
    ? Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    : null;

/** Lower-case hexadecimal SHA-256 of a text's UTF-8 bytes. */
export const sha256 = async (text: string): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));

/** A text as a Content-Security-Policy names what may stand in a page: `'sha256-…'`. */
export const sha256Source = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
};

/** So many random bytes in hexadecimal; 16 make a salt that nobody guesses. */
export const randomHex = (bytes: number): string =>
  hex(crypto.getRandomValues(new Uint8Array(bytes)));
