import { Hono } from 'hono';
import { z } from 'zod';
import { NoteBody } from '../../contract/requests.ts';
import { Made, Nothing } from '../../contract/words.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, query } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App, AppContext } from '../../platform/env.ts';
import {
  addBreachFile,
  MAX_FILE_BYTES,
  noteOnBreach,
  readBreachFile,
  removeBreachFile,
} from './documents.ts';

const bytes = z.string().meta({ description: 'The file.', format: 'binary' });
const FileQuery = z.object({ name: z.string().min(1).max(200).default('file') });

/** Answers with a file to be saved; a browser shows none of it as a page of ours. */
export const answerFile = async (c: AppContext): Promise<Response> => {
  const { name, content } = await readBreachFile(
    callerOf(c),
    c.req.param('id') ?? '',
    c.req.param('file') ?? '',
  );
  c.header('Content-Type', 'application/octet-stream');
  c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Cache-Control', 'no-store');
  return c.body(Uint8Array.from(content));
};

/** Reads a body no further than a file may be large; one byte more is refused by `addBreachFile`. */
const readBody = async (c: AppContext): Promise<ArrayBuffer> => {
  const content = await c.req.arrayBuffer();
  return content.slice(0, MAX_FILE_BYTES + 1);
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
      const file = { name: c.req.valid('query').name, content: await readBody(c) };
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
