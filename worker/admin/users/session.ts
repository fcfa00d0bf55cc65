import { z } from 'zod';
import type { User } from '../../contract/users.ts';
import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { randomHex, sha256 } from '../../platform/hash.ts';
import { parseRows } from '../../platform/rows.ts';
import { DAY, HOUR, MINUTE } from '../../platform/time.ts';
import { readUser } from './store.ts';

/** A session that nobody has used for so long has ended. */
const IDLE_MS = 8 * HOUR;
/** Nor does any last longer than this, however often it is used. */
const LONGEST_MS = 7 * DAY;
/** That it was used is written down no more often than this. */
const SEEN_MS = MINUTE;

export const BEGIN = `
INSERT INTO user_session (id, sha256, user, browser, created_at, seen_at)
SELECT ?1, ?2, id, ?4, ?5, ?5
FROM user
WHERE id = ?3 AND active = 1`;

export const SIGNED_IN = 'UPDATE user SET signed_in_at = ?2 WHERE id = ?1';

export const SESSION = `
SELECT s.id, s.user, s.seen_at AS seenAt
FROM user_session s
JOIN user u ON u.id = s.user
WHERE s.sha256 = +?1 AND s.ended_at IS NULL AND s.seen_at > ?2 AND s.created_at > ?3 AND u.active = 1`;

export const SEEN = 'UPDATE user_session SET seen_at = ?2 WHERE id = ?1';

/** Whether a user's session goes on, as a condition of an audit entry. */
export const IS_OPEN =
  'EXISTS (SELECT 1 FROM user_session WHERE id = ?7 AND user = ?8 AND ended_at IS NULL)';

export const END =
  'UPDATE user_session SET ended_at = ?3 WHERE id = ?1 AND user = ?2 AND ended_at IS NULL';

/** Of a user who was deactivated. */
export const END_ALL = `
UPDATE user_session
SET ended_at = ?2
WHERE user = ?1 AND ended_at IS NULL AND EXISTS (SELECT 1 FROM user WHERE id = ?1 AND active = 0)`;

/** Uses user_session_by_user. */
export const LIVE = `
SELECT id, browser, created_at AS createdAt, seen_at AS seenAt
FROM user_session
WHERE user = ?1 AND seen_at > ?2 AND created_at > ?3 AND ended_at IS NULL
ORDER BY seen_at DESC
LIMIT 100`;

const SessionRow = z.object({ id: z.string(), user: z.string(), seenAt: z.number() });
const LiveRow = z.object({
  id: z.string(),
  browser: z.string(),
  createdAt: z.number(),
  seenAt: z.number(),
});

/** A session that goes on: where, and since when (UTC ms). */
export type LiveSession = z.infer<typeof LiveRow>;

/**
 * Begins a session with a token that nobody had before; it is known only to anyone who is given it, and opens
 * nothing for a user who was deactivated meanwhile.
 */
export const beginSession = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  user: string,
  browser: string,
): Promise<string> => {
  const token = randomHex(32);
  const id = crypto.randomUUID();
  await db.batch([
    db.prepare(BEGIN).bind(id, await sha256(token), user, browser.slice(0, 300), now),
    db.prepare(SIGNED_IN).bind(user, now),
    auditWhere(
      { db, now, actor: `user:${user}` },
      { act: 'session.begin', object: id },
      IS_OPEN,
      id,
      user,
    ),
  ]);
  return token;
};

/** Whose session a token is, and which; null once it has ended. */
export const userOfSession = async (
  db: Database,
  token: string,
): Promise<{ user: User; session: string } | null> => {
  const now = Date.now();
  const row = await db
    .prepare(SESSION)
    .bind(await sha256(token), now - IDLE_MS, now - LONGEST_MS)
    .first();
  if (!row) return null;
  const { id, user: userId, seenAt } = SessionRow.parse(row);
  const user = await readUser(db, userId);
  if (!user) return null;
  if (now - seenAt > SEEN_MS) await db.prepare(SEEN).bind(id, now).run();
  return { user, session: id };
};

export const liveSessions = async (db: Database, user: string): Promise<LiveSession[]> => {
  const now = Date.now();
  const { results } = await db
    .prepare(LIVE)
    .bind(user, now - IDLE_MS, now - LONGEST_MS)
    .all();
  return parseRows(LiveRow, results);
};

export const endSession = (
  db: Database,
  id: string,
  user: string,
  now: number,
): D1PreparedStatement => db.prepare(END).bind(id, user, now);

export const endSessions = (db: Database, user: string, now: number): D1PreparedStatement =>
  db.prepare(END_ALL).bind(user, now);
