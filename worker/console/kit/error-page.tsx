import { HTTPException } from 'hono/http-exception';
import type { Right } from '../../contract/rights.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import type { ConsoleContext } from './app.ts';
import { show, showPublicPage } from './shell.tsx';
import { fill, type Words, wordsOf } from './words.ts';

/** Shows which right the user is missing. */
export const showForbidden = (c: ConsoleContext, right: Right): Promise<Response> => {
  const words = wordsOf(c);
  return show(
    c,
    { title: words.forbidden, children: <p>{fill(words.forbiddenText, { right })}</p> },
    403,
  );
};

const wordsFor = (error: Error, words: Words): [title: string, text: string] => {
  if (!(error instanceof ProblemError)) return [words.serverError, words.serverErrorText];
  if (error.kind === 'not-found') return [words.notFound, words.notFoundText];
  return [error.document.title, error.document.detail ?? ''];
};

const statusOf = (error: Error): 404 | 409 | 422 | 500 => {
  if (!(error instanceof ProblemError)) return 500;
  const { status } = error.document;
  return status === 404 || status === 409 ? status : status >= 500 ? 500 : 422;
};

/** Shows an error page; logs what was unexpected, without personal data. */
export const showError = (error: Error, c: ConsoleContext): Response | Promise<Response> => {
  if (error instanceof HTTPException) return error.getResponse();
  if (!(error instanceof ProblemError)) console.error(error.name, error.message.slice(0, 300));
  const [title, text] = wordsFor(error, wordsOf(c));
  const children = (
    <div class="empty">
      <p>{text}</p>
    </div>
  );
  const status = statusOf(error);
  return c.get('user')
    ? show(c, { title, children }, status)
    : showPublicPage(c, title, children, status);
};
