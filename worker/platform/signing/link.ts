import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Env } from '../env.ts';
import { SECOND } from '../time.ts';
import { linkKeys, mailingToolKeys } from './keys.ts';

/** What a link lets its holder do, and nothing else. */
export const Scope = z.enum([
  'confirm',
  'unsubscribe',
  'preferences',
  'session',
  'address',
  'sign-in',
]);
export type Scope = z.infer<typeof Scope>;

/** A link as it is made: what it is for, about whom or what, and how many seconds it is good. */
export type NewLink = {
  scope: Scope;
  subject: string;
  seconds: number;
  /**
   * The subscription type that an `unsubscribe` link ends, the mailbox that an `address` link is for, or the
   * `Reach` of a `preferences` link and of a `session`: the least of all where there is none.
   */
  item?: string;
  /** By which this one token can be ended before its time. */
  id?: string;
};

const ISSUER = 'samtykke';

/** Signs the token of a link: a JWT (RFC 7519) with the newest key. */
export const signLink = async (
  env: Env,
  { scope, subject, seconds, item, id: ownId }: NewLink,
): Promise<string> => {
  const [{ id, secret }] = linkKeys(env);
  return new SignJWT({ ...(item && { item }), ...(ownId && { jti: ownId }) })
    .setProtectedHeader({ alg: 'HS256', kid: id })
    .setIssuer(ISSUER)
    .setAudience(scope)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(secret);
};

/** What a token turned out to be. An expired one still says what it was for, so that a new one is offered. */
export type ReadLink =
  | { state: 'good' | 'expired'; subject: string; item?: string; id?: string; issuedAt: number }
  | { state: 'bad' };

const facts = ({ sub = '', iat = 0, jti, item }: JWTPayload) => ({
  subject: sub,
  issuedAt: iat * SECOND,
  ...(typeof item === 'string' && { item }),
  ...(jti && { id: jti }),
});

/**
 * Takes off what a mail program put at the end of a link: a full stop, a comma, a bracket, `>` or `%3E`.
 * What our links end in is a letter, a digit, `-` or `_`.
 */
export const withoutTail = (token: string): string => {
  let end = token.length;
  while (end > 0 && !/[\w-]/.test(token.charAt(end - 1))) end -= 1;
  return token.slice(0, end);
};

/**
 * Reads a token for one scope, whatever a mail program put behind it. Only HS256 with a key of ours is taken
 * (RFC 8725), or of a mailing tool to unsubscribe.
 */
export const readLink = async (env: Env, token: string, scope: Scope): Promise<ReadLink> => {
  const keys = [...linkKeys(env), ...(scope === 'unsubscribe' ? mailingToolKeys(env) : [])];
  try {
    const { payload } = await jwtVerify(
      withoutTail(token),
      ({ kid }) => {
        const key = keys.find(({ id }) => id === kid);
        if (!key) throw new errors.JWKSNoMatchingKey();
        return key.secret;
      },
      { algorithms: ['HS256'], issuer: ISSUER, audience: scope, requiredClaims: ['sub', 'exp'] },
    );
    return { state: 'good', ...facts(payload) };
  } catch (error) {
    // jose checks the signature before the claims, so an expired token was ours.
    if (error instanceof errors.JWTExpired) return { state: 'expired', ...facts(error.payload) };
    return { state: 'bad' };
  }
};
