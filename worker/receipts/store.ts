import { z } from 'zod';
import type { ProvenSubmission } from '../contract/proof.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';

/** When each submission was sent and confirmed, and from where. By primary keys. */
export const CLICKS = `
SELECT s.id, s.recorded_at AS sentAt, c.submission AS asked, c.confirmed_at AS confirmedAt,
  e.ip, e.user_agent AS userAgent, e.confirmed_ip AS confirmedIp, e.confirmed_user_agent AS confirmedUserAgent
FROM json_each(?1) one
CROSS JOIN submission s ON s.id = one.value
LEFT JOIN confirmation c ON c.submission = s.id
LEFT JOIN evidence e ON e.expires_at = s.evidence_until AND e.submission = s.id`;

const Row = z.object({
  id: z.string(),
  sentAt: z.number(),
  asked: z.string().nullable(),
  confirmedAt: z.number().nullable(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  confirmedIp: z.string().nullable(),
  confirmedUserAgent: z.string().nullable(),
});

/** Reads what people did in submissions, with where they did it from while that is kept. */
export const readClicks = async (
  db: Database,
  submissions: readonly string[],
): Promise<ProvenSubmission[]> => {
  const { results } = await db.prepare(CLICKS).bind(JSON.stringify(submissions)).all();
  return parseRows(Row, results).map((row) => ({
    id: row.id,
    asked: row.asked !== null,
    sent: { at: row.sentAt, ip: row.ip, userAgent: row.userAgent },
    confirmed:
      row.confirmedAt === null
        ? null
        : { at: row.confirmedAt, ip: row.confirmedIp, userAgent: row.confirmedUserAgent },
  }));
};
