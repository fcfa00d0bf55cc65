import { Hono } from 'hono';
import { z } from 'zod';
import { NoteBody } from '../../contract/requests.ts';
import { Made, Nothing } from '../../contract/words.ts';
import { answerAttachment } from '../../platform/api/attachment.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, query } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App, AppContext } from '../../platform/env.ts';
import { addBreachFile, noteOnBreach, readBreachFile, removeBreachFile } from './documents.ts';

const bytes = z.string().meta({ description: 'The file.', format: 'binary' });
const FileQuery = z.object({ name: z.string().min(1).max(200).default('file') });

/** Answers with a file of the case in the path. */
export const answerFile = async (c: AppContext): Promise<Response> => {
  const { name, content } = await readBreachFile(
    callerOf(c),
    c.req.param('id') ?? '',
    c.req.param('file') ?? '',
  );
  return answerAttachment(c, name, content);
};

/** Notes and files of a breach case. */
export const breachDocuments = new Hono<App>()
  .post(
    '/:id/notes',
    operation({
      id: 'noteOnBreach',
      summary: 'Add a note to a breach case',
      answers: { 201: Nothing },
      problems: ['not-found', 'invalid-fields'],
    }),
    json(NoteBody),
    async (c) => {
      await noteOnBreach(callerOf(c), c.req.param('id'), c.req.valid('json').text);
      return c.json({}, 201);
    },
  )
  .post(
    '/:id/files',
    operation({
      id: 'addBreachFile',
      summary: 'Add a file to a breach case',
      description: 'At most 1.5 MB each, 50 files a case.',
      body: { 'application/octet-stream': bytes },
      answers: { 201: Made },
      problems: ['not-found', 'invalid-fields'],
    }),
    query(FileQuery),
    async (c) => {
      const file = { name: c.req.valid('query').name, content: await c.req.arrayBuffer() };
      return c.json({ id: await addBreachFile(callerOf(c), c.req.param('id'), file) }, 201);
    },
  )
  .get(
    '/:id/files/:file',
    operation({
      id: 'readBreachFile',
      summary: 'Download a file of a breach case',
      answers: { 200: { 'application/octet-stream': bytes } },
      problems: ['not-found'],
    }),
    answerFile,
  )
  .delete(
    '/:id/files/:file',
    operation({
      id: 'removeBreachFile',
      summary: 'Delete a file of a breach case',
      answers: { 204: null },
      problems: ['not-found'],
    }),
    async (c) => {
      await removeBreachFile(callerOf(c), c.req.param('id'), c.req.param('file'));
      return c.body(null, 204);
    },
  );
