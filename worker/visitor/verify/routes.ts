import { Hono } from 'hono';
import { cors } from 'hono/cors';
import {
  CodeBody,
  EntryAnswer,
  EntryRequest,
  ProofBody,
  Session,
} from '../../contract/sessions.ts';
import { Nothing } from '../../contract/words.ts';
import { bearerOf } from '../../platform/api/bearer.ts';
import { operation } from '../../platform/api/operation.ts';
import { json } from '../../platform/api/valid.ts';
import { BOOKMARK } from '../../platform/bookmark.ts';
import { type Caller, callerOf } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import type { App } from '../../platform/env.ts';
import { limited } from '../../platform/limits/limited.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import {
  askForEntry,
  endSessionToken,
  enterByCode,
  enterByIdentity,
  enterByLink,
} from './entry.ts';
import { inSession } from './session.ts';

const sessionByLink = async (caller: Caller, link: string): Promise<Session | null> => {
  const entered = await enterByLink(caller, link);
  return entered.state === 'in' ? entered.session : null;
};

const fromAnyPage = cors({
  origin: '*',
  allowMethods: ['POST'],
  allowHeaders: ['Authorization', 'Content-Type', BOOKMARK],
  exposeHeaders: [BOOKMARK],
  maxAge: 86_400,
});

/** Signs people in to the preference centre. No answer reveals whether an address is known. */
export const entries = new Hono<App>()
  .use('/entries/*', fromAnyPage)
  .use('/sessions/*', fromAnyPage)
  .use('/sessions', fromAnyPage)
  .use('/entries', limited('entries'))
  .use('/entries/:id/session', limited('codes'))
  .use('/sessions', limited('codes'))
  .post(
    '/entries',
    operation({
      id: 'requestCode',
      summary: 'Send a sign-in code and link',
      description: 'The response is the same for an unknown address.',
      answers: { 202: EntryAnswer },
      problems: ['invalid-fields'],
    }),
    json(EntryRequest),
    async (c) => {
      const { email, locale = null } = c.req.valid('json');
      const entry = askForEntry(callerOf(c), { email: normaliseEmail(email), locale });
      return c.json({ entry }, 202);
    },
  )
  .post(
    '/entries/:id/session',
    operation({
      id: 'startSessionByCode',
      summary: 'Start a session with a code',
      description:
        'The session is a bearer token for 30 minutes. Returns `wrong-code` if the code is wrong (five tries), expired, or was never sent.',
      answers: { 201: Session },
      problems: ['wrong-code', 'invalid-fields'],
    }),
    json(CodeBody),
    async (c) => {
      const session = await enterByCode(callerOf(c), c.req.param('id'), c.req.valid('json').code);
      if (!session) throw new ProblemError('wrong-code', { detail: 'Ask for a new code.' });
      c.header('Cache-Control', 'no-store');
      return c.json(session, 201);
    },
  )
  .post(
    '/sessions/end',
    operation({
      id: 'endSession',
      summary: 'End a session',
      description: 'The token of the `Authorization` header opens nothing any more.',
      answers: { 200: Nothing },
    }),
    inSession,
    async (c) => {
      await endSessionToken(callerOf(c), bearerOf(c));
      return c.json({});
    },
  )
  .post(
    '/sessions',
    operation({
      id: 'startSession',
      summary: 'Start a session with a link or an identity',
      description:
        'Takes the token from an email’s link, or an identity token signed by the site. A link from a mailing allows choices only (`reach`): the rest answers `needs-code`. Returns `no-session` if it is expired, revoked, used or unknown.',
      answers: { 201: Session },
      problems: ['no-session', 'invalid-fields'],
    }),
    json(ProofBody),
    async (c) => {
      const proof = c.req.valid('json');
      const session =
        'link' in proof
          ? await sessionByLink(callerOf(c), proof.link)
          : await enterByIdentity(callerOf(c), proof.identity);
      if (!session) throw new ProblemError('no-session', { detail: 'Ask for a new link or code.' });
      c.header('Cache-Control', 'no-store');
      return c.json(session, 201);
    },
  );
