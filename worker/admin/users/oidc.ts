import {
  type AuthorizationServer,
  allowInsecureRequests,
  type Client,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  calculatePKCECodeChallenge,
  customFetch,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  OperationProcessingError,
  processDiscoveryResponse,
} from 'oauth4webapi';
import type { Env } from '../../platform/env.ts';
import { isFresh } from '../../platform/remembered.ts';
import { HOUR, SECOND } from '../../platform/time.ts';

/** How long the provider may take for one answer. */
const PATIENCE_MS = 5 * SECOND;
/** What the provider says of itself is read again after so long. */
const KNOWN_MS = HOUR;

/** The provider does not answer in time, or answers with a failure of its own. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}

/** The OpenID Connect provider that the operator has set up, and who we are to it. */
export type Provider = { issuer: URL; client: Client; secret: string; isLocal: boolean };

/** Returns the provider that users may sign in with; null where none is set up. */
export const providerOf = (env: Env): Provider | null => {
  const { OIDC_ISSUER = '', OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = env;
  if (!id || !secret || !URL.canParse(OIDC_ISSUER)) return null;
  return {
    issuer: new URL(OIDC_ISSUER),
    client: { client_id: id },
    secret,
    isLocal: env.ENVIRONMENT === 'development',
  };
};

/** Reads the whole answer within the time, so that a body that never ends is waited for no longer. */
const reach: typeof fetch = async (url, init) => {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
    .then(async (each) => new Response(await each.arrayBuffer(), each))
    .catch(() => null);
  if (!answer || answer.status >= 500) throw new ProviderUnavailable();
  return answer;
};

/** Returns how the provider is called: over TLS alone, except in development. */
export const callsTo = ({ isLocal }: Provider) => ({
  [customFetch]: reach,
  [allowInsecureRequests]: isLocal,
});

const readMetadata = async (provider: Provider): Promise<AuthorizationServer> => {
  try {
    const answer = await discoveryRequest(provider.issuer, callsTo(provider));
    return await processDiscoveryResponse(provider.issuer, answer);
  } catch (error) {
    // Whatever it is, nobody can sign in there now; the log tells the operator whether the issuer is wrong.
    console.warn('oidc', 'discovery', error instanceof OperationProcessingError ? error.code : '');
    throw new ProviderUnavailable();
  }
};

let known: { issuer: string; server: AuthorizationServer; readAt: number } | undefined;

/** Returns what the provider says of itself (OpenID Connect Discovery 1.0), once an hour for each isolate. */
export const discover = async (provider: Provider): Promise<AuthorizationServer> => {
  const { issuer } = provider;
  if (known?.issuer === issuer.href && isFresh(known.readAt, KNOWN_MS)) return known.server;
  const server = await readMetadata(provider);
  known = { issuer: issuer.href, server, readAt: Date.now() };
  return server;
};

/** Returns how we prove who we are: by a header as OAuth asks for, or in the body where it knows only that. */
export const authentication = (
  { secret }: Provider,
  { token_endpoint_auth_methods_supported: methods }: AuthorizationServer,
): ClientAuth =>
  methods?.includes('client_secret_post') && !methods.includes('client_secret_basic')
    ? ClientSecretPost(secret)
    : ClientSecretBasic(secret);

/** What a browser keeps of a sign-in that has begun: only with it can the sign-in be finished. */
export type Attempt = { state: string; nonce: string; verifier: string };

/**
 * Begins a sign-in: returns the page of the provider to send the browser to, and what it keeps until it is
 * back. Null where the provider does not say of itself what is needed.
 */
export const beginOidc = async (
  provider: Provider,
  redirectUri: string,
): Promise<{ page: URL; attempt: Attempt } | null> => {
  const server = await discover(provider).catch(() => null);
  if (!server?.authorization_endpoint) return null;
  const attempt = {
    state: generateRandomState(),
    nonce: generateRandomNonce(),
    verifier: generateRandomCodeVerifier(),
  };
  const page = new URL(server.authorization_endpoint);
  const asked = {
    client_id: provider.client.client_id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) page.searchParams.set(name, value);
  return { page, attempt };
};
