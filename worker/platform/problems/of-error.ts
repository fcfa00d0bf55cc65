import type { HonoRequest } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ProblemError, tryAgainIn, unexpected } from './problem.ts';

/** Seconds after which the same request may be sent again when the database did not answer. */
const RETRY_S = 5;

/** What SQLite and D1 say of a statement that will fail each time it is tried. */
const lasting =
  /SQLITE_(?:ERROR|CONSTRAINT|MISMATCH|RANGE|TOOBIG|MISUSE|AUTH)|D1_(?:TYPE_ERROR|COLUMN_NOTFOUND)|no such (?:table|column)|syntax error|constraint failed/;

/**
 * What the platform says where D1, R2 or a queue could not be reached. What is thrown on the way to D1 is not named
 * after it. https://developers.cloudflare.com/d1/best-practices/retry-queries/
 */
const unreached =
  /\bD1\b|D1_|Network connection lost|object to be reset|reset because its code was updated|internal error; reference|Durable Object is overloaded/;

/**
 * Tells whether a request failed because D1 could not be reached or was overloaded: the same request may
 * succeed later. https://developers.cloudflare.com/d1/observability/debug-d1/
 */
export const isOutage = (error: unknown): boolean =>
  error instanceof Error && unreached.test(error.message) && !lasting.test(error.message);

/** Logs the kind of an unexpected error, where it happened and its id. Its message may hold personal data. */
const logUnexpected = (error: Error, id: string): void => {
  const [where = ''] = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  console.error(error.name, id, where.trim());
};

const fromFramework = ({ status }: HTTPException): ProblemError | null => {
  if (status === 403) return new ProblemError('cross-site');
  return status < 500
    ? new ProblemError('bad-request', { detail: 'Check the request and send it again.' })
    : null;
};

/** How a request was made, as far as that says whether the same one may simply be sent again. */
type Sent = { method: string; key: string | undefined };

/** Reads how a request was made. */
export const sentBy = (request: Pick<HonoRequest, 'method' | 'header'>): Sent => ({
  method: request.method,
  key: request.header('Idempotency-Key'),
});

/** What to do once the database has failed: an answer may be lost of what was done, and a POST without a key does it twice. */
const afterOutage = ({ method, key }: Sent): string =>
  method === 'POST' && key === undefined
    ? `Wait ${RETRY_S} seconds and look whether it was done. If not, send the request again.`
    : `Wait ${RETRY_S} seconds and send the same request again.`;

/**
 * Makes the problem of whatever was thrown at a request. A known one keeps its status, a database that fails is 503
 * with Retry-After, and everything else is 500 with an id that is in the log too.
 */
export const problemOfError = (error: Error, sent: Sent): ProblemError => {
  if (error instanceof ProblemError) return error;
  const known = error instanceof HTTPException ? fromFramework(error) : null;
  if (known) return known;
  if (isOutage(error)) return tryAgainIn(RETRY_S, 'unavailable', afterOutage(sent));
  const id = crypto.randomUUID();
  logUnexpected(error, id);
  return unexpected(id);
};

/**
 * Does work whose failure the runtime logs with its message, which may hold personal data: what is thrown on is an id
 * under which the log has its kind and place.
 */
export const plainly = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    const id = crypto.randomUUID();
    logUnexpected(error instanceof Error ? error : new Error(), id);
    throw new Error(`It failed: ${id}`);
  }
};
