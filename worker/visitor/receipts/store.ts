import { z } from 'zod';
import { Decided, type Receipt } from '../../contract/submission.ts';
import type { Database } from '../../platform/database.ts';
import { json, parseRows } from '../../platform/rows.ts';
import { idOfReceipt, receiptOf } from '../../submissions/store.ts';

const COLUMNS = `s.id AS submission, ${receiptOf('s')} AS receipt, s.recorded_at AS recordedAt, s.decisions, s.form,
  s.version, s.locale, s.page`;

const SELECT = `
SELECT ${COLUMNS}, t.sha256 AS statement, t.content
FROM submission s
JOIN statement t ON t.number = s.statement`;

export const RECEIPT = `${SELECT}
WHERE s.id = ${idOfReceipt('?1')}`;

export const RECEIPT_OF_SUBMISSION = `${SELECT}
WHERE s.id = +?1`;

/** The submissions that the emails of ?1, a JSON array of ids, are about. */
const SUBMISSIONS = `FROM json_each(?1) one
JOIN outbox o ON o.id = one.value
JOIN submission s ON s.id = o.facts ->> '$.submission'`;

export const RECEIPTS_OF_EMAILS = `
SELECT ${COLUMNS}, s.statement
${SUBMISSIONS}`;

/** The one that an email is about, with its statement. */
export const RECEIPT_OF_EMAIL = `
SELECT ${COLUMNS}, t.sha256 AS statement, t.content
FROM outbox o
JOIN submission s ON s.id = o.facts ->> '$.submission'
JOIN statement t ON t.number = s.statement
WHERE o.id = +?1`;

/** Each once, however many were made on it. */
export const STATEMENTS_OF_EMAILS = `
SELECT number, sha256, content
FROM statement
WHERE number IN (SELECT s.statement ${SUBMISSIONS})`;

export const PERSON_OF_RECEIPT = `
SELECT p.id, p.email
FROM submission s
JOIN person p ON p.id = s.person
WHERE s.id = ${idOfReceipt('?1')}`;

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
});
const WholeRow = Row.extend({ content: json(z.unknown()) });
const NumberedRow = Row.extend({ statement: z.number() });
const StatementRow = z
  .object({ number: z.number(), sha256: z.string(), content: json(z.unknown()) })
  .transform(({ number, ...statement }) => [number, statement] as const);

const read = async (query: D1PreparedStatement): Promise<Receipt | null> => {
  const found = await query.first();
  if (!found) return null;
  const { statement, content, ...row } = WholeRow.parse(found);
  return { ...row, statement: { sha256: statement, content } };
};

/** The proof that a receipt id opens, or null where it opens none. */
export const readReceipt = (db: Database, id: string): Promise<Receipt | null> =>
  read(db.prepare(RECEIPT).bind(id));

/** The proof of a submission, or null where it is gone. */
export const readReceiptOf = (db: Database, submission: string): Promise<Receipt | null> =>
  read(db.prepare(RECEIPT_OF_SUBMISSION).bind(submission));

/** Reads the proofs of the submissions that some emails are about, by submission. */
export const readReceiptsOf = async (
  db: Database,
  emails: readonly string[],
): Promise<ReadonlyMap<string, Receipt>> => {
  const [first, ...others] = emails;
  if (first !== undefined && others.length === 0) {
    const receipt = await read(db.prepare(RECEIPT_OF_EMAIL).bind(first));
    return new Map(receipt ? [[receipt.submission, receipt]] : []);
  }
  const list = JSON.stringify(emails);
  const [receipts, statements] = await db.batch(
    [RECEIPTS_OF_EMAILS, STATEMENTS_OF_EMAILS].map((sql) => db.prepare(sql).bind(list)),
  );
  const shown = new Map(parseRows(StatementRow, statements?.results));
  return new Map(
    parseRows(NumberedRow, receipts?.results).flatMap(({ statement: number, ...row }) => {
      const statement = shown.get(number);
      return statement ? [[row.submission, { ...row, statement }] as const] : [];
    }),
  );
};

/** Reads whose submission a receipt is of, null where there is none. It is no part of what its holder is shown. */
export const personOfReceipt = async (
  db: Database,
  id: string,
): Promise<{ id: string; email: string } | null> =>
  z
    .object({ id: z.string(), email: z.string() })
    .nullable()
    .parse(await db.prepare(PERSON_OF_RECEIPT).bind(id).first());
