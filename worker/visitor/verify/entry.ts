import { z } from 'zod';
import type { Person } from '../../contract/people.ts';
import { Reach, type Session } from '../../contract/sessions.ts';
import { codeOf, countTry, forgetEntries, useCode, writeEntry } from '../../people/entries.ts';
import { readLinksAfter, readPerson } from '../../people/store.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import type { Env } from '../../platform/env.ts';
import { flag } from '../../platform/rows.ts';
import { isCode } from '../../platform/signing/code.ts';
import { readLink, signLink } from '../../platform/signing/link.ts';
import { MINUTE, SECOND } from '../../platform/time.ts';
import { useToken, vouchedFor } from './identity.ts';

const SESSION_SECONDS = (30 * MINUTE) / SECOND;
const FORGET_SLICE = 1000;

const sessionOf = async (env: Env, person: string, reach: Reach): Promise<Session> => ({
  token: await signLink(env, {
    scope: 'session',
    subject: person,
    item: reach,
    seconds: SESSION_SECONDS,
    id: crypto.randomUUID(),
  }),
  expiresAt: Date.now() + SESSION_SECONDS * SECOND,
  reach,
});

/** Reads the reach of a token. One from before there was any, or of a kind unknown, has the least. */
const reachOf = (item: string | undefined): Reach => Reach.catch('choices').parse(item);

/**
 * Sends a sign-in code to an address. Its id is made before anything is looked up, and all the rest happens
 * behind the answer, so that it is the same, and as quick, for an address that nobody has.
 */
export const askForEntry = (
  { db, now, later, post }: Caller,
  { email, locale }: { email: string | null; locale: string | null },
): string => {
  const id = crypto.randomUUID();
  const message = crypto.randomUUID();
  later(async () => {
    if (!email) return;
    await db.batch(writeEntry(db, { id, email, message, locale }, now));
    await post(message);
  });
  return id;
};

/** Begins a session by the code in an email: once, within ten minutes and five tries. */
export const enterByCode = async (
  { env, db, now }: Caller,
  entry: string,
  code: string,
): Promise<Session | null> => {
  if (!(await isCode(env, codeOf(entry), code))) {
    await countTry(db, entry, now);
    return null;
  }
  const person = await useCode(db, entry, now);
  return person === null ? null : sessionOf(env, person, 'all');
};

/** What became of a link: a session, or whom it was for while a new one can be offered. */
export type Entered =
  | { state: 'in'; session: Session }
  | { state: 'late'; person: string }
  | { state: 'bad' };

/** Begins a session by the link in an email, with the reach of that link. Links made before the person revoked them open nothing. */
export const enterByLink = async (
  { env, db }: Pick<Caller, 'env' | 'db'>,
  token: string,
): Promise<Entered> => {
  const link = await readLink(env, token, 'preferences');
  if (link.state === 'bad') return { state: 'bad' };
  const after = await readLinksAfter(db, link.subject);
  if (after === null) return { state: 'bad' };
  if (link.state === 'expired' || link.issuedAt < after)
    return { state: 'late', person: link.subject };
  return { state: 'in', session: await sessionOf(env, link.subject, reachOf(link.item)) };
};

/** Begins a session for a visitor whom the site itself knows, by a token that it made for them. */
export const enterByIdentity = async (
  { env, db }: Pick<Caller, 'env' | 'db'>,
  token: string,
): Promise<Session | null> => {
  const person = await vouchedFor(env, db, token);
  return person === null ? null : sessionOf(env, person, 'all');
};

/** Since when a person's links open nothing, and whether this session was ended. By primary keys. */
export const SESSION_OF = `
SELECT p.links_after AS linksAfter,
  EXISTS (SELECT 1 FROM identity_use WHERE token = ?2) AS ended
FROM person p
WHERE p.id = +?1`;

const SessionRow = z.object({ linksAfter: z.number(), ended: flag });

const endedToken = (id: string | undefined): string => `session/${id}`;

/** Whose session it is, and what it allows. */
export type Holder = { person: Person; reach: Reach };

/** Tells whether a session allows what needs a reach. */
export const reaches = (reach: Reach, needed: Reach): boolean =>
  Reach.options.indexOf(reach) >= Reach.options.indexOf(needed);

/** Reads whose session it is, in one round trip; null when it has ended or was revoked. */
export const holderOfSession = async (
  { env, db }: Pick<Caller, 'env' | 'db'>,
  token: string,
): Promise<Holder | null> => {
  const link = await readLink(env, token, 'session');
  if (link.state !== 'good') return null;
  const [row, person] = await Promise.all([
    db.prepare(SESSION_OF).bind(link.subject, endedToken(link.id)).first(),
    readPerson(db, link.subject),
  ]);
  if (!row || !person) return null;
  const { linksAfter, ended } = SessionRow.parse(row);
  return ended || link.issuedAt < linksAfter ? null : { person, reach: reachOf(link.item) };
};

/** Ends a session for good: a copy of its token opens nothing any more. */
export const endSessionToken = async (
  { env, db, now }: Pick<Caller, 'env' | 'db' | 'now'>,
  token: string,
): Promise<void> => {
  const link = await readLink(env, token, 'session');
  if (link.state !== 'good') return;
  await useToken(db, endedToken(link.id), now + SESSION_SECONDS * SECOND);
};

/** Forgets codes that are too old to be used. */
export const deleteOldEntries = (db: Database, now: number) => forgetEntries(db, now, FORGET_SLICE);
