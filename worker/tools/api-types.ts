// Writes the types of the API, for the typed client of the package, from the document of /openapi.json.
import { z } from 'zod';

/** As much of JSON Schema as the document uses. */
type Schema = {
  $ref?: string | undefined;
  description?: string | undefined;
  const?: unknown;
  enum?: unknown[] | undefined;
  type?: string | string[] | undefined;
  items?: Schema | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: string[] | undefined;
  propertyNames?: Schema | undefined;
  additionalProperties?: boolean | Schema | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
  allOf?: Schema[] | undefined;
};

const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    description: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    items: Schema.optional(),
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
    propertyNames: Schema.optional(),
    additionalProperties: z.union([z.boolean(), Schema]).optional(),
    anyOf: z.array(Schema).optional(),
    oneOf: z.array(Schema).optional(),
    allOf: z.array(Schema).optional(),
  }),
);

const Content = z.record(z.string(), z.object({ schema: Schema.optional() }));

const Parameter = z.object({
  in: z.enum(['path', 'query', 'header']),
  name: z.string(),
  description: z.string().optional(),
  required: z.boolean().default(false),
  schema: Schema,
});
type Parameter = z.infer<typeof Parameter>;

const Operation = z.object({
  summary: z.string(),
  description: z.string().optional(),
  parameters: z.array(Parameter).default([]),
  requestBody: z.object({ content: Content, required: z.boolean().default(false) }).optional(),
  responses: z.record(z.string(), z.object({ content: Content.optional() })),
});
type Operation = z.infer<typeof Operation>;

const methods = ['get', 'put', 'post', 'delete'] as const;

/** The document, as far as types are made of it. */
const Document = z.object({
  paths: z.record(z.string(), z.partialRecord(z.enum(methods), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});

const JSON_TYPE = 'application/json';

const primitives: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

const nameOf = (key: string): string => (/^[a-z_$][\w$]*$/i.test(key) ? key : JSON.stringify(key));

const commentOf = (text: string | undefined): string =>
  text ? `/** ${text.replaceAll('*/', '*\\/').replaceAll(/\s*\n\s*/g, ' ')} */\n` : '';

const unionOf = (types: readonly string[]): string => [...new Set(types)].join(' | ') || 'never';

const bracketed = (type: string): string => (/[|&]/.test(type) ? `(${type})` : type);

/** A property, or a parameter, on a line of its own. */
const lineOf = (name: string, type: string, isRequired: boolean, comment?: string): string =>
  `${commentOf(comment)}${nameOf(name)}${isRequired ? '' : '?'}: ${type};\n`;

const objectOf = (schema: Schema): string => {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const known = Object.entries(properties).map(([name, property]) =>
    lineOf(name, typeOf(property), required.includes(name), property.description),
  );
  if (known.length > 0) return `{\n${known.join('')}}`;
  if (!additionalProperties) return additionalProperties === false ? '{}' : 'object';
  const values =
    typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown';
  const isListed = !!propertyNames?.enum;
  const record = `Record<${propertyNames ? typeOf(propertyNames) : 'string'}, ${values}>`;
  return isListed ? `Partial<${record}>` : record;
};

const ofType = (type: string, schema: Schema): string => {
  if (type === 'object') return objectOf(schema);
  if (type === 'array') return `${bracketed(schema.items ? typeOf(schema.items) : 'unknown')}[]`;
  return primitives[type] ?? 'unknown';
};

/** Returns the TypeScript type of what a schema describes. */
const typeOf = (schema: Schema): string => {
  const { $ref, enum: values, anyOf, oneOf, allOf, type } = schema;
  if ($ref !== undefined) return $ref.split('/').at(-1) ?? 'unknown';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (values) return unionOf(values.map((value) => JSON.stringify(value)));
  const either = anyOf ?? oneOf;
  if (either) return unionOf(either.map(typeOf));
  if (allOf) return allOf.map((part) => bracketed(typeOf(part))).join(' & ');
  return unionOf([type ?? []].flat().map((each) => ofType(each, schema))).replace(
    /^never$/,
    'unknown',
  );
};

const groupOf = (parameters: readonly Parameter[], place: Parameter['in']): [string, boolean][] => {
  const lines = parameters
    .filter((parameter) => parameter.in === place)
    .map(({ name, schema, required, description }) =>
      lineOf(name, typeOf(schema), required, description ?? schema.description),
    );
  const isRequired = parameters.some((each) => each.in === place && each.required);
  return lines.length > 0 ? [[`{\n${lines.join('')}}`, isRequired]] : [];
};

/** What a call sends: JSON, and all else as `fetch` takes it. */
const bodyOf = (content: z.infer<typeof Content>): string =>
  unionOf(
    Object.entries(content).map(([type, { schema }]) =>
      type === JSON_TYPE && schema ? typeOf(schema) : 'BodyInit',
    ),
  );

/** What a call resolves with: JSON, nothing, and all else as a `Response`. */
const answerOf = ({ responses }: Operation): string =>
  unionOf(
    Object.entries(responses)
      .filter(([status]) => Number(status) < 300)
      .flatMap(([, { content }]) => {
        if (!content) return ['undefined'];
        return Object.entries(content).map(([type, { schema }]) =>
          type === JSON_TYPE && schema ? typeOf(schema) : 'Response',
        );
      }),
  );

const operationOf = (operation: Operation): string => {
  const { parameters, requestBody } = operation;
  const places = { path: 'path', query: 'query', headers: 'header' } as const;
  const taken = Object.entries(places).flatMap(([name, place]) =>
    groupOf(parameters, place).map(([type, isRequired]) => lineOf(name, type, isRequired)),
  );
  const body = requestBody
    ? [lineOf('body', bodyOf(requestBody.content), requestBody.required)]
    : [];
  return `{\n${[...taken, ...body, lineOf('answer', answerOf(operation), true)].join('')}}`;
};

const pathOf = (item: z.infer<typeof Document>['paths'][string]): string =>
  methods
    .flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const comment = [operation.summary, operation.description].filter(Boolean).join('. ');
      return [lineOf(method, operationOf(operation), true, comment)];
    })
    .join('');

const indented = (code: string): string => {
  let depth = 0;
  const lines = code.split('\n').map((line) => {
    if (line.startsWith('}')) depth -= 1;
    const placed = line && '  '.repeat(depth) + line;
    if (line.endsWith('{')) depth += 1;
    return placed;
  });
  return lines.join('\n');
};

/** Returns the types of everything that a document of the API describes, and its operations as `Paths`. */
export const apiTypes = (text: string): string => {
  const { paths, components } = Document.parse(JSON.parse(text));
  const named = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `${commentOf(schema.description)}export type ${name} = ${typeOf(schema)};\n`,
  );
  const operations = Object.entries(paths).map(([path, item]) =>
    lineOf(path, `{\n${pathOf(item)}}`, true),
  );
  return indented(
    `${named.join('')}\n/** The operations by their paths and methods. */\nexport interface Paths {\n${operations.join('')}}\n`,
  );
};
