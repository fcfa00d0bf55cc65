import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Reach, Session } from '../../contract/sessions.ts';
import { bearerOf } from '../../platform/api/bearer.ts';
import { describes } from '../../platform/api/describe.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { hostCookie } from '../../platform/host-cookie.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { endSessionToken, type Holder, holderOfSession, reaches } from './entry.ts';

const COOKIE = 'samtykke';

/** Keeps a session for the hosted pages, out of reach of scripts and of other sites. */
export const keepSession = (c: Context<App>, { token, expiresAt }: Session): void =>
  setCookie(c, COOKIE, token, { ...hostCookie, expires: new Date(expiresAt) });

/** Ends the session of the hosted pages. */
export const endSession = async (c: Context<App>): Promise<void> => {
  const token = getCookie(c, COOKIE, 'host');
  deleteCookie(c, COOKIE, hostCookie);
  if (token) await endSessionToken(callerOf(c), token);
};

/** Whose session the hosted page's cookie is, and what it allows; null without a live one. */
export const holderOfCookie = async (c: Context<App>): Promise<Holder | null> => {
  const token = getCookie(c, COOKIE, 'host');
  return token ? holderOfSession(callerOf(c), token) : null;
};

/** Lets a request through only with a live session token; sets `person` and `reach`. 401 otherwise (RFC 6750). */
export const inSession = describes(
  createMiddleware<App>(async (c, next) => {
    const token = bearerOf(c);
    const holder = token ? await holderOfSession(callerOf(c), token) : null;
    if (!holder)
      throw new ProblemError(
        'no-session',
        { detail: 'Ask for a new code.' },
        { 'WWW-Authenticate': 'Bearer realm="preferences"' },
      );
    c.set('person', holder.person);
    c.set('reach', holder.reach);
    c.header('Cache-Control', 'no-store');
    await next();
  }),
  { security: [{ session: [] }], 'x-problems': ['no-session'] },
);

/** Lets a session through only if it allows so much; a code gives one that allows everything. Comes after `inSession`. */
export const needs = (reach: Reach) =>
  describes(
    createMiddleware<App>(async (c, next) => {
      if (!reaches(c.get('reach'), reach))
        throw new ProblemError('needs-code', { detail: 'Ask for a code and sign in with it.' });
      await next();
    }),
    { 'x-problems': ['needs-code'] },
  );
