import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  version: 'Version {n}',
  none: 'Nothing has been published yet.',
  restore: 'Restore as draft',
  changes: 'Changes',
  before: 'Before',
  after: 'After',
  savedNow: 'Saved now',
  yours: 'Yours, not saved yet',
  firstVersion: 'The first version.',
  noVisibleChange: 'No visible changes.',
};

/** What the screen says about the versions of a form. */
export const versionWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    version: 'Version {n}',
    none: 'Der er ikke udgivet noget endnu.',
    restore: 'Gendan som kladde',
    changes: 'Ændringer',
    before: 'Før',
    after: 'Efter',
    savedNow: 'Gemt nu',
    yours: 'Dit, ikke gemt endnu',
    firstVersion: 'Den første version.',
    noVisibleChange: 'Ingen synlige ændringer.',
  },
};
