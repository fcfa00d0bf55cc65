import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { App } from '../env.ts';
import { ProblemError } from '../problems/problem.ts';

const KB = 1024;
const MB = 1024 * KB;

/** More than any request needs that has no limit of its own below. */
const USUAL = 256 * KB;

type Limit = {
  path: RegExp;
  bytes: number;
  /** How many a body with files may have. */
  withFiles?: number;
  what?: string;
};

/** Where another limit holds, from the most specific path on. */
const limits: readonly Limit[] = [
  {
    path: /^\/v1\/forms\/[^/]+\/submissions$/,
    bytes: 64 * KB,
    withFiles: 25 * MB,
    what: 'A submission',
  },
  { path: /^\/v1\/forms\/[^/]+\/files\//, bytes: 21 * MB },
  { path: /^\/v1\/form-images$|^\/console\/forms\b/, bytes: 4 * MB },
  { path: /^\/v1\/imports$|^\/console\/(?:jobs\/import|people\/listed)$/, bytes: 32 * MB },
  { path: /^\/v1\/segments$/, bytes: 16 * MB },
  { path: /^\/v1\/signals\//, bytes: 1 * MB },
  { path: /^\/v1\/forms\b/, bytes: 1 * MB },
  {
    path: /^\/(?:v1|console)\/(?:settings|register|breach-notices|breaches|jobs)\b/,
    bytes: 1 * MB,
  },
];

const limitOf = (path: string): Omit<Limit, 'path'> =>
  limits.find((limit) => limit.path.test(path)) ?? { bytes: USUAL };

/** How many bytes a request to a path may have. */
export const mostBytes = (path: string): number => limitOf(path).bytes;

const sizeOf = (bytes: number): string => (bytes >= MB ? `${bytes / MB} MB` : `${bytes / KB} kB`);

/** Refuses a body that is larger than its path takes, before it is in memory: 413. */
export const limitBody = createMiddleware<App>((c, next) => {
  const { bytes: usual, withFiles = usual, what } = limitOf(c.req.path);
  const hasFiles = c.req.header('Content-Type')?.startsWith('multipart/form-data');
  const bytes = hasFiles ? withFiles : usual;
  return bodyLimit({
    maxSize: bytes,
    onError: () => {
      const size = sizeOf(bytes);
      const detail = what ? `${what} is at most ${size}.` : `At most ${size} are taken here.`;
      throw new ProblemError('too-large', { detail });
    },
  })(c, next);
});
