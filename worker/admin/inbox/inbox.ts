import { z } from 'zod';
import { KeptDefinition } from '../../contract/definition.ts';
import type { InboxQuery, Received } from '../../contract/inbox.ts';
import { Decided } from '../../contract/submission.ts';
import { personFields } from '../../forms/person-fields.ts';
import { type FailedEmail, readFailedEmails } from '../../outbox/about.ts';
import { revivedIn, reviveOf } from '../../outbox/dead.ts';
import { takeOverFields } from '../../people/fields.ts';
import { audit, auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { flag, json, parseRows } from '../../platform/rows.ts';
import { IS_NEW, idsAt, setProcessed } from '../../submissions/store.ts';

const SELECT = `
SELECT s.id, s.form, s.version, s.person, p.email, f.review <> 'none' AS isReviewed, s.page, s.fields, s.decisions,
  s.recorded_at AS recordedAt, s.processed_at AS processedAt, s.processed_by AS processedBy,
  EXISTS (SELECT 1 FROM confirmation WHERE submission = s.id AND confirmed_at IS NULL) AS waits
FROM submission s
JOIN person p ON p.id = s.person
JOIN form f ON f.key = s.form`;

/** By their ids, which begin with the time, or by submission_by_form or submission_new. */
export const INBOX = {
  all: `${SELECT}
WHERE s.id < ?1
ORDER BY s.id DESC
LIMIT ?2`,
  form: `${SELECT}
WHERE s.form = +?3 AND s.id < ?1
ORDER BY s.id DESC
LIMIT ?2`,
  among: `${SELECT}
WHERE s.id IN (SELECT value FROM json_each(?4)) AND (?3 = '' OR s.form = +?3) AND s.id < ?1
ORDER BY s.id DESC
LIMIT ?2`,
  unprocessed: `${SELECT}
WHERE s.processed_at IS NULL AND (?3 = '' OR s.form = +?3) AND s.id < ?1
ORDER BY s.id DESC
LIMIT ?2`,
};

/** What a form says of the person, as it was defined when they sent it. */
export const SENT = `
SELECT s.fields, v.definition
FROM submission s
JOIN form_version v ON v.form = s.form AND v.version = s.version
WHERE s.id = +?1`;

const Row = z.object({
  id: z.string(),
  form: z.string(),
  version: z.number(),
  person: z.string(),
  email: z.string(),
  page: z.string().nullable(),
  fields: json(z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
  decisions: json(z.array(Decided)),
  recordedAt: z.number(),
  processedAt: z.number().nullable(),
  processedBy: z.string().nullable(),
  waits: flag,
  isReviewed: flag,
});

const Sent = z.object({
  fields: json(z.record(z.string(), z.unknown())),
  definition: json(KeptDefinition),
});

/** The query that reads a page, each by an index of its own. */
const pageOf = (
  db: Database,
  { form, state, before, id, limit }: InboxQuery,
  failed: readonly FailedEmail[],
): D1PreparedStatement => {
  const page = [id || idsAt(before), limit];
  if (state === 'failed') {
    const among = JSON.stringify(failed.map(({ submission }) => submission));
    return db.prepare(INBOX.among).bind(...page, form, among);
  }
  if (state === 'new') return db.prepare(INBOX.unprocessed).bind(...page, form);
  if (form) return db.prepare(INBOX.form).bind(...page, form);
  return db.prepare(INBOX.all).bind(...page);
};

/** Reads what was sent in forms, the newest first; it names people, so that reading it is recorded. */
export const readInbox = async (caller: Caller, query: InboxQuery): Promise<Received[]> => {
  const { db } = caller;
  const { form, state } = query;
  const act = { act: 'submissions.read', object: 'submissions', after: { form, state } };
  const [, failed] = await Promise.all([audit(caller, act).run(), readFailedEmails(db)]);
  return parseRows(Row, (await pageOf(db, query, failed).all()).results).map((row) => ({
    ...row,
    failed: failed
      .filter(({ submission }) => submission === row.id)
      .map(({ template, error }) => ({ template, error })),
  }));
};

/** Tries the emails of a submission again that failed; answers how many there were. */
export const retryEmails = async (caller: Caller, id: string): Promise<number> => {
  const { db, now, later, post } = caller;
  const [revived] = await db.batch([
    reviveOf(db, now, id),
    audit(caller, { act: 'submission.retry', object: id }),
  ]);
  const emails = revivedIn(revived);
  later(() => Promise.all(emails.map(post)));
  return emails.length;
};

/** Marks a submission as processed. Doing it twice changes nothing, and is audited once. */
export const markProcessed = async (caller: Caller, id: string): Promise<void> => {
  const { db, actor, now } = caller;
  await db.batch([
    auditWhere(caller, { act: 'submission.process', object: id }, IS_NEW, id),
    setProcessed(db, id, actor, now),
  ]);
};

/**
 * Keeps with the person what they wrote of themselves, after manual review, and marks it processed. Throws 409
 * where someone else has processed it: of two at once the second writes nothing.
 */
export const takeOver = async (caller: Caller, id: string): Promise<void> => {
  const { db, actor, now } = caller;
  const row = await db.prepare(SENT).bind(id).first();
  if (!row) throw new ProblemError('not-found', { detail: 'There is no such submission.' });
  const sent = Sent.parse(row);
  const fields = personFields(sent.definition, sent.fields);
  const results = await db.batch([
    auditWhere(caller, { act: 'submission.take-over', object: id }, IS_NEW, id),
    takeOverFields(db, id, fields, now),
    setProcessed(db, id, actor, now),
  ]);
  if (results.at(-1)?.meta.changes !== 1)
    throw new ProblemError('conflict', { detail: 'This submission is processed already.' });
};
