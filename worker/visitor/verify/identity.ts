import { errors, importJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { findId } from '../../people/store.ts';
import type { Database } from '../../platform/database.ts';
import { normaliseEmail } from '../../platform/email.ts';
import type { Env } from '../../platform/env.ts';
import { gather } from '../../platform/gather.ts';
import { sha256 } from '../../platform/hash.ts';
import { parseRows } from '../../platform/rows.ts';
import { MINUTE, SECOND } from '../../platform/time.ts';
import { trimDue } from '../../platform/trim.ts';

/** A key of a site that vouches for its signed-in visitors: a shared secret, or its public key. */
const IdentityKey = z.discriminatedUnion('alg', [
  z.object({ kid: z.string().min(1), alg: z.literal('HS256'), secret: z.string().min(32) }),
  z.object({
    kid: z.string().min(1),
    alg: z.literal('ES256'),
    jwk: z.looseObject({ kty: z.string() }),
  }),
]);
type IdentityKey = z.infer<typeof IdentityKey>;

/** A token may live five minutes and no longer: it is made for one page view. */
const LONGEST_SECONDS = (5 * MINUTE) / SECOND;
const FORGET_SLICE = 1000;

const keysOf = (env: Env): IdentityKey[] =>
  env.IDENTITY_KEYS ? parseRows(IdentityKey, JSON.parse(env.IDENTITY_KEYS)) : [];

const material = (key: IdentityKey) =>
  key.alg === 'HS256' ? new TextEncoder().encode(key.secret) : importJWK(key.jwk, 'ES256');

/** What a token must say besides its signature. */
const Claims = z.object({
  email: z.string(),
  jti: z.string().min(8).max(200),
  iat: z.int(),
  exp: z.int(),
});

export const USE_ONCE = `
INSERT INTO identity_use (token, expires_at)
VALUES (?1, ?2)
ON CONFLICT (token) DO NOTHING`;

/** Uses identity_use_by_expiry, as the next. */
export const USES_DUE = 'SELECT 1 AS due FROM identity_use WHERE expires_at <= ?1 LIMIT 1';

export const FORGET_USES = `
DELETE FROM identity_use
WHERE token IN (SELECT token FROM identity_use WHERE expires_at <= ?1 LIMIT ?2)`;

/** Remembers a token until it would have expired; false where it was remembered already. */
export const useToken = async (db: Database, token: string, expiresAt: number): Promise<boolean> =>
  (await db.prepare(USE_ONCE).bind(token, expiresAt).run()).meta.changes === 1;

/**
 * The person whose address a site vouches for, by a JWT (RFC 7519) of its own: `aud` "samtykke", `email`, `jti`,
 * `iat`, `exp` at most five minutes later, signed by HS256 or ES256 with the registered key that `kid`
 * names, and never by another algorithm than that key's own (RFC 8725). Null for anything else, and
 * for a token that was used before. One round trip.
 */
export const vouchedFor = async (env: Env, db: Database, token: string): Promise<string | null> => {
  const keys = keysOf(env);
  let used: IdentityKey | undefined;
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid, alg }) => {
        used = keys.find((key) => key.kid === kid && key.alg === alg);
        if (!used) throw new errors.JWKSNoMatchingKey();
        return material(used);
      },
      {
        algorithms: ['HS256', 'ES256'],
        audience: 'samtykke',
        clockTolerance: 30,
        maxTokenAge: LONGEST_SECONDS,
      },
    );
    const { email, jti, iat, exp } = Claims.parse(payload);
    if (exp <= iat || exp - iat > LONGEST_SECONDS) return null;
    const trip = gather(db);
    const [isFirst, person] = await Promise.all([
      useToken(trip, await sha256(`${used?.kid}/${jti}`), (exp + 60) * SECOND),
      findId(trip, normaliseEmail(email)),
    ]);
    return isFirst ? person : null;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) return null;
    throw error;
  }
};

/** Forgets tokens that could not be used again anyway. */
export const forgetIdentityUses = (db: Database, now: number) =>
  trimDue(db, { due: USES_DUE, trim: FORGET_USES }, now, FORGET_SLICE);
