import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { readAccess } from '../../admin/users/cloudflare-access.ts';
import { auditFailure } from '../../admin/users/failed.ts';
import { userOfSession } from '../../admin/users/session.ts';
import { findUser } from '../../admin/users/store.ts';
import type { Right } from '../../contract/rights.ts';
import type { User } from '../../contract/users.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import { hostCookie } from '../../platform/host-cookie.ts';
import { knownZone } from '../../settings/known-brand.ts';
import type { ConsoleApp, ConsoleContext } from './app.ts';
import { showForbidden } from './error-page.tsx';
import { maySee } from './may-see.ts';
import { showSignedOut } from './signed-out.tsx';

const COOKIE = 'samtykke-console';

/** Sets the session cookie of a user who signed in. */
export const setSessionCookie = (c: ConsoleContext, token: string): void =>
  setCookie(c, COOKIE, token, hostCookie);

/** Removes the session cookie of a user who signs out. */
export const clearSessionCookie = (c: ConsoleContext): void => {
  deleteCookie(c, COOKIE, hostCookie);
};

/** Returns the active user whose session cookie was sent. */
const bySession = async (c: ConsoleContext): Promise<{ user: User; session: string } | null> => {
  const token = getCookie(c, COOKIE, 'host');
  return token ? userOfSession(c.get('db'), token) : null;
};

/**
 * Returns the active user whom Cloudflare Access vouches for, or whose session cookie was sent. Audits whom
 * Access has let through who is no user.
 */
const authenticate = async (c: ConsoleContext): Promise<{ user: User; session: string } | null> => {
  const access = await readAccess(c.env, c.req.header('Cf-Access-Jwt-Assertion'));
  if (!access) return bySession(c);
  const { email } = access;
  const user = email === null ? null : await findUser(c.get('db'), email);
  if (user?.active) return { user, session: '' };
  const known = user ? null : await bySession(c);
  if (known) return known;
  const why = user ? 'inactive' : email === null ? 'invalid' : 'unknown';
  await auditFailure(callerOf(c), { way: 'access', why }, user);
  return null;
};

/** Whether the session of who posts a form has ended meanwhile; who signs out wanted just that. */
const hasLostSession = (c: ConsoleContext): boolean =>
  c.req.method === 'POST' &&
  c.req.path !== '/console/leave' &&
  getCookie(c, COOKIE, 'host') !== undefined;

/**
 * Lets only users through; sets `user`, `session`, `timeZone`, `actor` and `rights`. Redirects others to sign in, but
 * keeps what someone entered until their session ended.
 */
export const requireUser = createMiddleware<ConsoleApp>(async (c, next) => {
  const known = await authenticate(c);
  if (!known) return hasLostSession(c) ? showSignedOut(c) : c.redirect('/console/sign-in', 303);
  c.set('user', known.user);
  c.set('session', known.session);
  c.set('timeZone', await knownZone(c.get('db')));
  c.set('actor', `user:${known.user.id}`);
  c.set('rights', known.user.rights);
  await next();
});

/** Returns whether the user has a right. */
export const hasRight = (c: ConsoleContext, right: Right): boolean =>
  c.get('rights').includes(right);

const deny = async (c: ConsoleContext, right: Right): Promise<Response> => {
  await audit(callerOf(c), { act: 'denied', object: right }).run();
  return showForbidden(c, right);
};

/** Lets through users who have one of these rights; audits the others and shows which right is missing. */
export const requireRight = (...rights: [Right, ...Right[]]) =>
  createMiddleware<ConsoleApp>(async (c, next) => {
    if (!rights.some((right) => hasRight(c, right))) return deny(c, rights[0]);
    await next();
  });

/** Does as `requireRight`, but shows the screens to auditors too, who can change nothing in them. */
export const screenFor = (...rights: [Right, ...Right[]]) =>
  createMiddleware<ConsoleApp>(async (c, next) => {
    if (!rights.some((right) => hasRight(c, right))) {
      if (c.req.method !== 'GET' || !maySee(c)) return deny(c, rights[0]);
      c.set('isReadOnly', true);
    }
    await next();
  });
