import { createMiddleware } from 'hono/factory';
import type { Right } from '../contract/rights.ts';
import type { Actor } from '../platform/acting.ts';
import { bearerOf } from '../platform/api/bearer.ts';
import { describes } from '../platform/api/describe.ts';
import { audit } from '../platform/audit.ts';
import type { App } from '../platform/env.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { MINUTE } from '../platform/time.ts';
import { keyOfToken, writeUse } from './key.ts';

/** That a key was used is written down no more often than this. */
const USED_MS = MINUTE;

/**
 * Lets a request through only with a live API key that has one of the rights; sets `actor` and `rights`.
 * Answers 401 without a key (RFC 6750) and 403, audited, without the right.
 */
export const requires = (...rights: [Right, ...Right[]]) =>
  describes(
    createMiddleware<App>(async (c, next) => {
      const db = c.get('db');
      const token = bearerOf(c);
      const now = Date.now();
      const key = token ? await keyOfToken(db, token, now) : null;
      if (!key) {
        throw new ProblemError(
          'unauthorized',
          { detail: 'Send a live API key as `Authorization: Bearer …`.' },
          { 'WWW-Authenticate': 'Bearer realm="samtykke"' },
        );
      }
      const actor: Actor = `api:${key.id}`;
      if (!rights.some((right) => key.rights.includes(right))) {
        await audit({ db, actor, now }, { act: 'denied', object: rights[0] }).run();
        throw new ProblemError('forbidden', {
          detail: `This needs the right "${rights.join('" or "')}".`,
        });
      }
      if (now - (key.lastUsedAt ?? 0) > USED_MS) await writeUse(db, key.id, now).run();
      c.set('rights', key.rights);
      c.set('actor', actor);
      await next();
      c.header('Cache-Control', 'no-store');
    }),
    { 'x-rights': [rights], 'x-problems': ['unauthorized', 'forbidden'] },
  );
