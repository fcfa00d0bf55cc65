import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { Retried } from '../../contract/emails.ts';
import { Inbox, InboxQuery } from '../../contract/inbox.ts';
import { Nothing } from '../../contract/words.ts';
import { operation } from '../../platform/api/operation.ts';
import { query } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { answerFile } from './files.ts';
import { markProcessed, readInbox, retryEmails, takeOver } from './inbox.ts';

/** What was sent in forms. */
export const inbox = new Hono<App>()
  .use(requires('people-read'))
  .get(
    '/',
    operation({
      id: 'listSubmissions',
      summary: 'List submissions',
      description:
        'Newest first. For the next page, send `recordedAt` and `id` of the last one as `before` and `id`.',
      answers: { 200: Inbox },
      problems: ['invalid-fields'],
    }),
    query(InboxQuery),
    async (c) => c.json({ submissions: await readInbox(callerOf(c), c.req.valid('query')) }),
  )
  .get(
    '/:id/files/:field',
    operation({
      id: 'readSubmissionFile',
      summary: 'Download a file of a submission',
      answers: { 200: { 'application/octet-stream': z.string().meta({ format: 'binary' }) } },
      problems: ['not-found', 'invalid-fields'],
    }),
    (c) => answerFile(c, c.req.param()),
  )
  .post(
    '/:id/processed',
    requires('people-register'),
    operation({
      id: 'markProcessed',
      summary: 'Mark a submission as processed',
      answers: { 200: Nothing },
    }),
    async (c) => {
      await markProcessed(callerOf(c), c.req.param('id'));
      return c.json({});
    },
  )
  .post(
    '/:id/retries',
    requires('people-register'),
    operation({
      id: 'retrySubmissionEmails',
      summary: 'Retry the failed emails of a submission',
      answers: { 200: Retried },
    }),
    async (c) => c.json({ retried: await retryEmails(callerOf(c), c.req.param('id')) }),
  )
  .post(
    '/:id/taken-over',
    requires('people-register'),
    operation({
      id: 'takeOverFields',
      summary: 'Save the fields of a submission to the person',
      description: 'For forms with manual review. Marks the submission as processed.',
      answers: { 200: Nothing },
      problems: ['not-found', 'conflict'],
    }),
    async (c) => {
      await takeOver(callerOf(c), c.req.param('id'));
      return c.json({});
    },
  );
