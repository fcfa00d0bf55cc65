const names = new Map<string, string>();

/** The name of a language in that language, as its speakers look for it. Kept, for looking it up takes long. */
export const autonym = (locale: string): string => {
  const known = names.get(locale);
  if (known) return known;
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  const written = name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  names.set(locale, written);
  return written;
};
