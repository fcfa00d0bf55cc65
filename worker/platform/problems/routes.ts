import { Hono } from 'hono';
import type { App } from '../env.ts';
import { ProblemError, problemTitle } from './problem.ts';

/** `GET /problems/{kind}`: where the `type` of a problem document leads (RFC 9457 §3.1.1). */
export const problems = new Hono<App>().get('/:kind', (c) => {
  const title = problemTitle(c.req.param('kind'));
  if (!title) throw new ProblemError('not-found');
  return c.text(`${title}.\n`);
});
