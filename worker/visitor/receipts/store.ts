import { z } from 'zod';
import { Decided, type Receipt } from '../../contract/submission.ts';
import type { Database } from '../../platform/database.ts';

const SELECT = `
SELECT s.id, s.receipt, s.recorded_at AS recordedAt, s.decisions, s.form, s.version, s.locale, s.page, s.statement, t.content
FROM submission s
JOIN statement t ON t.sha256 = s.statement`;

export const RECEIPT = `${SELECT}
WHERE s.receipt = ?1`;

export const RECEIPT_OF_SUBMISSION = `${SELECT}
WHERE s.id = ?1`;

const Row = z.object({
  id: z.string(),
  receipt: z.string(),
  recordedAt: z.number(),
  decisions: z.string(),
  form: z.string(),
  version: z.number(),
  locale: z.string(),
  page: z.string().nullable(),
  statement: z.string(),
  content: z.string(),
});

const read = async (query: D1PreparedStatement): Promise<Receipt | null> => {
  const found = await query.first();
  if (!found) return null;
  const row = Row.parse(found);
  return {
    receipt: row.receipt,
    submission: row.id,
    recordedAt: row.recordedAt,
    decisions: z.array(Decided).parse(JSON.parse(row.decisions)),
    form: row.form,
    version: row.version,
    locale: row.locale,
    page: row.page,
    statement: { sha256: row.statement, content: JSON.parse(row.content) },
  };
};

/** The proof that a receipt id opens, or null where it opens none. */
export const readReceipt = (db: Database, id: string): Promise<Receipt | null> =>
  read(db.prepare(RECEIPT).bind(id));

/** The proof of a submission, or null where it is gone. */
export const readReceiptOf = (db: Database, submission: string): Promise<Receipt | null> =>
  read(db.prepare(RECEIPT_OF_SUBMISSION).bind(submission));
