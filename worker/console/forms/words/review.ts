import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  title: 'Review and publish',
  back: 'Back to editing',
  publish: 'Publish',
  first:
    'This form is not live yet. Publishing makes it available at {address} and on the websites that you allow.',
  changes: 'What goes live',
  place: 'Where',
  before: 'Live now',
  after: 'After publishing',
  noChanges: 'Nothing differs from the version that is live.',
  moreChanges: 'and {n} more',
  cannot: 'Correct this before you publish',
  missing: 'Missing translations',
  missingHelp: 'Visitors see these texts in {language} instead.',
  noMissing: 'Every text is translated into every language of the form.',
  empty: 'Empty pages',
  emptyPage: 'Page {n} has no fields and no purposes.',
  overtaken:
    'Not published: someone else has saved the form since you reviewed it. Review it as it is now.',
  yes: 'yes',
  no: 'no',
};

/** What the screen says that shows what publishing a form changes. */
export const reviewWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    title: 'Gennemse og udgiv',
    back: 'Tilbage til redigering',
    publish: 'Udgiv',
    first:
      'Formularen er ikke udgivet endnu. Når du udgiver, kan den bruges på {address} og på de websteder, du tillader.',
    changes: 'Det, der udgives',
    place: 'Hvor',
    before: 'Udgivet nu',
    after: 'Efter udgivelsen',
    noChanges: 'Der er ingen forskel til den udgivne version.',
    moreChanges: 'og {n} mere',
    cannot: 'Ret dette, før du udgiver',
    missing: 'Manglende oversættelser',
    missingHelp: 'Besøgende ser disse tekster på {language} i stedet.',
    noMissing: 'Alle tekster er oversat til alle formularens sprog.',
    empty: 'Tomme sider',
    emptyPage: 'Side {n} har ingen felter og ingen formål.',
    overtaken:
      'Ikke udgivet: en anden har gemt formularen, siden du gennemså den. Gennemse den, som den er nu.',
    yes: 'ja',
    no: 'nej',
  },
};
