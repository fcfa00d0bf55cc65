import { z } from 'zod';
import { Stopped } from '../../contract/connections.ts';
import type { Need } from '../../contract/overview.ts';
import { WebhookState } from '../../contract/webhooks.ts';
import type { Database } from '../../platform/database.ts';
import { json } from '../../platform/rows.ts';

/** Connected tools and webhooks that do not go as they should. Reads no row where there are none. */
export const TROUBLED = `
SELECT
  iif((SELECT COUNT(*) FROM connection) > 0,
    (SELECT json_group_array(json_object('id', id, 'name', name, 'stopped', stopped, 'tries', tries, 'differences',
        (SELECT COALESCE(SUM(value), 0) FROM json_each(reconciled, '$.differences'))))
      FROM connection),
    '[]') AS tools,
  iif((SELECT COUNT(*) FROM webhook) > 0,
    (SELECT json_group_array(json_object('id', id, 'name', name, 'state', state, 'since', failing_since))
      FROM webhook
      WHERE state IN ('gone', 'failing') OR failing_since IS NOT NULL),
    '[]') AS webhooks`;

const Tool = z.object({
  id: z.string(),
  name: z.string(),
  stopped: Stopped.nullable(),
  tries: z.number(),
  differences: z.number(),
});

const Troubled = z.object({
  tools: json(z.array(Tool)),
  webhooks: json(
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        state: WebhookState,
        since: z.number().nullable(),
      }),
    ),
  ),
});

const stoppedOf = ({ id, name, stopped, tries }: z.infer<typeof Tool>): Need[] => {
  const why = stopped ?? (tries > 0 ? ('failed' as const) : null);
  return why ? [{ kind: 'connection', id, name, why }] : [];
};

/** Reads which connected tools and webhooks need attention: those that stand still first. */
export const readTroubled = async (db: Database): Promise<Need[]> => {
  const { tools, webhooks } = Troubled.parse(await db.prepare(TROUBLED).first());
  return [
    ...tools.flatMap(stoppedOf),
    ...webhooks.map((webhook) => ({ kind: 'webhook' as const, ...webhook })),
    ...tools
      .filter(({ differences }) => differences > 0)
      .map(({ id, name, differences: count }) => ({
        kind: 'differences' as const,
        id,
        name,
        count,
      })),
  ];
};
