import { z } from 'zod';
import { Decided, type Receipt } from '../../contract/submission.ts';
import type { Database } from '../../platform/database.ts';
import { json } from '../../platform/rows.ts';

const SELECT = `
SELECT s.id AS submission, s.receipt, s.recorded_at AS recordedAt, s.decisions, s.form, s.version, s.locale, s.page, s.statement, t.content
FROM submission s
JOIN statement t ON t.sha256 = s.statement`;

export const RECEIPT = `${SELECT}
WHERE s.receipt = ?1`;

export const RECEIPT_OF_SUBMISSION = `${SELECT}
WHERE s.id = ?1`;

export const ADDRESS = `
SELECT p.email
FROM submission s
JOIN person p ON p.id = s.person
WHERE s.receipt = ?1`;

const Row = z.object({
  submission: z.string(),
  receipt: z.string(),
  recordedAt: z.number(),
  decisions: json(z.array(Decided)),
  form: z.string(),
  version: z.number(),
  locale: z.string(),
  page: z.string().nullable(),
  statement: z.string(),
  content: json(z.unknown()),
});

const read = async (query: D1PreparedStatement): Promise<Receipt | null> => {
  const found = await query.first();
  if (!found) return null;
  const { statement, content, ...row } = Row.parse(found);
  return { ...row, statement: { sha256: statement, content } };
};

/** The proof that a receipt id opens, or null where it opens none. */
export const readReceipt = (db: Database, id: string): Promise<Receipt | null> =>
  read(db.prepare(RECEIPT).bind(id));

/** The proof of a submission, or null where it is gone. */
export const readReceiptOf = (db: Database, submission: string): Promise<Receipt | null> =>
  read(db.prepare(RECEIPT_OF_SUBMISSION).bind(submission));

/** Reads the address that a submission was made with. It is no part of its proof, which anyone may be shown. */
export const addressOfReceipt = async (db: Database, id: string): Promise<string> =>
  z.object({ email: z.string() }).parse(await db.prepare(ADDRESS).bind(id).first()).email;
