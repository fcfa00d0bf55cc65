/** A value with one thing in it changed, and what that is. */
export type Mutation = { what: string; value: unknown };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Another value of the same kind: of a text, with another character in its middle. */
const anotherOf = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return 'x';
  const middle = Math.floor(value.length / 2);
  const char = value[middle] === 'b' ? 'c' : 'b';
  return `${value.slice(0, middle)}${char}${value.slice(middle + 1)}`;
};

function* ofList(list: readonly unknown[], at: string): Generator<Mutation> {
  yield { what: `${at} with something more`, value: [...list, list[0] ?? 'x'] };
  for (const [index, each] of list.entries()) {
    const place = `${at}.${index}`;
    yield { what: `without ${place}`, value: list.toSpliced(index, 1) };
    const next = list[index + 1];
    if (next !== undefined && JSON.stringify(next) !== JSON.stringify(each))
      yield { what: `${place} behind the next`, value: list.toSpliced(index, 2, next, each) };
    for (const { what, value } of mutationsOf(each, place))
      yield { what, value: list.with(index, value) };
  }
}

function* ofObject(object: Record<string, unknown>, at: string): Generator<Mutation> {
  yield { what: `${at} with a field more`, value: { ...object, more: 'x' } };
  for (const [key, each] of Object.entries(object)) {
    const place = at ? `${at}.${key}` : key;
    const { [key]: _, ...rest } = object;
    yield { what: `without ${place}`, value: rest };
    for (const { what, value } of mutationsOf(each, place))
      yield { what, value: { ...rest, [key]: value } };
  }
}

/**
 * Makes every value that differs from one in a single thing: a field or an entry left out, put in, moved or changed,
 * at any depth. It knows no field by name, so that it covers those that come later.
 */
export function* mutationsOf(value: unknown, at = ''): Generator<Mutation> {
  if (Array.isArray(value)) yield* ofList(value, at);
  else if (isObject(value)) yield* ofObject(value, at);
  else yield { what: `${at} changed`, value: anotherOf(value) };
}
