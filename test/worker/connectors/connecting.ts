import { env } from 'cloudflare:test';
import { sealSecrets } from '../../../worker/connectors/open.ts';
import { runConnections } from '../../../worker/connectors/run.ts';
import {
  beginSending,
  insertConnection,
  readConnection,
  saveConnection,
  setState,
} from '../../../worker/connectors/store.ts';
import type { ConnectorKey, Mapped } from '../../../worker/contract/connections.ts';
import type { Outgoing } from '../../../worker/platform/outgoing.ts';
import { theSystem } from '../builders.ts';

/** Connects a tool, as a user does who has tried it dry. */
export const connect = async (
  connector: ConnectorKey,
  settings: Record<string, string>,
  mapping: Mapped[],
  takesIn: string | null = null,
): Promise<string> => {
  const id = crypto.randomUUID();
  const secrets = await sealSecrets(env, id, settings);
  const kept = { id, connector, name: `Our ${connector}`, settings: {}, secrets };
  await env.DB.batch([
    insertConnection(env.DB, kept, Date.now()),
    saveConnection(
      env.DB,
      id,
      { name: kept.name, settings: {}, mapping, limit: 1000, takesIn },
      { secrets, isOther: true },
    ),
    setState(env.DB, id, 'live'),
    beginSending(env.DB, id),
  ]);
  return id;
};

/** Runs what the schedule runs for connections, at a moment. */
export const runAt = (send: Outgoing, now: number): Promise<void> =>
  runConnections(theSystem(env, now), async () => [], { send, waitFor: async () => {} });

/** Compares everybody in the next run. */
export const compareNext = (id: string): Promise<unknown> =>
  env.DB.prepare(
    'UPDATE connection SET reconciled = NULL, retry_at = 0, claimed_until = 0 WHERE id = ?1',
  )
    .bind(id)
    .run();

/** A connection as it is kept. */
export const kept = async (id: string) => {
  const connection = await readConnection(env.DB, id);
  if (!connection) throw new Error('There is no such connection.');
  return connection;
};
