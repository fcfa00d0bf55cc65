import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import type { Session } from '../../contract/sessions.ts';
import { Locale } from '../../contract/words.ts';
import { BOOKMARK } from '../../platform/bookmark.ts';
import { type Caller, callerOf } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import type { App } from '../../platform/env.ts';
import { checkRate } from '../../platform/limits/rate.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { askForEntry, enterByCode, enterByIdentity, enterByLink } from './entry.ts';

/** `POST /v1/entries` */
const Asked = z.strictObject({ email: z.string().max(320), locale: Locale.optional() });
/** `POST /v1/entries/{id}/session` */
const Code = z.strictObject({ code: z.string().max(20) });
/** `POST /v1/sessions` */
const Proof = z.union([
  z.strictObject({ link: z.string().max(2000) }),
  z.strictObject({ identity: z.string().max(4000) }),
]);

const sessionByLink = async (caller: Caller, link: string): Promise<Session | null> => {
  const entered = await enterByLink(caller, link);
  return entered.state === 'in' ? entered.session : null;
};

/** Whoever asks or guesses too often waits, whatever the address. */
const limited = createMiddleware<App>(async (c, next) => {
  await checkRate(c, 'entries');
  await next();
});

const fromAnyPage = cors({
  origin: '*',
  allowMethods: ['POST'],
  allowHeaders: ['Content-Type', BOOKMARK],
  exposeHeaders: [BOOKMARK],
  maxAge: 86_400,
});

/**
 * Lets people into the preference centre. No answer tells whether an address is known.
 * - `POST /v1/entries` `{email, locale?}`: sends an email with a code and a link to the person with the
 *   address; 202 `{entry}` for any address.
 * - `POST /v1/entries/{id}/session` `{code}`: 201 `{token, expiresAt}`, a bearer token for 30 minutes.
 *   422 `wrong-code` for a wrong code (five tries), a late one, and an entry that is not there.
 * - `POST /v1/sessions` `{link}`: the same for the token of an email's link, or `{identity}` for a token
 *   by which the site vouches for its visitor. 401 `no-session` when it is too old, was revoked, used
 *   before or is nobody's.
 */
export const entries = new Hono<App>()
  .use('/entries/*', fromAnyPage)
  .use('/sessions', fromAnyPage)
  .use('/entries/*', limited)
  .use('/sessions', limited)
  .post('/entries', async (c) => {
    const { email, locale = null } = parse(Asked, await c.req.json().catch(() => undefined));
    const entry = askForEntry(callerOf(c), { email: normaliseEmail(email), locale });
    return c.json({ entry }, 202);
  })
  .post('/entries/:id/session', async (c) => {
    const { code } = parse(Code, await c.req.json().catch(() => undefined));
    const session = await enterByCode(callerOf(c), c.req.param('id'), code);
    if (!session) throw new ProblemError('wrong-code', { detail: 'Ask for a new code.' });
    c.header('Cache-Control', 'no-store');
    return c.json(session, 201);
  })
  .post('/sessions', async (c) => {
    const proof = parse(Proof, await c.req.json().catch(() => undefined));
    const session =
      'link' in proof
        ? await sessionByLink(callerOf(c), proof.link)
        : await enterByIdentity(callerOf(c), proof.identity);
    if (!session) throw new ProblemError('no-session', { detail: 'Ask for a new link or code.' });
    c.header('Cache-Control', 'no-store');
    return c.json(session, 201);
  });
