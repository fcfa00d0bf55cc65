import { z } from 'zod';
import {
  type Connection,
  type ConnectionBody,
  ConnectionState,
  ConnectorKey,
  Mapping,
  Report,
  Stopped,
} from '../contract/connections.ts';
import type { Database } from '../platform/database.ts';
import { json, parseRows } from '../platform/rows.ts';

const COLUMNS = `number, id, connector, name, settings, secrets, mapping, most AS "limit", takes_in AS takesIn, state, stopped,
  created_at AS createdAt, sent_to AS sentTo, retry_at AS retryAt, tries, running, dry_run AS dryRun, reconciled`;

/** Reads nothing where no tool is connected: a scan of what is empty would read a row. */
export const CONNECTIONS = `
SELECT ${COLUMNS}
FROM connection
ORDER BY number
LIMIT iif((SELECT COUNT(*) FROM connection) > 0, -1, 0)`;

export const CONNECTION = `
SELECT ${COLUMNS}
FROM connection
WHERE id = ?1`;

export const INSERT_CONNECTION = `
INSERT INTO connection (id, connector, name, settings, secrets, mapping, most, takes_in, state, created_at, sent_to)
VALUES (?1, ?2, ?3, ?4, ?5, '[]', 500, NULL, 'draft', ?6, 0)`;

/** Another mapping, or other credentials, need another dry run. */
export const SAVE_CONNECTION = `
UPDATE connection
SET name = ?2, settings = ?3, secrets = ?4, most = ?6, takes_in = ?7,
  state = iif(?8 = 1, 'draft', state), dry_run = iif(?8 = 1, NULL, dry_run), running = iif(?8 = 1, NULL, running),
  stopped = iif(?8 = 1, NULL, stopped), retry_at = 0, tries = 0, mapping = ?5
WHERE id = ?1`;

/** Unless they were changed meanwhile. */
export const REPLACE_SECRETS = 'UPDATE connection SET secrets = ?3 WHERE id = ?1 AND secrets = ?2';

export const DELETE_CONNECTION = 'DELETE FROM connection WHERE id = ?1';

export const SET_STATE = `
UPDATE connection
SET state = ?2, stopped = ?3, retry_at = 0, tries = 0
WHERE id = ?1`;

/** What happens from now on is sent; what was before, the comparison of everybody sees to. */
export const BEGIN_SENDING = `
UPDATE connection
SET sent_to = COALESCE((SELECT MAX(number) FROM occasion), 0)
WHERE id = ?1`;

/** Nobody else works on a connection for a while: two schedules never do the same. */
export const CLAIM = `
UPDATE connection
SET claimed_until = ?3
WHERE number = ?1 AND claimed_until < ?2`;

/** What is beyond its limit stays so until a user resumes it. */
export const RELEASE = `
UPDATE connection
SET claimed_until = 0, retry_at = ?2, tries = ?3,
  stopped = iif(state = 'paused' AND stopped = 'over-limit', stopped, ?4),
  state = iif(?4 = 'over-limit', 'paused', state)
WHERE number = ?1`;

export const MOVE = 'UPDATE connection SET sent_to = ?2 WHERE number = ?1';

export const SET_RUNNING = 'UPDATE connection SET running = ?2 WHERE number = ?1';

export const END_RUNNING = `
UPDATE connection
SET running = NULL, dry_run = iif(?3 = 'dry-run', ?2, dry_run), reconciled = iif(?3 = 'reconcile', ?2, reconciled)
WHERE number = ?1`;

/** A comparison of everybody that is under way: which side it reads, and how far it has got. */
export const Running = z.object({
  side: z.enum(['there', 'here']),
  cursor: z.string(),
  report: Report,
});
export type Running = z.infer<typeof Running>;

const Row = z.object({
  number: z.number(),
  id: z.string(),
  connector: ConnectorKey,
  name: z.string(),
  settings: json(z.record(z.string(), z.string())),
  secrets: z.string(),
  mapping: json(Mapping),
  limit: z.number(),
  takesIn: z.string().nullable(),
  state: ConnectionState,
  stopped: Stopped.nullable(),
  createdAt: z.number(),
  sentTo: z.number(),
  retryAt: z.number(),
  tries: z.number(),
  running: json(Running).nullable(),
  dryRun: json(Report).nullable(),
  reconciled: json(Report).nullable(),
});

/** A connected tool as it is kept; its secrets are sealed. */
export type Kept = z.infer<typeof Row>;

/** Reads every connected tool. */
export const readConnections = async (db: Database): Promise<Kept[]> =>
  parseRows(Row, (await db.prepare(CONNECTIONS).all()).results);

/** Reads a connected tool; null where there is none of that id. */
export const readConnection = async (db: Database, id: string): Promise<Kept | null> => {
  const row = await db.prepare(CONNECTION).bind(id).first();
  return row === null ? null : Row.parse(row);
};

/** What of a connection leaves the database: no secret, sealed or not. */
export const shownConnection = ({
  number: _,
  secrets: _sealed,
  sentTo: _sent,
  retryAt: _retry,
  tries: _tries,
  running,
  ...shown
}: Kept): Connection => ({ ...shown, running: running?.report ?? null });

export type NewConnection = Pick<Kept, 'id' | 'connector' | 'name' | 'settings' | 'secrets'>;

export const insertConnection = (
  db: Database,
  { id, connector, name, settings, secrets }: NewConnection,
  now: number,
): D1PreparedStatement =>
  db.prepare(INSERT_CONNECTION).bind(id, connector, name, JSON.stringify(settings), secrets, now);

/** Makes the statement that saves a connection; `isOther` where it must be tried dry again before it runs. */
export const saveConnection = (
  db: Database,
  id: string,
  { name, settings, mapping, limit, takesIn }: ConnectionBody,
  { secrets, isOther }: { secrets: string; isOther: boolean },
): D1PreparedStatement =>
  db
    .prepare(SAVE_CONNECTION)
    .bind(
      id,
      name,
      JSON.stringify(settings),
      secrets,
      JSON.stringify(mapping),
      limit,
      takesIn,
      +isOther,
    );

/** Makes the statement that writes the same secrets, sealed with another key. */
export const replaceSecrets = (
  db: Database,
  id: string,
  before: string,
  after: string,
): D1PreparedStatement => db.prepare(REPLACE_SECRETS).bind(id, before, after);

export const deleteConnection = (db: Database, id: string): D1PreparedStatement =>
  db.prepare(DELETE_CONNECTION).bind(id);

export const setState = (
  db: Database,
  id: string,
  state: ConnectionState,
  stopped: Stopped | null = null,
): D1PreparedStatement => db.prepare(SET_STATE).bind(id, state, stopped);

export const beginSending = (db: Database, id: string): D1PreparedStatement =>
  db.prepare(BEGIN_SENDING).bind(id);

/** Takes a connection for oneself until a moment (UTC ms); false where someone else has it. */
export const claim = async (
  db: Database,
  number: number,
  now: number,
  until: number,
): Promise<boolean> => (await db.prepare(CLAIM).bind(number, now, until).run()).meta.changes === 1;

/** Gives a connection back, with when and after how many failures it is asked again. */
export const release = (
  db: Database,
  number: number,
  { retryAt, tries, stopped }: { retryAt: number; tries: number; stopped: Stopped | null },
): D1PreparedStatement => db.prepare(RELEASE).bind(number, retryAt, tries, stopped);

/** Makes the statement that says how far the ledger was sent. */
export const moveTo = (db: Database, number: number, occasion: number): D1PreparedStatement =>
  db.prepare(MOVE).bind(number, occasion);

/** Makes the statement that keeps how far a comparison has got. */
export const setRunning = (
  db: Database,
  number: number,
  running: Running | null,
): D1PreparedStatement =>
  db.prepare(SET_RUNNING).bind(number, running === null ? null : JSON.stringify(running));

/** Makes the statement that ends a comparison and keeps its report. */
export const endRunning = (db: Database, number: number, report: Report): D1PreparedStatement =>
  db.prepare(END_RUNNING).bind(number, JSON.stringify(report), report.kind);
