import { once } from 'node:events';
import { createServer } from 'node:http';
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

/** Who is signed in at the provider, and what it says of their address. */
export type Account = { email: string; isVerified: boolean };

/** What the provider does amiss with an ID token, or with the request for one. */
export type Fault =
  | { kind: 'claims'; claims: JWTPayload }
  | { kind: 'foreign-key' }
  | { kind: 'failing' }
  | { kind: 'silent' };

/** A real OpenID Connect provider on this machine; a test sets who is signed in there and what goes wrong. */
export type RunningProvider = {
  issuer: string;
  account: Account | null;
  fault: Fault | null;
  /** Makes the Worker known to it as `client`, and another application beside. */
  register: (redirectUri: string) => Promise<void>;
  stop: () => void;
};

export const client = { id: 'samtykke', secret: 'a-secret-of-this-test-alone' };
export const otherClient = { id: 'another', secret: 'another-secret-of-this-test' };

const keyPair = () => generateKeyPair('RS256', { extractable: true });

const configuration = (
  running: RunningProvider,
  redirectUri: string,
  key: Awaited<ReturnType<typeof exportJWK>>,
): Configuration => ({
  clients: [client, otherClient].map(({ id, secret }) => ({
    client_id: id,
    client_secret: secret,
    redirect_uris: [redirectUri],
    response_types: ['code'],
    grant_types: ['authorization_code'],
  })),
  jwks: { keys: [{ ...key, kty: 'RSA', kid: 'of-the-test', alg: 'RS256', use: 'sig' }] },
  cookies: { keys: ['a-key-for-cookies'] },
  claims: { email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      email: id,
      email_verified: running.account?.isVerified ?? false,
    }),
  }),
  loadExistingGrant: async ({ oidc }) => {
    const { Grant } = oidc.provider;
    const grant = new Grant({
      clientId: oidc.client?.clientId ?? '',
      accountId: oidc.session?.accountId ?? '',
    });
    grant.addOIDCScope('openid email');
    await grant.save();
    return grant;
  },
});

/** Starts a provider; nobody can sign in there before `register`. */
export const startProvider = async (): Promise<RunningProvider> => {
  const [own, foreign] = await Promise.all([keyPair(), keyPair()]);
  let answer: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => answer?.(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const sign = (token: string, fault: Fault): Promise<string> =>
    new SignJWT({ ...decodeJwt(token), ...(fault.kind === 'claims' && fault.claims) })
      .setProtectedHeader({ alg: 'RS256', kid: 'of-the-test' })
      .sign(fault.kind === 'foreign-key' ? foreign.privateKey : own.privateKey);

  const running: RunningProvider = {
    issuer: `http://127.0.0.1:${port}`,
    account: null,
    fault: null,
    register: async (redirectUri) => {
      const key = await exportJWK(own.privateKey);
      const provider = new Provider(running.issuer, configuration(running, redirectUri, key));
      provider.use(async (context, next) => {
        const { fault } = running;
        if (context.path.startsWith('/interaction/')) {
          const result = running.account
            ? { login: { accountId: running.account.email, remember: false } }
            : { error: 'access_denied' };
          return provider.interactionFinished(context.req, context.res, result);
        }
        if (context.path === '/token' && fault?.kind === 'failing') {
          context.status = 500;
          return;
        }
        if (context.path === '/token' && fault?.kind === 'silent')
          await once(context.req.socket, 'close');
        await next();
        if (fault && typeof context.body === 'object' && context.body && 'id_token' in context.body)
          context.body.id_token = await sign(String(context.body.id_token), fault);
      });
      answer = provider.callback();
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return running;
};
