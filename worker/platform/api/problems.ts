import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../env.ts';
import { ProblemError, problemTitle } from '../problems/problem.ts';
import { operation } from './operation.ts';

/** Where the `type` of a problem document leads (RFC 9457 §3.1.1). */
export const problems = new Hono<App>().get(
  '/:kind',
  operation({
    id: 'readProblem',
    summary: 'Explain a problem type',
    answers: { 200: { 'text/plain': z.string().meta({ examples: ['The form is closed.'] }) } },
    problems: ['not-found'],
  }),
  (c) => {
    const title = problemTitle(c.req.param('kind'));
    if (!title) throw new ProblemError('not-found');
    return c.text(`${title}.\n`);
  },
);
