import { z } from 'zod';
import { FormStyle } from '../contract/style.ts';
import type { Database } from '../platform/database.ts';
import { json } from '../platform/rows.ts';

export const LOOK = `
SELECT definition -> '$.style' AS style, published_at AS publishedAt
FROM form_version
WHERE form = ?1 AND version = ?2`;

const Row = z.object({
  style: json(FormStyle.optional().catch(undefined)).nullable(),
  publishedAt: z.number(),
});

/** How a version of a form looked, and when it was published (UTC ms). */
export type Look = { style: FormStyle | undefined; publishedAt: number };

/** Reads how a version of a form looked; null where there is no such version. */
export const readLook = async (
  db: Database,
  form: string,
  version: number,
): Promise<Look | null> => {
  const row = await db.prepare(LOOK).bind(form, version).first();
  if (!row) return null;
  const { style, publishedAt } = Row.parse(row);
  return { style: style ?? undefined, publishedAt };
};
