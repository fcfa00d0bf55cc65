import type { OwnLocale } from '../locales/texts.ts';

/** Asks whether another address was meant, `{email}`. */
export const didYouMean: Readonly<Record<OwnLocale, string>> = {
  en: 'Did you mean {email}?',
  da: 'Mente du {email}?',
  de: 'Meinten Sie {email}?',
  sv: 'Menade du {email}?',
  nb: 'Mente du {email}?',
  nl: 'Bedoelt u {email}?',
  fi: 'Tarkoititko {email}?',
  fr: 'Vouliez-vous dire {email} ?',
  es: '¿Quiso decir {email}?',
  it: 'Intendeva {email}?',
  pl: 'Czy chodziło o {email}?',
  ar: 'هل تقصد {email}؟',
};
