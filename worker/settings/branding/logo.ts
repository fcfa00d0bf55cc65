import { sha256 } from '../../platform/hash.ts';

/** What mail programs show: they know no SVG, and a page of ours must never be one that holds a script. */
const shown = /^data:(image\/(?:png|jpeg|webp));base64,(.+)$/;

/** An image as it is served: its type and its bytes. */
export type Image = { type: string; bytes: Uint8Array<ArrayBuffer> };

/** Returns the image that a logo's data URI holds; null where it is none that emails can show. */
export const imageOf = (logo: string): Image | null => {
  const [, type, data] = shown.exec(logo) ?? [];
  if (!type || !data) return null;
  return { type, bytes: Uint8Array.from(atob(data), (char) => char.charCodeAt(0)) };
};

/** The path at which emails find a logo: the same for every recipient, and another for each image. */
export const logoPath = async (logo: string): Promise<string | null> =>
  shown.test(logo) ? `/logo/${(await sha256(logo)).slice(0, 16)}` : null;
