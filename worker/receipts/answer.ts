import { callerOf } from '../platform/caller.ts';
import type { AppContext } from '../platform/env.ts';
import type { Chosen } from './choose.ts';
import { proofFileName, proofFileOf } from './file.ts';
import { type ProofPage, writeProofPage } from './page.ts';

/** Answers a proof as a page for people. */
export const answerProofPage = async (c: AppContext, page: ProofPage): Promise<Response> => {
  const { html, policy } = await writeProofPage(c.get('db'), page);
  c.header('Content-Security-Policy', policy);
  c.header('Cache-Control', 'no-store');
  c.header('Content-Language', page.locale);
  return c.html(html);
};

/** Makes a proof file of records known to the person or to staff, for the browser to save under a name. */
export const answerProofFile = async (
  c: AppContext,
  { about, after }: Chosen,
  name: string,
): Promise<Response> => {
  c.header('Cache-Control', 'private, no-store');
  c.header('Content-Disposition', `attachment; filename="${proofFileName(name)}"`);
  return c.json(await proofFileOf(callerOf(c), [...about, ...after], 'known'));
};

/** Answers records of a person as a page for people, with what came after them. */
export const answerChosen = async (
  c: AppContext,
  { about, after }: Chosen,
  page: Pick<ProofPage, 'email' | 'scope' | 'download' | 'locale'>,
): Promise<Response> =>
  answerProofPage(c, {
    ...page,
    file: await proofFileOf(callerOf(c), [...about, ...after], 'known'),
    about: new Set(about.map(({ content }) => content.id)),
  });
