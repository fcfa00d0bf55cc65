import { createMiddleware } from 'hono/factory';
import { writeAct } from '../audit/store.ts';
import type { App } from '../env.ts';
import { ProblemError } from '../problems/problem.ts';
import { keyOfToken } from './key.ts';
import type { Right } from './rights.ts';

const bearer = /^Bearer (\S+)$/i;

/**
 * Lets a request through only with a live API key that has the right; sets `actor`.
 * Answers 401 without a key (RFC 6750) and 403, audited, without the right.
 */
export const requires = (right: Right) =>
  createMiddleware<App>(async (c, next) => {
    const token = bearer.exec(c.req.header('Authorization') ?? '')?.[1];
    const key = token ? await keyOfToken(c.env.DB, token, Date.now()) : null;
    if (!key) {
      throw new ProblemError(
        'unauthorized',
        { detail: 'Send a live API key as `Authorization: Bearer …`.' },
        { 'WWW-Authenticate': 'Bearer realm="samtykke"' },
      );
    }
    const actor = `api:${key.id}`;
    if (!key.rights.includes(right)) {
      await writeAct(c.env.DB, { actor, act: 'denied', object: right }).run();
      throw new ProblemError('forbidden', { detail: `This needs the right "${right}".` });
    }
    c.set('actor', actor);
    await next();
    c.header('Cache-Control', 'no-store');
  });
