// How tools sign what they post.
import { hex } from '../../platform/hash.ts';

const hmac = async (hash: string, secret: string, text: string): Promise<Uint8Array> => {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(secret),
    { name: 'HMAC', hash },
    false,
    ['sign'],
  );
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
};

/** The HMAC-SHA256 of a text, in lower-case hexadecimal. */
export const hmacHex = async (secret: string, text: string): Promise<string> =>
  hex(await hmac('SHA-256', secret, text));

/** The same in base64. */
export const hmacBase64 = async (secret: string, text: string): Promise<string> =>
  btoa(String.fromCharCode(...(await hmac('SHA-256', secret, text))));

/** Whether two texts are alike, in a time that does not say where they differ. */
export const isSame = (one: string, other: string): boolean => {
  const encoder = new TextEncoder();
  const [left, right] = [encoder.encode(one), encoder.encode(other)];
  return left.byteLength === right.byteLength && crypto.subtle.timingSafeEqual(left, right);
};
