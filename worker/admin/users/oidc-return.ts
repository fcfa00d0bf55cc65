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
import type { User } from '../../contract/users.ts';
import type { Caller } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import { auditFailure, type Failure } from './failed.ts';
import { type Account, findByAccount, linkAccount } from './linked.ts';
import {
  type Attempt,
  authentication,
  callsTo,
  discover,
  type Provider,
  ProviderUnavailable,
} from './oidc.ts';
import { findUser } from './store.ts';

/**
 * What came of a sign-in with the provider. `rejected`: what came back is not for this sign-in, or is forged;
 * `other-account`: the user whose address it is has signed in with another account there.
 */
export type Returned =
  | { state: 'user'; user: string }
  | { state: 'cancelled' | 'unavailable' }
  | { state: 'rejected' | 'unverified' | 'unknown' | 'other-account' };

/** What a sign-in takes of the request that finishes it. */
type Linking = Pick<Caller, 'db' | 'now'>;

/** What a provider says of an address; only `true` means that it has verified it. */
const Claims = z.object({ email: z.string(), email_verified: z.literal(true) });

/** What came back with the browser, and where it was sent to. */
type Return = { parameters: URLSearchParams; redirectUri: string; attempt: Attempt };

/** Which account signed in, and what the provider says of it. */
type Said = { account: Account; claims: unknown };

/**
 * Exchanges the code for an ID token and returns its claims, or those of the userinfo endpoint where the
 * provider keeps the address out of the token. Checks state, nonce, issuer, audience, time and signature.
 */
const claimsOf = async (
  provider: Provider,
  { parameters, redirectUri, attempt }: Return,
): Promise<Said> => {
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
  if (!claims) throw new OperationProcessingError('no ID token');
  const account = { issuer: claims.iss, subject: claims.sub };
  if (claims.email !== undefined || !server.userinfo_endpoint) return { account, claims };
  const said = await userInfoRequest(server, client, tokens.access_token, calls);
  return { account, claims: await processUserInfoResponse(server, client, claims.sub, said) };
};

/** Refuses a sign-in, and audits why and whose it would have been. */
const refuse = async (
  caller: Linking,
  why: Extract<Failure, { way: 'oidc' }>['why'],
  user: User | null = null,
): Promise<Returned> => {
  await auditFailure(caller, { way: 'oidc', why }, user);
  return { state: why === 'inactive' ? 'unknown' : why };
};

/** Finds the user of a verified address, and links them to the account that they signed in with first. */
const linkByEmail = async (
  caller: Linking,
  account: Account,
  email: string | null,
): Promise<Returned> => {
  const user = email === null ? null : await findUser(caller.db, email);
  if (!user?.active) return refuse(caller, user ? 'inactive' : 'unknown', user);
  const isLinked =
    (await linkAccount(caller, user, account)) ||
    // The same user may sign in from two browsers at once.
    (await findByAccount(caller.db, account))?.id === user.id;
  return isLinked ? { state: 'user', user: user.id } : refuse(caller, 'other-account', user);
};

/** Finds whom an account signs in: the user who is linked to it, or who has the address that the provider verified. */
const userOf = async (caller: Linking, { account, claims: said }: Said): Promise<Returned> => {
  const linked = await findByAccount(caller.db, account);
  const claims = Claims.safeParse(said);
  if (!claims.success) return refuse(caller, 'unverified', linked);
  if (!linked) return linkByEmail(caller, account, normaliseEmail(claims.data.email));
  return linked.active ? { state: 'user', user: linked.id } : refuse(caller, 'inactive', linked);
};

/** Says what an error of the exchange means; throws it again where it is none of the provider's. */
const failureOf = (caller: Linking, error: unknown): Promise<Returned> | Returned => {
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
    return refuse(caller, 'rejected');
  }
  throw error;
};

/**
 * Finishes a sign-in with the provider: returns the active user who is linked to the account there, or whose
 * address it has verified and who has signed in with no other. Nobody becomes a user by it.
 * https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth
 */
export const finishOidc = async (
  caller: Linking,
  provider: Provider,
  returned: Return,
): Promise<Returned> => {
  try {
    return await userOf(caller, await claimsOf(provider, returned));
  } catch (error) {
    return failureOf(caller, error);
  }
};
