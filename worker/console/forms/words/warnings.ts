import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  title: 'Worth improving',
  texts: {
    'no-privacy-link':
      '“{purpose}” has no privacy statement in {locale}: visitors cannot read how their data is used, and the form cannot be published.',
    'thin-text':
      '“{purpose}” has a short description in {locale}: consent is valid only if people know what they agree to (GDPR art. 7).',
    'no-way-back':
      '“{purpose}” does not say in {locale} how to withdraw consent. People must be told before they agree (GDPR art. 7(3)).',
    'many-fields':
      '{count} fields besides the email address: ask only for what you need (GDPR art. 5(1)(c)). Each field costs sign-ups.',
    'low-contrast':
      'Your brand colour has too little contrast on {scheme} backgrounds. Change it in the settings.',
    'low-own-contrast':
      '“{token}” has too little contrast on {scheme} backgrounds: {ratio} to 1. Everyone can read {least} to 1 or more (WCAG 2.2).',
    'missing-translation': 'Not translated into {locale} yet: {fields}',
    'no-origin': 'No websites are allowed yet. Until you add one, only the form’s own page works.',
    'no-purpose': 'The form asks for no consent.',
  },
};

/** What the form editor warns of, by the code of the warning. */
export const warningWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    title: 'Kan forbedres',
    texts: {
      'no-privacy-link':
        '“{purpose}” har ingen privatlivspolitik på {locale}: besøgende kan ikke læse, hvordan deres data bruges, og formularen kan ikke udgives.',
      'thin-text':
        '“{purpose}” har en kort beskrivelse på {locale}: et samtykke er kun gyldigt, hvis folk ved, hvad de siger ja til (GDPR art. 7).',
      'no-way-back':
        '“{purpose}” siger ikke på {locale}, hvordan man trækker samtykket tilbage. Det skal folk vide, før de siger ja (GDPR art. 7, stk. 3).',
      'many-fields':
        '{count} felter ud over e-mailadressen: spørg kun om det, du har brug for (GDPR art. 5, stk. 1, litra c). Hvert felt koster tilmeldinger.',
      'low-contrast':
        'Din farve har for lidt kontrast på {scheme} baggrund. Ret den i indstillingerne.',
      'low-own-contrast':
        '“{token}” har for lidt kontrast på {scheme} baggrund: {ratio} til 1. Alle kan læse {least} til 1 eller mere (WCAG 2.2).',
      'missing-translation': 'Endnu ikke oversat til {locale}: {fields}',
      'no-origin':
        'Ingen websteder er tilladt endnu. Indtil du tilføjer et, virker kun formularens egen side.',
      'no-purpose': 'Formularen beder ikke om noget samtykke.',
    },
  },
};
