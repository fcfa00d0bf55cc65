import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { z } from 'zod';
import { StatementContent } from '../contract/statement.ts';
import { Sha256 } from '../contract/words.ts';
import { operation } from '../platform/api/operation.ts';
import { param } from '../platform/api/valid.ts';
import type { App } from '../platform/env.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { withoutTail } from '../platform/signing/link.ts';
import { statementContent } from './statement.ts';

const NO_STATEMENT = 'No statement has this hash.';

export const statements = new Hono<App>().get(
  '/:sha256',
  cors(),
  operation({
    id: 'readStatement',
    summary: 'Read a statement',
    description:
      'Exactly what visitors saw: the bytes with this SHA-256. Public, as the texts were.',
    answers: { 200: StatementContent },
    problems: ['not-found'],
  }),
  param({ sha256: z.string().overwrite(withoutTail).pipe(Sha256) }, NO_STATEMENT),
  async (c) => {
    const content = await statementContent(c.get('db'), c.req.valid('param').sha256);
    if (content === null) throw new ProblemError('not-found', { detail: NO_STATEMENT });
    return c.body(content, 200, {
      'Content-Type': 'application/json',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  },
);
