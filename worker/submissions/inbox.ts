import { z } from 'zod';
import { writeAct } from '../audit/store.ts';
import { Decided } from '../contract/submission.ts';

const SELECT = `
SELECT s.id, s.form, s.version, s.person, p.email, s.page, s.fields, s.decisions, s.recorded_at, s.processed_at,
  s.processed_by, EXISTS (SELECT 1 FROM confirmation WHERE submission = s.id AND confirmed_at IS NULL) AS waits
FROM submission s
JOIN person p ON p.id = s.person`;

/** By submission_by_age, submission_by_form or submission_new. */
const INBOX = {
  all: `${SELECT}
WHERE (s.recorded_at, s.id) < (?1, ?2)
ORDER BY s.recorded_at DESC, s.id DESC
LIMIT ?3`,
  form: `${SELECT}
WHERE s.form = ?4 AND (s.recorded_at, s.id) < (?1, ?2)
ORDER BY s.recorded_at DESC, s.id DESC
LIMIT ?3`,
  unprocessed: `${SELECT}
WHERE s.processed_at IS NULL AND (s.recorded_at, s.id) < (?1, ?2)
ORDER BY s.recorded_at DESC, s.id DESC
LIMIT ?3`,
};

const PROCESS = `
UPDATE submission
SET processed_at = ?2, processed_by = ?3
WHERE id = ?1 AND processed_at IS NULL`;

const Row = z
  .object({
    id: z.string(),
    form: z.string(),
    version: z.number(),
    person: z.string(),
    email: z.string(),
    page: z.string().nullable(),
    fields: z.string(),
    decisions: z.string(),
    recorded_at: z.number(),
    processed_at: z.number().nullable(),
    processed_by: z.string().nullable(),
    waits: z.number(),
  })
  .transform(({ fields, decisions, recorded_at, processed_at, processed_by, waits, ...row }) => ({
    ...row,
    fields: z
      .record(z.string(), z.union([z.string(), z.array(z.string())]))
      .parse(JSON.parse(fields)),
    decisions: z.array(Decided).parse(JSON.parse(decisions)),
    recordedAt: recorded_at,
    processedAt: processed_at,
    processedBy: processed_by,
    waits: waits === 1,
  }));

/** A submission as whoever deals with it sees it. `waits` is for its confirmation. */
export type Received = z.infer<typeof Row>;

/** `GET /v1/submissions` */
export const InboxQuery = z.object({
  form: z.string().max(64).default(''),
  state: z.enum(['', 'new']).default(''),
  before: z.coerce.number().int().default(Number.MAX_SAFE_INTEGER),
  id: z.string().max(64).default(''),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

/** What was sent in forms, the newest first. */
export const readInbox = async (
  db: D1Database,
  { form, state, before, id, limit }: InboxQuery,
): Promise<Received[]> => {
  const by = state === 'new' ? 'unprocessed' : form ? 'form' : 'all';
  const query = db.prepare(INBOX[by]);
  const { results } = await (by === 'form'
    ? query.bind(before, id, limit, form)
    : query.bind(before, id, limit)
  ).all();
  return z.array(Row).parse(results);
};

/** Says that somebody has dealt with a submission. Saying it twice changes nothing. */
export const markProcessed = async (db: D1Database, actor: string, id: string): Promise<void> => {
  await db.batch([
    db.prepare(PROCESS).bind(id, Date.now(), actor),
    writeAct(db, { actor, act: 'submission.process', object: id }),
  ]);
};

export const inboxQueries = { ...INBOX, PROCESS };
