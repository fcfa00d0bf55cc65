/** The first of the wanted locales that there is, each tried as it is and then without its region. */
export const chooseLocale = (
  wanted: readonly string[],
  available: readonly string[],
  fallback: string,
): string => {
  for (const tag of wanted) {
    const language = tag.split('-')[0];
    const match =
      available.find((locale) => locale.toLowerCase() === tag.toLowerCase()) ??
      available.find((locale) => locale === language);
    if (match) return match;
  }
  return fallback;
};

/** The languages of an Accept-Language header, most wanted first (RFC 9110 §12.5.4). */
export const acceptedLocales = (header: string | undefined): string[] =>
  (header ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const weight = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { tag: tag.trim(), weight: Number(weight ?? 1) };
    })
    .filter(({ tag, weight }) => tag && tag !== '*' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
