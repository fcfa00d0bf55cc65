import { html } from 'hono/html';
import { beginSession } from '../../admin/users/session.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { setSessionCookie } from '../kit/guard.ts';

/** Begins a session of a user who has proven who they are, and opens the console. */
export const openConsole = async (c: ConsoleContext, user: string): Promise<Response> => {
  const browser = c.req.header('User-Agent') ?? '';
  setSessionCookie(c, await beginSession(callerOf(c), user, browser));
  // A redirect would hold a SameSite=Strict cookie back on a way that began on another site or in a mail program.
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  return c.html(
    await html`<!doctype html><meta http-equiv="refresh" content="0;url=/console"><title>…</title>`,
  );
};
