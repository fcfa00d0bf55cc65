import { z } from 'zod';
import { EventField, EventType } from '../../contract/events.ts';
import { type Webhook, WebhookState } from '../../contract/webhooks.ts';
import { NEWEST } from '../../events/readers.ts';
import type { Database } from '../../platform/database.ts';
import { json, parseRows } from '../../platform/rows.ts';

const COLUMNS = `w.id, w.name, w.url, w.types, w.fields, w.state, w.secret, w.old_secret AS oldSecret,
  w.old_until AS oldUntil, w.failing_since AS failingSince, w.created_at AS createdAt`;

/** How it goes, each by a primary key. */
const FARES = `(SELECT COUNT(*) FROM webhook_waiting t WHERE t.webhook = w.id AND t.state = 'waiting') AS waiting,
  (SELECT COUNT(*) FROM webhook_waiting t WHERE t.webhook = w.id AND t.state = 'failed') AS failed,
  COALESCE((SELECT after FROM event_reader WHERE name = 'webhook/' || w.id), 0) AS after`;

export const WEBHOOKS = `
SELECT ${COLUMNS}, ${FARES}
FROM webhook w
ORDER BY w.name, w.id
LIMIT 100`;

export const WEBHOOK = `
SELECT ${COLUMNS}, ${FARES}
FROM webhook w
WHERE w.id = +?1`;

export const ADD_WEBHOOK = `
INSERT INTO webhook (id, name, url, types, fields, state, secret, next_at, created_by, created_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?9, ?8, ?9)`;

/** What was disabled starts again: nothing has failed yet. */
export const CHANGE_WEBHOOK = `
UPDATE webhook
SET name = ?2, url = ?3, types = ?4, fields = ?5, state = ?6, failing_since = NULL, next_at = ?7
WHERE id = ?1`;

export const REMOVE_WEBHOOK = 'DELETE FROM webhook WHERE id = ?1';

/** The secret that was the newest signs beside the new one until ?3. */
export const ROTATE = `
UPDATE webhook
SET old_secret = secret, old_until = ?3, secret = ?2
WHERE id = ?1`;

/** Unless they were changed meanwhile. */
export const REPLACE_SECRETS = `
UPDATE webhook
SET secret = ?4, old_secret = ?5
WHERE id = ?1 AND secret = ?2 AND old_secret IS ?3`;

/**
 * Those that something may be sent to by now, the one first that was served least lately. There are few webhooks; where
 * there are none, nothing is read.
 */
export const READY = `
SELECT w.id
FROM webhook w
WHERE w.state = 'active' AND w.next_at <= ?1 AND w.claimed_until <= ?1
  AND ((SELECT after FROM event_reader WHERE name = 'webhook/' || w.id) < ${NEWEST}
    OR EXISTS (SELECT 1 FROM webhook_waiting t
      WHERE t.webhook = w.id AND t.state = 'waiting' AND t.next_at <= ?1))
ORDER BY w.next_at, w.id
LIMIT iif((SELECT COUNT(*) FROM webhook) > 0, 100, 0)`;

/** Takes one for as long as one run may take, so that no two send to it at once. */
export const CLAIM = `
UPDATE webhook AS w
SET claimed_until = ?3
WHERE id = ?1 AND state = 'active' AND next_at <= ?2 AND claimed_until <= ?2
RETURNING ${COLUMNS.replaceAll('w.', '')}`;

/** Lets it go again, as it was; a state that a user has set meanwhile stays. */
export const RELEASE = `
UPDATE webhook
SET claimed_until = 0,
  state = iif(state = 'active', ?2, state),
  failing_since = iif(state = 'active', ?3, failing_since),
  next_at = iif(state = 'active', ?4, next_at)
WHERE id = ?1`;

const Row = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  types: json(z.array(EventType)),
  fields: json(z.array(EventField)),
  state: WebhookState,
  secret: z.string(),
  oldSecret: z.string().nullable(),
  oldUntil: z.number().nullable(),
  failingSince: z.number().nullable(),
  createdAt: z.number(),
});

/** A webhook with its secrets as they are sealed. */
export type StoredWebhook = z.infer<typeof Row>;

const WithFares = Row.extend({ waiting: z.number(), failed: z.number(), after: z.number() });

/** A webhook, and how it fares. */
export type FaringWebhook = z.infer<typeof WithFares>;

export const readStored = async (db: Database): Promise<FaringWebhook[]> =>
  parseRows(WithFares, (await db.prepare(WEBHOOKS).all()).results);

export const readStoredOne = async (db: Database, id: string): Promise<FaringWebhook | null> => {
  const row = await db.prepare(WEBHOOK).bind(id).first();
  return row && WithFares.parse(row);
};

type Written = Pick<Webhook, 'name' | 'url' | 'types' | 'fields'> & {
  state: Extract<WebhookState, 'active' | 'paused'>;
};

const valuesOf = ({ name, url, types, fields, state }: Written) => [
  name,
  url,
  JSON.stringify(types),
  JSON.stringify(fields),
  state,
];

export const addWebhook = (
  db: Database,
  { id, secret, ...body }: Written & { id: string; secret: string },
  { actor, now }: { actor: string; now: number },
): D1PreparedStatement => db.prepare(ADD_WEBHOOK).bind(id, ...valuesOf(body), secret, actor, now);

export const changeWebhook = (
  db: Database,
  id: string,
  body: Written,
  now: number,
): D1PreparedStatement => db.prepare(CHANGE_WEBHOOK).bind(id, ...valuesOf(body), now);

export const removeWebhook = (db: Database, id: string): D1PreparedStatement =>
  db.prepare(REMOVE_WEBHOOK).bind(id);

export const rotateSecret = (
  db: Database,
  id: string,
  { secret, oldUntil }: { secret: string; oldUntil: number },
): D1PreparedStatement => db.prepare(ROTATE).bind(id, secret, oldUntil);

type Secrets = Pick<StoredWebhook, 'secret' | 'oldSecret'>;

/** Makes the statement that writes the same secrets, sealed with another key. */
export const replaceSecrets = (
  db: Database,
  id: string,
  before: Secrets,
  after: Secrets,
): D1PreparedStatement =>
  db
    .prepare(REPLACE_SECRETS)
    .bind(id, before.secret, before.oldSecret, after.secret, after.oldSecret);

/** Prepares what lets a webhook go again, as it stands after a run. */
export const releasing = (db: Database) => {
  const statement = db.prepare(RELEASE);
  return (
    webhook: string,
    { state, since, nextAt }: { state: WebhookState; since: number | null; nextAt: number },
  ): D1PreparedStatement => statement.bind(webhook, state, since, nextAt);
};

const IdRow = z.object({ id: z.string() });

/** Reads the ids of the webhooks that may be sent to by now. */
export const readReady = async (db: Database, now: number): Promise<string[]> => {
  const { results } = await db.prepare(READY).bind(now).all();
  return parseRows(IdRow, results).map(({ id }) => id);
};

/** Takes a webhook for one run, until a moment (UTC ms); null where it may not be sent to, or another has it. */
export const claimWebhook = async (
  db: Database,
  id: string,
  { now, until }: { now: number; until: number },
): Promise<StoredWebhook | null> => {
  const row = await db.prepare(CLAIM).bind(id, now, until).first();
  return row && Row.parse(row);
};
