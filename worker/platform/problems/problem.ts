import type { FieldError, Problem, ProblemKind } from '../../contract/problem.ts';

/** Every kind of problem that the API answers with: its status and its title. */
const kinds = {
  'bad-request': [400, 'The request cannot be read'],
  unauthorized: [401, 'An API key is needed'],
  unproven: [401, 'The sender is not proven'],
  'no-session': [401, 'The session has ended, or never began'],
  forbidden: [403, 'The API key lacks the right'],
  'origin-not-allowed': [403, 'This website may not use the form'],
  'cross-site': [403, 'The request came from another website'],
  'needs-code': [403, 'Sign in with a code first'],
  robot: [403, 'The robot check failed'],
  'not-found': [404, 'There is nothing here'],
  'unknown-form': [404, 'There is no such form'],
  inactive: [409, 'The form is closed'],
  conflict: [409, 'Its current state does not allow this'],
  gone: [410, 'It is no longer kept'],
  overtaken: [412, 'Someone else has saved it since you read it'],
  'too-large': [413, 'The request is too large'],
  'unsupported-type': [415, 'The content type is not supported'],
  'invalid-fields': [422, 'Some fields need another look'],
  'unknown-version': [422, 'The form has no such version or locale'],
  'wrong-code': [422, 'The code is not right, or too old'],
  'idempotency-mismatch': [422, 'The Idempotency-Key was used for another request'],
  'too-many-requests': [429, 'Too many requests'],
  internal: [500, 'Something went wrong on our side'],
  unavailable: [503, 'The service is not available at the moment'],
} as const satisfies Record<ProblemKind, readonly [number, string]>;

export type ProblemFacts = {
  /** What went wrong this time and what to do about it. */
  detail?: string;
  /** Under which id our log has it. */
  instance?: string;
  errors?: FieldError[];
  /** Who saved what stands now, and when (UTC ms). */
  savedBy?: string;
  savedAt?: number;
};

/** Before the id of an unexpected error (RFC 9562). */
const URN = 'urn:uuid:';

/** A problem on its way to the wire. Rooms return it or throw it; `answer` makes the response. */
export class ProblemError extends Error {
  readonly kind: ProblemKind;
  readonly facts: ProblemFacts;
  readonly headers: Record<string, string>;

  constructor(kind: ProblemKind, facts: ProblemFacts = {}, headers: Record<string, string> = {}) {
    super(facts.detail ?? kinds[kind][1]);
    this.kind = kind;
    this.facts = facts;
    this.headers = headers;
  }

  get status() {
    return kinds[this.kind][0];
  }

  /** The id under which our log has it; null for what was expected. */
  get id(): string | null {
    return this.facts.instance?.slice(URN.length) ?? null;
  }

  get document(): Problem {
    const [status, title] = kinds[this.kind];
    return { type: `/problems/${this.kind}`, title, status, ...this.facts };
  }

  /** `application/problem+json` (RFC 9457). Readable by any page: it says nothing that is secret. */
  answer(): Response {
    return new Response(JSON.stringify(this.document), {
      status: this.document.status,
      headers: {
        'Content-Type': 'application/problem+json',
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Expose-Headers': 'Retry-After',
        'Cache-Control': 'no-store',
        ...this.headers,
      },
    });
  }
}

/** Makes the problem of one wrong field. */
export const invalidField = (field: string, code: string, message: string): ProblemError =>
  new ProblemError('invalid-fields', { errors: [{ field, code, message }] });

/** Makes the problem of what went wrong unexpectedly, and is in the log under this id. */
export const unexpected = (id: string): ProblemError =>
  new ProblemError('internal', {
    detail: 'Send the same request again later. If it fails again, report the id in `instance`.',
    instance: `${URN}${id}`,
  });

/** Makes a problem that is over after so many seconds (Retry-After, RFC 9110 §10.2.3). */
export const tryAgainIn = (
  seconds: number,
  kind: 'too-many-requests' | 'unavailable',
  detail?: string,
): ProblemError =>
  new ProblemError(kind, detail === undefined ? {} : { detail }, {
    'Retry-After': String(seconds),
  });

/** The title of a kind of problem, for the page that its `type` leads to. */
export const problemTitle = (kind: string): string | undefined =>
  Object.entries(kinds).find(([name]) => name === kind)?.[1][1];
