import {
  AuthorizationResponseError,
  authorizationCodeGrantRequest,
  getValidatedIdTokenClaims,
  OperationProcessingError,
  processAuthorizationCodeResponse,
  processUserInfoResponse,
  ResponseBodyError,
  UnsupportedOperationError,
  userInfoRequest,
  validateApplicationLevelSignature,
  validateAuthResponse,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi';
import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { normaliseEmail } from '../../platform/email.ts';
import {
  type Attempt,
  authentication,
  callsTo,
  discover,
  type Provider,
  ProviderUnavailable,
} from './oidc.ts';
import { findUser } from './store.ts';

/** What came of a sign-in with the provider. `rejected`: what came back is not for this sign-in, or is forged. */
export type Returned =
  | { state: 'user'; user: string }
  | { state: 'cancelled' | 'rejected' | 'unverified' | 'unknown' | 'unavailable' };

/** What a provider says of an address; only `true` means that it has verified it. */
const Claims = z.object({ email: z.string(), email_verified: z.literal(true) });

/** What came back with the browser, and where it was sent to. */
type Return = { parameters: URLSearchParams; redirectUri: string; attempt: Attempt };

/**
 * Exchanges the code for an ID token and returns its claims, or those of the userinfo endpoint where the
 * provider keeps the address out of the token. Checks state, nonce, issuer, audience, time and signature.
 */
const claimsOf = async (
  provider: Provider,
  { parameters, redirectUri, attempt }: Return,
): Promise<unknown> => {
  const { client } = provider;
  const calls = callsTo(provider);
  const server = await discover(provider);
  const answer = await authorizationCodeGrantRequest(
    server,
    client,
    authentication(provider, server),
    validateAuthResponse(server, client, parameters, attempt.state),
    redirectUri,
    attempt.verifier,
    calls,
  );
  const tokens = await processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: attempt.nonce,
    requireIdToken: true,
  });
  await validateApplicationLevelSignature(server, answer, calls);
  const claims = getValidatedIdTokenClaims(tokens);
  if (!claims || claims.email !== undefined || !server.userinfo_endpoint) return claims;
  const said = await userInfoRequest(server, client, tokens.access_token, calls);
  return processUserInfoResponse(server, client, claims.sub, said);
};

const userOf = async (db: Database, said: unknown): Promise<Returned> => {
  const claims = Claims.safeParse(said);
  if (!claims.success) return { state: 'unverified' };
  const email = normaliseEmail(claims.data.email);
  const user = email === null ? null : await findUser(db, email);
  return user?.active ? { state: 'user', user: user.id } : { state: 'unknown' };
};

/** Says what an error of the exchange means; throws it again where it is none of the provider's. */
const failureOf = (error: unknown): Returned => {
  if (error instanceof ProviderUnavailable) return { state: 'unavailable' };
  if (error instanceof AuthorizationResponseError && error.error === 'access_denied')
    return { state: 'cancelled' };
  if (
    error instanceof AuthorizationResponseError ||
    error instanceof OperationProcessingError ||
    error instanceof ResponseBodyError ||
    error instanceof UnsupportedOperationError ||
    error instanceof WWWAuthenticateChallengeError
  ) {
    console.warn('oidc', error.code, 'error' in error ? error.error : '');
    return { state: 'rejected' };
  }
  throw error;
};

/**
 * Finishes a sign-in with the provider: returns the active user whose address it has verified. Nobody becomes
 * a user by it. https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth
 */
export const finishOidc = async (
  db: Database,
  provider: Provider,
  returned: Return,
): Promise<Returned> => {
  try {
    return await userOf(db, await claimsOf(provider, returned));
  } catch (error) {
    return failureOf(error);
  }
};
