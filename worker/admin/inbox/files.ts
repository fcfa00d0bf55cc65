import { z } from 'zod';
import { Key } from '../../contract/words.ts';
import { answerAttachment } from '../../platform/api/attachment.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import type { AppContext } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { filesOf, readFile } from '../../submissions/files.ts';

const Path = z.object({ id: z.uuid(), field: Key });

const nothing = () => new ProblemError('not-found', { detail: 'There is no such file.' });

/** Answers with a file of a submission, to be saved and never shown as a page; that it was read is recorded. */
export const answerFile = async (
  c: AppContext,
  path: Record<string, string>,
): Promise<Response> => {
  const { id, field } = parse(Path, path);
  const file = (await filesOf(c.get('db'), [id])).find((each) => each.field === field);
  const body = file ? await readFile(c.env, file.id) : null;
  if (!file || !body) throw nothing();
  await audit(callerOf(c), { act: 'submission.file', object: `${id}/${field}` }).run();
  return answerAttachment(c, file.name, body);
};
