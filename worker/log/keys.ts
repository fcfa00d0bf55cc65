import type { Env } from '../platform/env.ts';
import { publicUrl } from '../platform/public-url.ts';
import { privateKeyOf, publicBytesOf } from '../platform/signing/ed25519.ts';
import { logKeys, witnessKey } from '../platform/signing/keys.ts';
import { type Kind, type Signer, verifierOf } from '../proof/note.ts';

const signerOf = async (name: string, secret: Uint8Array, kind: Kind): Promise<Signer> => {
  const key = await privateKeyOf(secret);
  return { key, verifier: await verifierOf(name, await publicBytesOf(key), kind) };
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
