import { base64url } from 'jose';
import type { Env } from '../platform/env.ts';
import { publicUrl } from '../platform/public-url.ts';
import { logKeys, witnessKey } from '../platform/signing/keys.ts';
import { type Kind, type Signer, verifierOf } from '../proof/note.ts';

/** What stands before the 32 bytes of a private Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const PKCS8 = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32);

const signerOf = async (name: string, secret: Uint8Array, kind: Kind): Promise<Signer> => {
  const bytes = Uint8Array.of(...PKCS8, ...secret);
  const key = await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', true, ['sign']);
  const jwk = await crypto.subtle.exportKey('jwk', key);
  if (jwk instanceof ArrayBuffer || !jwk.x) throw new Error('The key has no public half.');
  return { key, verifier: await verifierOf(name, new Uint8Array(base64url.decode(jwk.x)), kind) };
};

/**
 * Makes the signers of a log from `LOG_KEYS`, none where it is unset. All of them sign, so that a new key is put
 * beside the old one for as long as anyone knows only that.
 */
export const logSigners = (env: Env, origin: string): Promise<Signer[]> =>
  Promise.all(logKeys(env).map(({ secret }) => signerOf(origin, secret, 'note')));

/** Makes what cosigns checkpoints of other logs; null without `WITNESS_KEY` or `PUBLIC_URL`. */
export const witnessSigner = async (
  env: Pick<Env, 'WITNESS_KEY' | 'PUBLIC_URL' | 'ENVIRONMENT'>,
): Promise<Signer | null> => {
  const [key, url] = [witnessKey(env), publicUrl(env)];
  return key && url ? signerOf(`${new URL(url).host}/witness`, key.secret, 'cosignature') : null;
};
