/** Reads lower- or upper-case hexadecimal; null where it is none. */
export const bytesOfHex = (text: string): Uint8Array<ArrayBuffer> | null =>
  /^(?:[\da-f]{2})+$/i.test(text)
    ? Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    : null;
