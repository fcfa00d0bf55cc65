import type { generateSpecs } from 'hono-openapi';
import { z } from 'zod';
import { ProblemKind } from '../../contract/problem.ts';
import { Right } from '../../contract/rights.ts';
import { ProblemError } from '../problems/problem.ts';
import { exampleOf, type Named } from './example.ts';

type Path = NonNullable<Awaited<ReturnType<typeof generateSpecs>>['paths'][string]>;
export type DescribedOperation = NonNullable<Path['get']>;
type Responses = NonNullable<DescribedOperation['responses']>;

/** What the middlewares of a route say of it, each as often as it was met. */
const Marks = z.object({
  'x-rights': z.array(z.array(Right)).default([]),
  'x-problems': z.array(ProblemKind).default([]),
});

const unique = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** All ways to hold one right of each group; each becomes one security requirement. */
const waysToHold = (groups: Right[][]): Right[][] =>
  groups.reduce<Right[][]>(
    (ways, group) => ways.flatMap((way) => group.map((right) => [...way, right])),
    [[]],
  );

const sentenceOf = (groups: Right[][]): string => {
  const names = groups.map((group) =>
    group.length === Right.options.length
      ? 'any right'
      : `the right ${group.map((right) => `\`${right}\``).join(' or ')}`,
  );
  return `Needs an API key with ${names.join(' and ')}.`;
};

const problemResponses = (kinds: readonly ProblemKind[]): Responses => {
  const documents = kinds.map((kind) => ({ kind, ...new ProblemError(kind).document }));
  const byStatus = Object.groupBy(documents, ({ status }) => status);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, problems = []]) => [
      status,
      {
        description: problems.map(({ title }) => title).join('; or: '),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(
              problems.map(({ kind }) => [kind, { $ref: `#/components/examples/${kind}` }]),
            ),
          },
        },
      },
    ]),
  );
};

type Content = Record<string, { schema?: object; example?: unknown }>;

const addExamples = (content: Content | undefined, named: Named): void => {
  for (const media of Object.values(content ?? {}))
    if (media.schema) media.example = exampleOf(media.schema, named);
};

/** Turns what the middlewares say of an operation into security, problem responses and examples. */
export const finishOperation = (operation: DescribedOperation, named: Named): void => {
  const marks = Marks.parse(operation);
  const rights = unique(marks['x-rights']);
  const { requestBody, responses } = operation;
  for (const part of [requestBody, ...Object.values(responses ?? {})])
    if (part && 'content' in part) addExamples(part.content, named);
  operation.responses = {
    ...responses,
    ...problemResponses(
      unique<ProblemKind>([
        ...marks['x-problems'],
        ...(requestBody ? (['too-large'] as const) : []),
        'internal',
        'unavailable',
      ]),
    ),
  };
  operation.security ??= [];
  if (rights.length > 0) {
    operation.security = waysToHold(rights).map((way) => ({ apiKey: way }));
    operation.description = [operation.description, sentenceOf(rights)]
      .filter(Boolean)
      .join('\n\n');
  }
  Object.assign(operation, { 'x-rights': rights, 'x-problems': undefined });
};
