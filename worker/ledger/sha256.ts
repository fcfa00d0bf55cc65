/** Lower-case hexadecimal. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Lower-case hexadecimal SHA-256 of a text's UTF-8 bytes. */
export const sha256 = async (text: string): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));

/** So many random bytes in hexadecimal; 16 make a salt that nobody guesses. */
export const randomHex = (bytes: number): string =>
  hex(crypto.getRandomValues(new Uint8Array(bytes)));
