import type { BreachFacts, BreachTranslations } from '../../contract/breach.ts';

type Facts = BreachFacts & { job?: string };

/** Makes the facts of a breach notice by language, `*` for the languages that it is not translated into. */
export const noticesOf = (
  facts: BreachFacts,
  translations: BreachTranslations,
  job?: string,
): Record<string, Facts> & { '*': Facts } => {
  const of = (each: BreachFacts): Facts => (job === undefined ? each : { ...each, job });
  const translated = Object.entries(translations).map(([locale, each]) => [locale, of(each)]);
  return { ...Object.fromEntries(translated), '*': of(facts) };
};
