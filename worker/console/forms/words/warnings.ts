import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  title: 'Worth a look',
  texts: {
    'no-privacy-link':
      '“{purpose}” has no privacy statement in “{locale}”: visitors cannot read what happens with their data, and the form cannot be published.',
    'thin-text':
      '“{purpose}” says little in “{locale}”: a consent counts only if people know what they agree to (GDPR art. 7).',
    'no-way-back':
      '“{purpose}” does not say in “{locale}” how to take it back; people must be told before they agree (GDPR art. 7(3)).',
    'many-fields':
      '{count} fields besides the address: ask only what you need (GDPR art. 5(1)(c)); each one costs sign-ups.',
    'low-contrast': 'Your colour stands out too little, {scheme}: change it in the settings.',
    'low-own-contrast':
      '“{token}” stands out too little, {scheme}: {ratio} to 1, and at least {least} to 1 can be read by everybody (WCAG 2.2).',
    'missing-translation': 'Not written in “{locale}” yet: {fields}',
    'no-origin': 'No website may use it yet; its own page works.',
    'no-purpose': 'It asks for no consent.',
  },
};

/** What the form editor warns of, by the code of the warning. */
export const warningWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    title: 'Værd at se på',
    texts: {
      'no-privacy-link':
        '“{purpose}” har ingen privatlivspolitik på “{locale}”: besøgende kan ikke læse, hvad der sker med deres data, og formularen kan ikke udgives.',
      'thin-text':
        '“{purpose}” siger kun lidt på “{locale}”: et samtykke tæller kun, hvis folk ved, hvad de siger ja til (GDPR art. 7).',
      'no-way-back':
        '“{purpose}” siger ikke på “{locale}”, hvordan man fortryder; det skal folk vide, før de siger ja (GDPR art. 7, stk. 3).',
      'many-fields':
        '{count} felter ud over adressen: spørg kun om det, du har brug for (GDPR art. 5, stk. 1, litra c); hvert felt koster tilmeldinger.',
      'low-contrast': 'Din farve skiller sig for lidt ud, {scheme}: ret den i indstillingerne.',
      'low-own-contrast':
        '“{token}” skiller sig for lidt ud, {scheme}: {ratio} til 1; mindst {least} til 1 kan læses af alle (WCAG 2.2).',
      'missing-translation': 'Endnu ikke skrevet på “{locale}”: {fields}',
      'no-origin': 'Intet websted må bruge den endnu; dens egen side virker.',
      'no-purpose': 'Den beder ikke om noget samtykke.',
    },
  },
};
