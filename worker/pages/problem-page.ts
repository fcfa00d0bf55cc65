import type { Context } from 'hono';
import { html } from 'hono/html';
import { inItsLanguage, visitorLocale } from '../locales/own.ts';
import { textsIn } from '../locales/shipped.ts';
import type { ProblemTexts } from '../locales/texts.ts';
import type { App } from '../platform/env.ts';
import type { ProblemError } from '../platform/problems/problem.ts';
import { knownBrand, plainBrand } from '../settings/known-brand.ts';
import { answerBranded } from './form-page.ts';
import { knownPrivacyLinks } from './privacy.ts';

/** Where visitors go: what they ask for there is always answered with a page. */
const visited =
  /^\/(?:$|f\/|confirm\b|enter\b|address\b|preferences\b|receipts\b|shown\b|verify\b)/;

/** Of the API, people open what emails lead to: unsubscribing, and the proof of what was shown. */
const ofPrograms = /^\/v1\/(?!(?:unsubscribe|statements)(?:\/|$))/;

const textsFor = (status: number, texts: ProblemTexts) => {
  if (status === 404) return texts.missing;
  if (status === 429 || status === 503) return texts.busy;
  return status >= 500 ? texts.failed : texts.refused;
};

/** Tells whether a person looks at the answer, rather than a program. */
export const isVisited = (c: Context<App>): boolean =>
  visited.test(c.req.path) ||
  (!ofPrograms.test(c.req.path) && (c.req.header('Accept') ?? '').includes('text/html'));

/** Answers a visitor with a page in their language that says what is wrong and leads on. */
export const problemPage = async (c: Context<App>, problem: ProblemError): Promise<Response> => {
  const { status, id } = problem;
  const locale = visitorLocale(c, c.req.query('locale') ?? '');
  const { problems } = textsIn(locale);
  const { title, text } = textsFor(status, problems);
  const body = await html`<h1>${title}</h1><p>${text}</p>
    ${id ? html`<p>${problems.reference.replace('{id}', id)}</p>` : ''}
    <p class="beside"><a href="${inItsLanguage(c, '/preferences')}">${problems.preferences}</a></p>`;
  for (const [name, value] of Object.entries(problem.headers)) c.header(name, value);
  // A page that says that the database failed cannot ask it for its looks.
  const db = c.get('db');
  const [brand, privacyLinks] = await Promise.all([
    knownBrand(db).catch(() => plainBrand),
    knownPrivacyLinks(db).catch(() => ({})),
  ]);
  return answerBranded(
    c,
    { brand, privacyLinks },
    { locale, title, body, withoutScript: true },
    status,
  );
};
