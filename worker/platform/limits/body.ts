import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { App } from '../env.ts';
import { ProblemError } from '../problems/problem.ts';

const KB = 1024;
const MB = 1024 * KB;

/** More than any request needs that has no limit of its own below. */
const USUAL = 256 * KB;

/** Where files and long lists are taken, from the most specific path on. */
const larger: readonly (readonly [path: RegExp, bytes: number])[] = [
  [/^\/v1\/imports$|^\/console\/(?:jobs\/import|people\/listed)$/, 32 * MB],
  [/^\/v1\/segments$/, 16 * MB],
  [/^\/(?:v1|console)\/forms\b/, 1 * MB],
  [/^\/(?:v1|console)\/(?:settings|register|breach-notices|breaches|jobs)\b/, 1 * MB],
];

/** How many bytes a request to a path may have. */
export const mostBytes = (path: string): number =>
  larger.find(([pattern]) => pattern.test(path))?.[1] ?? USUAL;

const sizeOf = (bytes: number): string => (bytes >= MB ? `${bytes / MB} MB` : `${bytes / KB} kB`);

/** Refuses a body that is larger than its path takes, before it is in memory: 413. */
export const limitBody = createMiddleware<App>((c, next) => {
  const maxSize = mostBytes(c.req.path);
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError('too-large', { detail: `At most ${sizeOf(maxSize)} are taken here.` });
    },
  })(c, next);
});
