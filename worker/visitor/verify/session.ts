import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Session } from '../../contract/sessions.ts';
import { describes } from '../../platform/api/describe.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { hostCookie } from '../../platform/host-cookie.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { personOfSession } from './entry.ts';

const COOKIE = 'samtykke';

/** Keeps a session for the hosted pages, out of reach of scripts and of other sites. */
export const keepSession = (c: Context<App>, { token, expiresAt }: Session): void =>
  setCookie(c, COOKIE, token, { ...hostCookie, expires: new Date(expiresAt) });

export const endSession = (c: Context<App>): void => {
  deleteCookie(c, COOKIE, hostCookie);
};

/** The person whose session the hosted page's cookie is; null without a live one. */
export const personOfCookie = async (c: Context<App>): Promise<string | null> => {
  const token = getCookie(c, COOKIE, 'host');
  return token ? personOfSession(callerOf(c), token) : null;
};

const bearer = /^Bearer (\S+)$/i;

/** Lets a request through only with a live session token; sets `person`. 401 otherwise (RFC 6750). */
export const inSession = describes(
  createMiddleware<App>(async (c, next) => {
    const token = bearer.exec(c.req.header('Authorization') ?? '')?.[1];
    const person = token ? await personOfSession(callerOf(c), token) : null;
    if (!person)
      throw new ProblemError(
        'no-session',
        { detail: 'Ask for a new code.' },
        { 'WWW-Authenticate': 'Bearer realm="preferences"' },
      );
    c.set('person', person);
    c.header('Cache-Control', 'no-store');
    await next();
  }),
  { security: [{ session: [] }], 'x-problems': ['no-session'] },
);
