import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ProblemError } from '../../platform/problems/problem.ts';
import type { ConsoleApp } from './app.ts';
import { show, showAlone } from './shell.tsx';
import { wordsOf } from './words/words.ts';

/** Says in a page what went wrong; what it was stands in the log, without personal data. */
export const showTrouble = (error: Error, c: Context<ConsoleApp>): Response | Promise<Response> => {
  if (error instanceof HTTPException) return error.getResponse();
  const words = wordsOf(c);
  const isMissing = error instanceof ProblemError && error.kind === 'not-found';
  const [title, text] = isMissing
    ? [words.notFound, words.notFoundText]
    : error instanceof ProblemError
      ? [error.document.title, error.document.detail ?? '']
      : [words.failed, words.failedText];
  const status = error instanceof ProblemError ? error.document.status : 500;
  if (!(error instanceof ProblemError)) console.error(error.name, error.message.slice(0, 300));
  const children = (
    <div class="empty">
      <p>{text}</p>
    </div>
  );
  const code = status === 404 || status === 409 ? status : status >= 500 ? 500 : 422;
  return c.get('user') ? show(c, { title, children }, code) : showAlone(c, title, children, code);
};
