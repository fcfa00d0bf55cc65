import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { openDatabase } from './database.ts';
import type { App } from './env.ts';
import { gather } from './gather.ts';
import { hostCookie } from './host-cookie.ts';

/** The header in which programs hand a bookmark on, and get the next. */
export const BOOKMARK = 'Samtykke-Bookmark';

const COOKIE = 'samtykke-seen';
/** A replica is behind for seconds at most; a page asked for later needs no bookmark. */
const COOKIE_SECONDS = 60;

/** Anything else than a bookmark of D1's would fail in D1. */
const bookmark = /^[\da-f]{8}(-[\da-f]{4,40}){3}$/;

/** What everybody sees alike, and what nobody has just changed themselves. */
const shared = /^\/(?:v1\/(?:forms\/[^/]+|statements\/[^/]+|branding)|f\/[^/]+)$/;

/** Pages on which someone who has saved goes on reading. */
const pages = /^\/(?:console|preferences)(?:\/|$)/;

const stateFor = (isRead: boolean, path: string, known: string | undefined): string => {
  if (!isRead) return 'first-primary';
  if (known && bookmark.test(known)) return known;
  return shared.test(path) ? 'first-unconstrained' : 'first-primary';
};

/**
 * Opens the database for a request. Reads may come from a replica where they show what everybody sees, or
 * where the request hands on the bookmark of an earlier answer: a person always sees their own save. The
 * bookmark travels in the header `Samtykke-Bookmark` of `/v1`, and in a cookie of the pages for a minute.
 * What a request reads at once is one round trip.
 */
export const withDatabase = createMiddleware<App>(async (c, next) => {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  const known = c.req.header(BOOKMARK) ?? getCookie(c, COOKIE, 'host');
  const session = openDatabase(c.env, stateFor(isRead, c.req.path, known));
  c.set('db', gather(session));
  await next();
  const seen = session.getBookmark();
  if (!seen) return;
  if (c.req.path.startsWith('/v1/')) c.res.headers.set(BOOKMARK, seen);
  else if (!isRead && c.res.status < 400 && pages.test(c.req.path))
    setCookie(c, COOKIE, seen, { ...hostCookie, maxAge: COOKIE_SECONDS });
});
