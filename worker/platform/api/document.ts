import { Hono, type Schema } from 'hono';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { generateSpecs } from 'hono-openapi';
import { Problem, ProblemKind } from '../../contract/problem.ts';
import type { App } from '../env.ts';
import { ProblemError } from '../problems/problem.ts';
import { answeredBy } from './describe.ts';
import { finishOperation } from './finish.ts';

/** A chapter of the API: the operations whose paths begin with one of these. */
export type Chapter = { name: string; description: string; paths: readonly string[] };

const methods = ['get', 'put', 'post', 'delete'] as const;

const components = {
  securitySchemes: {
    apiKey: {
      type: 'http',
      scheme: 'bearer',
      description: 'An API key, created in the console. The roles are the rights that it needs.',
    },
    session: {
      type: 'http',
      scheme: 'bearer',
      description: 'The session of a person, from `/v1/sessions` or `/v1/entries/{id}/session`.',
    },
  },
  responses: {
    Problem: {
      description: 'Why a request was refused',
      content: { 'application/problem+json': { schema: answeredBy(Problem) } },
    },
  },
  examples: Object.fromEntries(
    ProblemKind.options.map((kind) => [kind, { value: new ProblemError(kind).document }]),
  ),
} as const;

const describeAll = async <Routes extends Schema>(
  api: Hono<App, Routes>,
  chapters: readonly Chapter[],
) => {
  const document = await generateSpecs(api, {
    defaultValidationErrorResponse: false,
    excludeStaticFile: false,
    documentation: {
      info: {
        title: 'Samtykke',
        version: '1',
        description:
          'Consent that can be proven. Times are in UTC milliseconds. Errors are problem documents (RFC 9457).',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      tags: chapters.map(({ name, description }) => ({ name, description })),
      components,
    },
  });
  for (const [path, item] of Object.entries(document.paths)) {
    const chapter = chapters.find(({ paths }) => paths.some((start) => path.startsWith(start)));
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      finishOperation(operation, document.components.schemas ?? {});
      operation.tags = chapter ? [chapter.name] : [];
    }
  }
  return JSON.stringify(document);
};

/** Answers `GET /openapi.json`: every operation of these routes (OpenAPI 3.1), described once an isolate. */
export const documentOf = <Routes extends Schema>(
  api: Hono<App, Routes>,
  chapters: readonly Chapter[],
) => {
  let document: ReturnType<typeof describeAll> | undefined;
  return new Hono<App>().get('/openapi.json', cors(), etag(), async (c) => {
    document ??= describeAll(api, chapters);
    c.header('Cache-Control', 'public, max-age=300');
    return c.body(await document, 200, { 'Content-Type': 'application/json' });
  });
};
