import { z } from 'zod';

const Content = z.record(
  z.string(),
  z.looseObject({ schema: z.record(z.string(), z.unknown()), example: z.unknown().optional() }),
);

const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string().optional(),
  tags: z.array(z.string()),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z
    .array(z.looseObject({ in: z.string(), name: z.string(), required: z.boolean().optional() }))
    .default([]),
  requestBody: z.looseObject({ content: Content }).optional(),
  responses: z.record(
    z.string(),
    z.looseObject({ description: z.string(), content: Content.optional() }),
  ),
});

const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

/** An operation with its place. */
export type Described = z.infer<typeof Operation> & { path: string; method: string };

/** The operations that `/openapi.json` describes, and the schemas that they share. */
export const operationsOf = (document: unknown) => {
  const { paths, components } = Document.parse(document);
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(
      ([method, operation]): Described => ({ ...operation, path, method: method.toUpperCase() }),
    ),
  );
  return { operations, schemas: components.schemas };
};
