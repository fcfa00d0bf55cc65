import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  outcome: 'Outcome',
  people: 'People',
  sample: 'Some of them',
  new: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  leftAlone: 'Left as it is: {decision}',
  restored: 'Restored to what stood before',
  erased: 'Erased: the import had added them',
  left: 'Left: something came since',
};

/** What screens call that which comes of people in a job. */
export const outcomeWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    outcome: 'Resultat',
    people: 'Personer',
    sample: 'Nogle af dem',
    new: 'Nye',
    changed: 'Ændret',
    unchanged: 'Uændret',
    leftAlone: 'Forbliver som det er: {decision}',
    restored: 'Ført tilbage til det, der gjaldt før',
    erased: 'Slettet: importen havde tilføjet dem',
    left: 'Urørt: der er sket noget siden',
  },
};
