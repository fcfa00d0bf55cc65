import { v4 } from 'uuid';
import { sendNow } from '../../emails/send.ts';
import { findPerson, readLinksAfter } from '../../people/store.ts';
import { afterAnswer } from '../../platform/after-answer.ts';
import type { LaterWork } from '../../platform/caller.ts';
import type { Env } from '../../platform/env.ts';
import { isCode } from '../../platform/signing/code.ts';
import { readLink, signLink } from '../../platform/signing/link.ts';
import { codeOf } from './code.ts';
import { vouchedFor } from './identity.ts';
import { forgetEntries, markUsed, useTry, writeEntry } from './store.ts';

const CODE_MS = 10 * 60_000;
const SESSION_SECONDS = 30 * 60;
const FORGET_SLICE = 1000;

/** A session: what its holder shows with each request, and until when (UTC ms). */
export type Session = { token: string; expiresAt: number };

const sessionOf = async (env: Env, person: string): Promise<Session> => ({
  token: await signLink(env, { scope: 'session', subject: person, seconds: SESSION_SECONDS }),
  expiresAt: Date.now() + SESSION_SECONDS * 1000,
});

/**
 * Somebody asks for the way in. The id is made before anything is looked up, and all the rest happens
 * behind the answer, so that it is the same, and as quick, for an address that nobody has.
 */
export const askForEntry = (
  env: Env,
  { email, host, locale }: { email: string | null; host: string; locale: string | null },
  later: LaterWork,
): string => {
  const id = v4();
  const letter = v4();
  const now = Date.now();
  const write = async () => {
    if (!email) return;
    await writeEntry(env.DB, { id, email, letter, host, locale, expiresAt: now + CODE_MS }, now);
    await sendNow({ env, db: env.DB }, letter);
  };
  later(afterAnswer(write));
  return id;
};

/** A session for the six digits of the letter: once, within ten minutes and five tries. */
export const enterByCode = async (
  env: Env,
  entry: string,
  code: string,
): Promise<Session | null> => {
  const now = Date.now();
  const person = await useTry(env.DB, entry, now);
  const isRight = await isCode(env, codeOf(entry), code);
  if (!person || !isRight || !(await markUsed(env.DB, entry, now))) return null;
  return sessionOf(env, person);
};

/** What became of a link: a session, or whom it was for while a new one can be offered. */
export type Entered =
  | { state: 'in'; session: Session }
  | { state: 'late'; person: string }
  | { state: 'bad' };

/** A session for the link of a letter. Links made before the person revoked them open nothing. */
export const enterByLink = async (env: Env, token: string): Promise<Entered> => {
  const link = await readLink(env, token, 'preferences');
  if (link.state === 'bad') return { state: 'bad' };
  const after = await readLinksAfter(env.DB, link.subject);
  if (after === null) return { state: 'bad' };
  if (link.state === 'expired' || link.issuedAt < after)
    return { state: 'late', person: link.subject };
  return { state: 'in', session: await sessionOf(env, link.subject) };
};

/** A session for a visitor whom the site itself knows, by a token that it made for them. */
export const enterByIdentity = async (env: Env, token: string): Promise<Session | null> => {
  const email = await vouchedFor(env, token);
  const person = email && (await findPerson(env.DB, email));
  return person ? sessionOf(env, person.id) : null;
};

/** The person of a session, or null when it has ended or was revoked. */
export const personOfSession = async (env: Env, token: string): Promise<string | null> => {
  const link = await readLink(env, token, 'session');
  if (link.state !== 'good') return null;
  const after = await readLinksAfter(env.DB, link.subject);
  return after === null || link.issuedAt < after ? null : link.subject;
};

/** Forgets codes that are too old to be used. */
export const forgetOldEntries = (env: Env, now: number) => forgetEntries(env.DB, now, FORGET_SLICE);
