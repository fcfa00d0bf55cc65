import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  outcome: 'Outcome',
  people: 'People',
  sample: 'Examples',
  new: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  leftAlone: 'Unchanged because they said no: {decision}',
  restored: 'Restored to the earlier status',
  erased: 'Erased: added by the import',
  left: 'Unchanged: data has changed since',
  notified: 'Get the privacy notice',
  noticed: 'Get none: they have had one',
};

/** What screens call that which comes of people in a job. */
export const outcomeWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    outcome: 'Resultat',
    people: 'Personer',
    sample: 'Eksempler',
    new: 'Nye',
    changed: 'Ændret',
    unchanged: 'Uændret',
    leftAlone: 'Uændret, fordi de har sagt nej: {decision}',
    restored: 'Tidligere status genskabt',
    erased: 'Slettet: tilføjet af importen',
    left: 'Uændret: data er ændret siden',
    notified: 'Får privatlivsmeddelelsen',
    noticed: 'Får ingen: de har fået en',
  },
};
