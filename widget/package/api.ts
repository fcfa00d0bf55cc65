// The types of the API. In the package, those of every operation stand in the place of this file: worker/tools/api-types.ts
// writes them from what the Worker says of itself at /openapi.json.
export type { OpenForm } from '../../worker/contract/form.ts';
export type { Saved } from '../../worker/contract/preferences.ts';
export type { Problem } from '../../worker/contract/problem.ts';
export type { SubmissionAnswer } from '../../worker/contract/submission.ts';

/** What an operation takes, and what it answers. */
type Operation = {
  /** What stands in braces in its path. */
  path?: object;
  query?: object;
  headers?: object;
  /** JSON, or what `fetch` takes as it is. */
  body?: unknown;
  /** JSON of this type; a `Response` where it answers anything else. */
  answer: unknown;
};

/** The operations by their paths and methods. */
export type Paths = Record<string, Record<'get' | 'put' | 'post' | 'delete', Operation>>;
