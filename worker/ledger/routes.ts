import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { Sha256 } from '../contract/words.ts';
import type { App } from '../platform/env.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { statementContent } from './statement.ts';

/**
 * `GET /v1/statements/{sha256}`: what was shown, as the very bytes that have this hash. Public, like
 * the texts themselves.
 */
export const statements = new Hono<App>().get('/:sha256', cors(), async (c) => {
  const hash = Sha256.safeParse(c.req.param('sha256'));
  const content = hash.success ? await statementContent(c.get('db'), hash.data) : null;
  if (content === null)
    throw new ProblemError('not-found', { detail: 'No statement has this hash.' });
  return c.body(content, 200, {
    'Content-Type': 'application/json',
    'Cache-Control': 'public, max-age=31536000, immutable',
  });
});
