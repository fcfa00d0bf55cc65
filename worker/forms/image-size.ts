// The kind and the size of an image, from its first bytes: what it says of itself in its name is not asked.

/** What an image is, and how many pixels it has. */
export type ImageFacts = { type: string; width: number; height: number };

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  [...text].every((mark, n) => bytes[at + n] === mark.charCodeAt(0));

const png = (view: DataView): ImageFacts => ({
  type: 'image/png',
  width: view.getUint32(16),
  height: view.getUint32(20),
});

const gif = (view: DataView): ImageFacts => ({
  type: 'image/gif',
  width: view.getUint16(6, true),
  height: view.getUint16(8, true),
});

/** A number of three bytes, the lowest first. */
const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16);

const webp = (bytes: Uint8Array, view: DataView): ImageFacts => {
  const type = 'image/webp';
  if (startsWith(bytes, 'VP8X', 12))
    return { type, width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
  if (startsWith(bytes, 'VP8L', 12)) {
    const bits = view.getUint32(21, true);
    return { type, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return {
    type,
    width: view.getUint16(26, true) & 0x3fff,
    height: view.getUint16(28, true) & 0x3fff,
  };
};

/** Markers that begin a frame, and so name its size. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const jpeg = (view: DataView): ImageFacts | null => {
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (isFrame(marker))
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
};

/** Tells what an image is; null for what is none that browsers show, or is cut off. */
export const imageFacts = (bytes: Uint8Array): ImageFacts | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 32) return null;
  if (startsWith(bytes, '\x89PNG')) return png(view);
  if (startsWith(bytes, 'GIF8')) return gif(view);
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return webp(bytes, view);
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpeg(view) : null;
};
