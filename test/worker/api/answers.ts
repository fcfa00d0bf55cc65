import { dereference, initialBaseURI, validate } from '@cfworker/json-schema';

/** A schema that refuses what it does not name: an undocumented field is a fault here. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(
    Object.entries(schema).map(([name, part]) => [name, closed(part)]),
  );
  return 'properties' in parts && !('additionalProperties' in parts) && 'type' in parts
    ? { ...parts, additionalProperties: false }
    : parts;
};

type Schemas = Record<string, unknown>;

/** The named schemas of a document, closed, by their addresses: read once, for each answer may refer to any of them. */
const read = new WeakMap<Schemas, ReturnType<typeof dereference>>();

const byAddress = (schemas: Schemas): ReturnType<typeof dereference> => {
  const known = read.get(schemas) ?? dereference(Object(closed({ components: { schemas } })));
  read.set(schemas, known);
  return known;
};

let checked = 0;

/** What of a value a schema of the document refuses. */
export const faultsOf = (
  value: unknown,
  schema: Record<string, unknown>,
  schemas: Schemas,
): string => {
  const own = Object(closed(schema));
  checked += 1;
  const all = dereference(own, byAddress(schemas), initialBaseURI, `/checked/${checked}`);
  const { valid, errors } = validate(value, own, '2020-12', all, false);
  return valid ? '' : errors.map(({ instanceLocation: at, error }) => `${at}: ${error}`).join('\n');
};
