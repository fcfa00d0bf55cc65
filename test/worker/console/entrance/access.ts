import { importJWK, SignJWT } from 'jose';
import { accessKeys } from '../access-keys.ts';

/** The token with which Cloudflare Access vouches for an address to the console, or to something else. */
export const assertion = async (
  email: string,
  { aud = 'the-console', iss = 'https://team.cloudflareaccess.com' } = {},
): Promise<string> =>
  new SignJWT({ email })
    .setProtectedHeader({ alg: 'RS256', kid: 'access' })
    .setIssuer(iss)
    .setAudience(aud)
    .setExpirationTime('1m')
    .sign(await importJWK(accessKeys.private, 'RS256'));
