import { canonicalLocale } from '../contract/locale.ts';

/** Languages that CLDR keeps apart and whose readers read one another's texts. */
const kin: Readonly<Record<string, string>> = { nn: 'nb', no: 'nb', yue: 'zh' };

/** What decides whether a reader of one tag reads another. The likely script and region are CLDR's. */
type Parts = { tag: string; language: string; script: string; region: string };

const partsOf = (tag: string): Parts | null => {
  const canonical = canonicalLocale(tag);
  if (!canonical) return null;
  const { language, script = '', region = '' } = new Intl.Locale(canonical).maximize();
  return { tag: canonical, language, script, region };
};

const family = ({ language }: Parts): string => kin[language] ?? language;

/** Cuts a tag down step by step (RFC 4647 §3.4): `zh-Hant-TW`, `zh-Hant`, `zh`. */
const truncations = (tag: string): string[] => {
  const parts = tag.split('-');
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('-'));
};

/** How well a text in one tag serves a reader of another: 0 for not at all, as in another script. */
const fitOf = (wanted: Parts, offered: Parts): number => {
  if (family(wanted) !== family(offered) || wanted.script !== offered.script) return 0;
  const step = truncations(wanted.tag).indexOf(offered.tag);
  const exact = step === 0 ? 8 : 0;
  const sameLanguage = wanted.language === offered.language ? 4 : 0;
  const sameRegion = wanted.region === offered.region ? 2 : 0;
  return 1 + exact + sameLanguage + sameRegion + (step > 0 ? 1 : 0);
};

const best = <Tag extends string>(
  available: readonly Tag[],
  scoreOf: (parts: Parts) => number,
): Tag | undefined => {
  let found: { tag: Tag; score: number } | undefined;
  for (const tag of available) {
    const parts = partsOf(tag);
    const score = parts ? scoreOf(parts) : 0;
    if (score > (found?.score ?? 0)) found = { tag, score };
  }
  return found?.tag;
};

/**
 * Chooses among the available locales for someone who wants some, most wanted first: by RFC 4647's lookup, and
 * then the nearest of the same language and script (`pt-BR` for `pt-PT`, `zh-Hant` for `zh-HK`, `nb` for `nn`
 * and `no`). Only when nothing that is wanted fits, one of the same language in another script.
 */
export const chooseLocale = <Tag extends string>(
  wanted: readonly string[],
  available: readonly Tag[],
  fallback: Tag,
): Tag => {
  // Nothing fits better than the most wanted itself, and to compare a dozen takes a tenth of a millisecond.
  const exact = available.find((tag) => tag === wanted[0]);
  if (exact) return exact;
  const known = wanted.flatMap((tag) => partsOf(tag) ?? []);
  for (const one of known) {
    const found = best(available, (offered) => fitOf(one, offered));
    if (found) return found;
  }
  for (const one of known) {
    const found = best(available, (offered) => (family(one) === family(offered) ? 1 : 0));
    if (found) return found;
  }
  return fallback;
};

/** Longer lists of languages are nobody's. */
const MOST_LOCALES = 20;

/** The languages of an Accept-Language header, most wanted first (RFC 9110 §12.5.4); each is a valid tag. */
export const acceptedLocales = (header: string | undefined): string[] =>
  (header ?? '')
    .split(',', MOST_LOCALES)
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const weight = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { tag: canonicalLocale(tag), weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ tag }) => tag ?? []);
