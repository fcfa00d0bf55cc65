// Emails seen from what they are about: a submission or a request.
import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';

/** By outbox_dead_of_submission: ids of submissions begin with their time. */
export const FAILED_EMAILS = `
SELECT facts ->> '$.submission' AS submission, template, error
FROM outbox
WHERE state = 'dead' AND facts ->> '$.submission' IS NOT NULL
ORDER BY facts ->> '$.submission' DESC
LIMIT 500`;

/** Uses outbox_by_person. */
export const ABOUT_REQUEST = `
SELECT template, state, error, created_at AS createdAt, sent_at AS sentAt
FROM outbox
WHERE person = ?1 AND request = ?2
ORDER BY created_at`;

const FailedEmail = z.object({
  submission: z.string(),
  template: z.string(),
  error: z.string().nullable(),
});

/** A failed email of a submission. */
export type FailedEmail = z.infer<typeof FailedEmail>;

/** The failed emails of submissions, those of the newest first. */
export const readFailedEmails = async (db: Database): Promise<FailedEmail[]> =>
  parseRows(FailedEmail, (await db.prepare(FAILED_EMAILS).all()).results);

const Message = z.object({
  template: z.string(),
  state: z.enum(['waiting', 'sent', 'dead']),
  error: z.string().nullable(),
  createdAt: z.number(),
  sentAt: z.number().nullable(),
});

/** The emails to a person about one of their requests, the oldest first. */
export const emailsAbout = async (db: Database, person: string, request: number) =>
  parseRows(Message, (await db.prepare(ABOUT_REQUEST).bind(person, request).all()).results);
