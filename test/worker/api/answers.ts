import { Validator } from '@cfworker/json-schema';

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

/** What of a value a schema of the document refuses. */
export const faultsOf = (
  value: unknown,
  schema: Record<string, unknown>,
  schemas: Record<string, unknown>,
): string => {
  const whole = closed({ ...schema, components: { schemas } });
  const validator = new Validator(Object(whole), '2020-12', false);
  const { valid, errors } = validator.validate(value);
  return valid ? '' : errors.map(({ instanceLocation: at, error }) => `${at}: ${error}`).join('\n');
};
