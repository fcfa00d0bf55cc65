// A site that vouches for its own visitors.
import { importJWK, SignJWT } from 'jose';
import { ellipticPrivate, shared } from './site-keys.ts';

/** What is unusual, or wrong, about a token. */
export type Made = {
  kid?: string;
  alg?: string;
  aud?: string;
  seconds?: number;
  /** How many seconds from now it says that it was made. */
  madeIn?: number;
  jti?: string;
  secret?: string;
};

/** A token as a site makes it for its signed-in visitor; with what is wrong about it. */
export const vouch = async (email: string, made: Made = {}) => {
  const {
    kid = 'shared',
    alg = 'HS256',
    aud = 'samtykke',
    seconds = 60,
    madeIn = 0,
    secret,
  } = made;
  const now = Math.floor(Date.now() / 1000) + madeIn;
  const key =
    alg === 'ES256'
      ? await importJWK(ellipticPrivate, 'ES256')
      : new TextEncoder().encode(secret ?? shared.secret);
  return new SignJWT({ email })
    .setProtectedHeader({ alg, kid })
    .setAudience(aud)
    .setJti(made.jti ?? crypto.randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + seconds)
    .sign(key);
};
