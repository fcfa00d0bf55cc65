/** The escape of half a character: JSON may hold one, UTF-8 and so the database cannot. */
const halves = /\\u[dD][89a-fA-F]/;
const escapes = /\\(?:u(d[89a-f][0-9a-f]{2})|.)/g;

/**
 * Reads JSON, with U+FFFD in the place of half characters, in keys and texts alike: what is hashed, stored and
 * shown later is the same text. Throws a `SyntaxError` for anything else.
 */
export const readJson = (text: string): unknown => {
  const value: unknown = JSON.parse(text);
  if (!halves.test(text)) return value;
  // Written again, whole characters are themselves, and only half ones are escaped.
  const written = JSON.stringify(value).replaceAll(escapes, (sign, half?: string) =>
    half === undefined ? sign : '\\ufffd',
  );
  return JSON.parse(written);
};
