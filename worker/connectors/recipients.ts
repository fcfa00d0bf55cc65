// Who gets personal data automatically: connected tools and receivers of webhooks. They are recipients as much as those
// whom the operator names (GDPR art. 13(1)(e), 15(1)(c) and 30(1)(d)).
import { z } from 'zod';
import { ConnectorKey } from '../contract/connections.ts';
import type { Database } from '../platform/database.ts';
import { json } from '../platform/rows.ts';
import { connectors } from './all.ts';

/** The purposes of what a connection maps. */
const MAPPED = `
SELECT json_group_array(COALESCE(t.purpose, substr(m.value ->> 'item', 9)))
FROM json_each(c.mapping) m
LEFT JOIN subscription_type t
  ON m.value ->> 'item' LIKE 'subscription:%' AND t.key = substr(m.value ->> 'item', 14)`;

/** As JSON, for a query that asks more. Reads no row where there are none. */
export const RECEIVERS = `json_object(
    'tools', iif((SELECT COUNT(*) FROM connection) > 0,
      (SELECT json_group_array(json_object('name', c.name, 'connector', c.connector, 'purposes', json((${MAPPED}))))
        FROM connection c
        WHERE c.state <> 'draft'),
      json_array()),
    'webhooks', iif((SELECT COUNT(*) FROM webhook) > 0,
      (SELECT json_group_array(json_object('name', name, 'url', url)) FROM webhook),
      json_array()))`;

export const ALL_RECEIVERS = `SELECT ${RECEIVERS} AS receivers`;

/** Connected tools with the purposes that they are synced for, and webhooks, which are sent events of all. */
export const Receivers = json(
  z.object({
    tools: z.array(
      z.object({ name: z.string(), connector: ConnectorKey, purposes: z.array(z.string()) }),
    ),
    webhooks: z.array(z.object({ name: z.string(), url: z.string() })),
  }),
);
export type Receivers = z.infer<typeof Receivers>;

/** Reads who gets personal data automatically. */
export const readReceivers = async (db: Database): Promise<Receivers> =>
  Receivers.parse(await db.prepare(ALL_RECEIVERS).first<string>('receivers'));

const labelled = (name: string, what: string): string =>
  name.toLowerCase().includes(what.toLowerCase()) ? name : `${name} (${what})`;

const toolLabel = ({ name, connector }: Receivers['tools'][number]): string =>
  labelled(name, connectors[connector].name);

const webhookLabel = ({ name, url }: Receivers['webhooks'][number]): string =>
  labelled(name, new URL(url).host);

/** Names everybody who gets data of any purpose: those whom the operator names, and who gets it automatically. */
export const allRecipients = (
  stated: readonly string[],
  { tools, webhooks }: Receivers,
): string[] => [...new Set([...stated, ...tools.map(toolLabel), ...webhooks.map(webhookLabel)])];

/** Names who gets the data of a purpose: those whom the operator names, and who gets it automatically. */
export const recipientsOf = (
  purpose: string,
  stated: readonly string[],
  { tools, webhooks }: Receivers,
): string[] =>
  allRecipients(stated, {
    tools: tools.filter(({ purposes }) => purposes.includes(purpose)),
    webhooks,
  });
