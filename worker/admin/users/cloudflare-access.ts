import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { normaliseEmail } from '../../platform/email.ts';
import type { Env } from '../../platform/env.ts';
import { tryAgainIn } from '../../platform/problems/problem.ts';

const RETRY_S = 10;

let keys: { team: string; set: ReturnType<typeof createRemoteJWKSet> } | undefined;

const keysOf = (team: string) => {
  if (keys?.team !== team)
    keys = { team, set: createRemoteJWKSet(new URL(`https://${team}/cdn-cgi/access/certs`)) };
  return keys.set;
};

/**
 * Reads whom Cloudflare Access has let through, by the JWT in `Cf-Access-Jwt-Assertion`: signed by the team's
 * own key (`ACCESS_TEAM`) for this application (`ACCESS_AUD`). Null where it is not set up or has let nobody
 * through; `email` is null for any other token.
 * https://developers.cloudflare.com/cloudflare-one/identity/authorization-cookie/validating-json/
 */
export const readAccess = async (
  env: Env,
  token: string | undefined,
): Promise<{ email: string | null } | null> => {
  const { ACCESS_TEAM: team, ACCESS_AUD: audience } = env;
  if (!team || !audience || !token) return null;
  try {
    const { payload } = await jwtVerify(token, keysOf(team), {
      issuer: `https://${team}`,
      audience,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'email'],
    });
    return { email: typeof payload.email === 'string' ? normaliseEmail(payload.email) : null };
  } catch (error) {
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout))
      return { email: null };
    // Cloudflare's keys are out of reach: nobody can be let in, and nobody is a stranger.
    throw tryAgainIn(RETRY_S, 'unavailable');
  }
};
