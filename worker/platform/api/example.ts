/** As much of JSON Schema as an example is composed from. */
export type JsonSchema = {
  $ref?: string;
  examples?: readonly unknown[];
  default?: unknown;
  const?: unknown;
  enum?: readonly unknown[];
  type?: string | readonly string[];
  format?: string;
  minimum?: number;
  items?: JsonSchema;
  properties?: Readonly<Record<string, JsonSchema>>;
  propertyNames?: JsonSchema;
  additionalProperties?: boolean | JsonSchema;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  allOf?: readonly JsonSchema[];
};

/** The schemas that a `$ref` names. */
export type Named = Readonly<Record<string, JsonSchema>>;

const formats: Partial<Record<string, string>> = {
  uuid: '0193f2a4-6b1c-7d3e-9f80-1a2b3c4d5e6f',
  date: '2026-11-25',
  email: 'anna@example.com',
  uri: 'https://example.com/newsletter',
};

const objectOf = (schema: JsonSchema, named: Named): Record<string, unknown> => {
  const { properties = {}, propertyNames, additionalProperties } = schema;
  const known = Object.entries(properties).map(
    ([name, property]) => [name, exampleOf(property, named)] as const,
  );
  if (known.length > 0 || typeof additionalProperties !== 'object')
    return Object.fromEntries(known);
  const name = propertyNames ? exampleOf(propertyNames, named) : 'key';
  return { [String(name)]: exampleOf(additionalProperties, named) };
};

const ofType = (schema: JsonSchema, named: Named): unknown => {
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return objectOf(schema, named);
    case 'array':
      return schema.items ? [exampleOf(schema.items, named)] : [];
    case 'string':
      return formats[schema.format ?? ''] ?? 'text';
    case 'number':
    case 'integer':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    default:
      return null;
  }
};

/** Composes an example of what a schema describes, from the examples of its parts. */
export const exampleOf = (schema: JsonSchema, named: Named): unknown => {
  const { $ref, examples, enum: values, anyOf, oneOf, allOf } = schema;
  if ($ref !== undefined) return exampleOf(named[$ref.split('/').at(-1) ?? ''] ?? {}, named);
  if (examples?.length) return examples[0];
  if ('const' in schema) return schema.const;
  if (values) return values[0];
  if (schema.default !== undefined) return schema.default;
  const [either] = anyOf ?? oneOf ?? [];
  if (either) return exampleOf(either, named);
  if (allOf) return Object.assign({}, ...allOf.map((part) => exampleOf(part, named)));
  return ofType(schema, named);
};
