import { readForm } from '../../platform/api/form-body.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { UnreadableFile } from '../../platform/tables/unreadable.ts';
import type { ConsoleContext } from './app.ts';
import type { Posted } from './posted.ts';
import { fileWords } from './words/files.ts';
import { fill, localised } from './words.ts';

/** A form that was posted with a file; null if none was chosen. */
export type Uploaded = {
  posted: Posted;
  file: { name: string; stream: () => ReadableStream<Uint8Array> } | null;
};

/** Reads a form with a file. */
export const readUpload = async (c: ConsoleContext): Promise<Uploaded> => {
  const { file, ...body } = await readForm(() => c.req.parseBody());
  const posted: Posted = {};
  for (const [name, value] of Object.entries(body))
    if (typeof value === 'string') posted[name] = value;
  if (!(file instanceof File) || file.size === 0) return { posted, file: null };
  return { posted, file: { name: file.name, stream: () => file.stream() } };
};

/** Runs work with an uploaded file, and says in the user's language why the file is refused. */
export const withFile = async <Value>(
  c: ConsoleContext,
  work: () => Promise<Value>,
): Promise<Value> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const message = fill(localised(c, fileWords)[error.reason], { row: error.row });
    throw new ProblemError('invalid-fields', {
      errors: [{ field: 'file', code: error.reason, message }],
    });
  }
};
