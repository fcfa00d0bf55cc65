import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { ProblemKind } from '../../contract/problem.ts';
import { answeredBy, describes, takenBy } from './describe.ts';

/** What comes with a status: JSON of a schema, other content by its type, or nothing. */
export type Answer = z.ZodType | Readonly<Record<string, z.ZodType>> | null;

export type Operation = {
  /** A name that no other operation has, for generated clients: `readPerson`. */
  id: string;
  /** What it does, as a verb and its object: "Read a person". */
  summary: string;
  /** What a caller must know besides, in Markdown. */
  description?: string;
  answers: Partial<Record<ContentfulStatusCode | 204 | 303 | 304, Answer>>;
  /** What it refuses, besides what the guard before it refuses and `internal`. */
  problems?: readonly ProblemKind[];
  /** A body that the handler reads itself, by content type. */
  body?: Readonly<Record<string, z.ZodType>>;
  /** Headers that the handler reads itself, by name, and what they are for. */
  headers?: Readonly<Record<string, string>>;
  /** Whether it reads or saves something that is edited as a whole: both answer with an ETag, a save takes If-Match. */
  edits?: 'reads' | 'saves';
};

/** What a save takes besides: without it, it replaces whatever stands. */
const ifMatch = {
  'If-Match':
    'The `ETag` that you read. Answers 412 `overtaken` if someone else has saved since; without it, the last save wins.',
};

const etag = {
  ETag: { description: 'The version, for `If-Match`.', schema: { type: 'string' } },
};

const meanings: Partial<Record<string, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No content',
  303: 'See other',
  304: 'Not modified',
  503: 'Service unavailable',
};

const contentOf = (byType: Readonly<Record<string, z.ZodType>>, describe: typeof answeredBy) =>
  Object.fromEntries(
    Object.entries(byType).map(([type, schema]) => [type, { schema: describe(schema) }]),
  );

const responseOf = (status: string, answer: Answer, isTagged: boolean) => {
  const description = meanings[status] ?? status;
  const headers = isTagged ? { headers: etag } : {};
  if (answer === null) return { description };
  const byType = answer instanceof z.ZodType ? { 'application/json': answer } : answer;
  return { description, ...headers, content: contentOf(byType, answeredBy) };
};

/** Describes the operation that the handler after it carries out, for `/openapi.json`. */
export const operation = ({
  id,
  summary,
  description,
  answers,
  problems = [],
  body,
  headers = {},
  edits,
}: Operation): MiddlewareHandler =>
  describes<MiddlewareHandler>(async (_, next) => next(), {
    operationId: id,
    summary,
    ...(description && { description }),
    'x-problems': edits === 'saves' ? [...problems, 'overtaken'] : problems,
    ...(body && { requestBody: { required: true, content: contentOf(body, takenBy) } }),
    parameters: Object.entries(edits === 'saves' ? { ...headers, ...ifMatch } : headers).map(
      ([name, purpose]) => ({
        in: 'header',
        name,
        description: purpose,
        schema: { type: 'string' },
      }),
    ),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, answer]) => [
        status,
        responseOf(status, answer, edits !== undefined),
      ]),
    ),
  });
