import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { emailByAccess } from '../../admin/users/cloudflare-access.ts';
import { userOfSession } from '../../admin/users/session.ts';
import { findUser } from '../../admin/users/store.ts';
import type { Right } from '../../contract/rights.ts';
import type { User } from '../../contract/users.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleApp } from './app.ts';
import { showForbidden } from './shell.tsx';

const COOKIE = 'samtykke-console';
/** `__Host-`: sent to this host alone, and only over TLS (or to localhost). It ends with the browser. */
const options = {
  prefix: 'host',
  httpOnly: true,
  secure: true,
  sameSite: 'Strict',
  path: '/',
} as const;

export const keepConsoleSession = (c: Context<ConsoleApp>, token: string): void =>
  setCookie(c, COOKIE, token, options);

export const dropConsoleSession = (c: Context<ConsoleApp>): void => {
  deleteCookie(c, COOKIE, options);
};

/** Whom Cloudflare Access vouches for, or whose cookie it is. */
const whoIs = async (c: Context<ConsoleApp>): Promise<{ user: User; session: string } | null> => {
  const email = await emailByAccess(c.env, c.req.header('Cf-Access-Jwt-Assertion'));
  const user = email && (await findUser(c.get('db'), email));
  if (user) return user.active ? { user, session: '' } : null;
  const token = getCookie(c, COOKIE, 'host');
  return token ? userOfSession(c.get('db'), token) : null;
};

/** Lets only users through; sets `user`, `session`, `actor` and `rights`. Others are led to sign in. */
export const signedIn = createMiddleware<ConsoleApp>(async (c, next) => {
  const who = await whoIs(c);
  if (!who) return c.redirect('/console/sign-in', 303);
  c.set('user', who.user);
  c.set('session', who.session);
  c.set('actor', `user:${who.user.id}`);
  c.set('rights', who.user.rights);
  await next();
});

/** Lets through who has one of these rights; others see which is missing, and it is audited. */
export const may = (...rights: [Right, ...Right[]]) =>
  createMiddleware<ConsoleApp>(async (c, next) => {
    if (!rights.some((right) => c.get('rights').includes(right))) {
      await audit(callerOf(c), { act: 'denied', object: rights[0] }).run();
      return showForbidden(c, rights[0]);
    }
    await next();
  });

export const has = (c: Context<ConsoleApp>, right: Right): boolean =>
  c.get('rights').includes(right);
