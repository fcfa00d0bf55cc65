import { base64url } from 'jose';
import { accessKeys } from '../worker/console/access-keys.ts';
import { type Asked, jsonBody } from './server.ts';

/** A private key as .NET writes it, which is how SuperOffice gives it. */
const xmlOf = (key: Readonly<Record<string, unknown>>): string => {
  const numbers = {
    Modulus: 'n',
    Exponent: 'e',
    P: 'p',
    Q: 'q',
    DP: 'dp',
    DQ: 'dq',
    InverseQ: 'qi',
    D: 'd',
  };
  const base64 = (member: string): string =>
    btoa(String.fromCharCode(...base64url.decode(String(key[member]))));
  const tags = Object.entries(numbers).map(([tag, member]) => `<${tag}>${base64(member)}</${tag}>`);
  return `<RSAKeyValue>${tags.join('')}</RSAKeyValue>`;
};

export const xmlKey = xmlOf(accessKeys.private);

export const settings = {
  environment: 'sod',
  tenant: 'Cust12345',
  app: 'a-client-secret',
  token: 'Samtykke-Ab12Cd34',
  rsa: xmlKey,
  secret: 'a-webhook-secret',
  basis: '61A',
  source: 'API',
};

/** A ticket is named in a token of claims, together with where the tenant is. */
const tokenOf = (claims: Record<string, string>): string =>
  `${[{ alg: 'RS256' }, claims].map((part) => base64url.encode(JSON.stringify(part))).join('.')}.s`;

const isSigned = async (text: string, signature: string): Promise<boolean> => {
  const { kty, n, e } = accessKeys.public;
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('jwk', { kty, n, e }, algorithm, false, ['verify']);
  const bytes = Uint8Array.from(atob(signature), (char) => char.charCodeAt(0));
  return crypto.subtle.verify(algorithm.name, key, bytes, new TextEncoder().encode(text));
};

/** Answers who signs in: with the next ticket, and where the tenant is, or that they are not let in. */
export const signIn = async (
  asked: Asked,
  api: string | null,
  nextTicket: () => number,
): Promise<Response> => {
  const body = jsonBody(asked, [
    'SignedSystemToken',
    'ApplicationToken',
    'ContextIdentifier',
    'ReturnTokenType',
  ]);
  const [token, minute, signature = ''] = String(body.SignedSystemToken).split('.');
  const isRight =
    token === settings.token &&
    /^\d{12}$/.test(minute ?? '') &&
    (await isSigned(`${token}.${minute}`, signature)) &&
    body.ApplicationToken === settings.app &&
    body.ContextIdentifier === settings.tenant;
  if (!isRight) return Response.json({ IsSuccessful: false, ErrorMessage: 'Not authenticated' });
  return Response.json({
    IsSuccessful: true,
    ErrorMessage: null,
    Token: tokenOf({
      'http://schemes.superoffice.net/identity/ctx': settings.tenant,
      'http://schemes.superoffice.net/identity/ticket': `7T:${nextTicket()}`,
      ...(api ? { 'http://schemes.superoffice.net/identity/webapi_url': `${api}/` } : {}),
    }),
  });
};
