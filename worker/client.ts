import { hc } from 'hono/client';
import type { api } from './api.ts';
import { Problem } from './contract/problem.ts';

/** What the API refused, as its problem document says it (RFC 9457). */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

export type ClientOptions = {
  /** An API key, or the token of a person's session. */
  token?: string;
  fetch?: typeof fetch;
};

/**
 * Makes a client of the API at an origin, typed by the routes themselves. Its calls throw `Refused` for
 * whatever is answered with a problem.
 *
 * @example
 * const client = createClient('https://consent.example.com', { token });
 * const { verdicts } = await (
 *   await client.v1['mailing-check'].$post({ json: { emails, purpose: 'e-marketing' } })
 * ).json();
 */
export const createClient = (origin: string, { token, fetch: send = fetch }: ClientOptions = {}) =>
  hc<typeof api>(origin, {
    headers: token ? { Authorization: `Bearer ${token}` } : {},
    fetch: async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const answer = await send(input, init);
      if (answer.headers.get('Content-Type') !== 'application/problem+json') return answer;
      throw new Refused(Problem.parse(await answer.json()));
    },
  });
