import type { Right } from '../../contract/rights.ts';
import { problemOfError, sentBy } from '../../platform/problems/of-error.ts';
import type { ProblemError } from '../../platform/problems/problem.ts';
import type { ConsoleContext } from './app.ts';
import { rightName } from './right-names.ts';
import { show, showPublicPage } from './shell.tsx';
import { translated } from './translated.ts';
import { fill, localeOf, wordsOf } from './words.ts';

/** Shows which right the user is missing. */
export const showForbidden = (c: ConsoleContext, right: Right): Promise<Response> => {
  const words = wordsOf(c);
  return show(
    c,
    {
      title: words.forbidden,
      children: <p>{fill(words.forbiddenText, { right: rightName(c, right) })}</p>,
    },
    403,
  );
};

const wordsFor = (
  { kind, id, document, facts }: ProblemError,
  c: ConsoleContext,
): [string, string] => {
  const [words, locale] = [wordsOf(c), localeOf(c)];
  if (kind === 'not-found') return [words.notFound, words.notFoundText];
  if (kind === 'cross-site') return [words.crossSite, words.crossSiteText];
  if (kind === 'unavailable')
    return [words.unavailable, c.req.method === 'GET' ? words.unavailableText : words.maybeDone];
  const said = facts.detail ? [facts.detail] : (facts.errors ?? []).map(({ message }) => message);
  if (kind !== 'internal')
    return [
      translated(locale, document.title),
      said.map((each) => translated(locale, each)).join(' '),
    ];
  return [words.serverError, fill(words.serverErrorText, { id: id ?? '' })];
};

/** Shows what went wrong as a page. Logs what was unexpected, without personal data. */
export const showError = (error: Error, c: ConsoleContext): Response | Promise<Response> => {
  const problem = problemOfError(error, sentBy(c.req));
  const [title, text] = wordsFor(problem, c);
  const children = (
    <div class="empty">
      <p>{text}</p>
    </div>
  );
  for (const [name, value] of Object.entries(problem.headers)) c.header(name, value);
  return c.get('user')
    ? show(c, { title, children }, problem.status)
    : showPublicPage(c, title, children, problem.status);
};
