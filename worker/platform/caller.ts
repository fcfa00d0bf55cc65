import type { Acting } from './acting.ts';
import { afterAnswer } from './after-answer.ts';
import type { Database } from './database.ts';
import type { AppContext, Env, Post } from './env.ts';
import { plainly } from './problems/of-error.ts';
import { publicUrl } from './public-url.ts';

/** Starts work that the answer does not wait for, once the answer has left. */
export type Later = (work: () => Promise<unknown>) => void;

/** What an act needs to know of anyone who asks for it, made once a request. */
export type Caller = Acting & {
  env: Env;
  db: Database;
  /** Our own address, for links in the answer. Links in emails are composed from `publicUrl` alone. */
  host: string;
  /** When the request came (UTC ms): everything that one act writes has the same time. */
  now: number;
  later: Later;
  post: Post;
};

/** Makes the caller of a request. `actor` and `rights` are the person's, unless a guard set others. */
export const callerOf = (c: AppContext): Caller => ({
  env: c.env,
  db: c.get('db'),
  actor: c.get('actor'),
  rights: c.get('rights'),
  // Worked out where it is asked for: most acts do not.
  get host() {
    return publicUrl(c.env) ?? new URL(c.req.url).origin;
  },
  now: Date.now(),
  later: (work) => c.executionCtx.waitUntil(plainly(() => afterAnswer(work))),
  post: c.get('post'),
});
