import { app } from '../../../worker/app.ts';
import { host } from '../builders.ts';
import type { Counted } from './counting.ts';

/** Something that is done to the Worker while it is counted. */
export type Work = (counted: Counted) => Promise<unknown>;

/** What is counted: what the table calls it, and how it is made ready; only what that returns is counted. */
export type Act = readonly [name: string, ready: () => Promise<Work> | Work];

/** Asks the Worker, reads the answer to its end, and throws where it is none that was wanted. */
export const asks =
  (path: string, init: RequestInit = {}): Work =>
  async ({ on, context }) => {
    const answer = await app.request(host + path, init, on, context);
    const text = await answer.text();
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${text}`);
  };
