import { env } from 'cloudflare:test';
import { connectedOf } from '../../../worker/connectors/notes.ts';
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
import type { FarSide } from '../../connectors/far-side.ts';
import type { Served } from '../../connectors/server.ts';
import { as, findPerson, theSystem } from '../builders.ts';

/** Forgets every connection and everybody. */
export const clear = (): Promise<unknown> =>
  env.DB.batch([env.DB.prepare('DELETE FROM connection'), env.DB.prepare('DELETE FROM person')]);

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

/** Compares everybody now. */
export const compare = async (id: string, send: Outgoing): Promise<void> => {
  await env.DB.prepare(
    'UPDATE connection SET reconciled = NULL, retry_at = 0, claimed_until = 0 WHERE id = ?1',
  )
    .bind(id)
    .run();
  await runAt(send, Date.now());
};

/** A connection as it is kept. */
export const kept = async (id: string) => {
  const connection = await readConnection(env.DB, id);
  if (!connection) throw new Error('There is no such connection.');
  return connection;
};

/** The items of someone as a tool was seen to have them. */
export const itemsOf = async (email: string) => {
  const person = await findPerson(email);
  const [noted] = await connectedOf(env.DB, person?.id ?? '');
  return noted?.items ?? [];
};

/** A user withdraws the newsletter for someone. */
export const withdraw = async (email: string): Promise<void> => {
  const person = await findPerson(email);
  const { post } = await as(['subscriptions-write']);
  const answer = await post(`/v1/people/${person?.id}/decisions`, {
    subscription: 'newsletter',
    decision: 'withdrawn',
    source: 'phone',
    comment: 'They rang and asked for it.',
  });
  if (!answer.ok) throw new Error(await answer.text());
};

/** Gives someone another address, as a correction does. */
export const moveTo = (before: string, after: string): Promise<unknown> =>
  env.DB.prepare('UPDATE person SET email = ?2 WHERE email = ?1').bind(before, after).run();

/** What was written to a tool, as its log has it from some line on. */
export const writesTo = ({ log, readings }: Served & FarSide, from = 0): string[] =>
  log.slice(from).filter((line) => !line.startsWith('GET') && !readings.includes(line));
