/** A BCP 47 language tag as far as texts need it: language, script, region and a variant. */
export const localePattern =
  /^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))?$/;

/** Longer than any tag with what some systems add to it. */
const MOST_TAG = 100;

/**
 * Returns a language tag as BCP 47 writes it, however a page, a browser or a file does (`DA_dk`, `iw`,
 * `zh_TW.UTF-8`), without extensions. Null if it is none, as `en-12` or `*`.
 */
export const canonicalLocale = (written: string): string | null => {
  const [tag = ''] = written.trim().slice(0, MOST_TAG).replaceAll('_', '-').split(/[.@;]/);
  try {
    const { baseName } = new Intl.Locale(tag);
    return localePattern.test(baseName) ? baseName : null;
  } catch {
    return null;
  }
};
