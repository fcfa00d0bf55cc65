import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

/** Who is signed in at the provider, and what it says of their address. `sub` is the address where none is given. */
export type Account = { email: string; isVerified: boolean; sub?: string };

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
      email: running.account?.email ?? id,
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

/** A request to the provider, and its answer. */
type Exchange = { path: string; status: number; req: IncomingMessage; res: ServerResponse };

/** Answers in the provider's stead where a test wants it to; true if it has. */
const goesAmiss = async (context: Exchange, fault: Fault | null): Promise<boolean> => {
  if (context.path !== '/token') return false;
  if (fault?.kind === 'silent') await once(context.req.socket, 'close');
  if (fault?.kind !== 'failing') return false;
  context.status = 500;
  return true;
};

/** Signs in whom the test has set, where people would type their password. */
const signInThere = (
  provider: Provider,
  { req, res }: Exchange,
  account: Account | null,
): Promise<void> =>
  provider.interactionFinished(
    req,
    res,
    account ? { login: { accountId: account.sub ?? account.email } } : { error: 'access_denied' },
  );

const makeProvider = async (running: RunningProvider, redirectUri: string): Promise<Provider> => {
  const [own, foreign] = await Promise.all([keyPair(), keyPair()]);
  const key = await exportJWK(own.privateKey);
  const provider = new Provider(running.issuer, configuration(running, redirectUri, key));
  const resign = (token: string, fault: Fault): Promise<string> =>
    new SignJWT({ ...decodeJwt(token), ...(fault.kind === 'claims' && fault.claims) })
      .setProtectedHeader({ alg: 'RS256', kid: 'of-the-test' })
      .sign(fault.kind === 'foreign-key' ? foreign.privateKey : own.privateKey);
  provider.use(async (context, next) => {
    const { account, fault } = running;
    if (context.path.startsWith('/interaction/')) return signInThere(provider, context, account);
    if (await goesAmiss(context, fault)) return;
    await next();
    if (fault && typeof context.body === 'object' && context.body && 'id_token' in context.body)
      context.body.id_token = await resign(String(context.body.id_token), fault);
  });
  return provider;
};

/** Starts a provider, which answers nobody before `register`. */
export const startProvider = async (): Promise<RunningProvider> => {
  let answer: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => answer?.(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const running: RunningProvider = {
    issuer: `http://127.0.0.1:${port}`,
    account: null,
    fault: null,
    register: async (redirectUri) => {
      answer = (await makeProvider(running, redirectUri)).callback();
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return running;
};
