import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  version: 'Version {n}',
  none: 'Nothing was published yet.',
  restore: 'Take this one up again',
  changes: 'What changed',
  firstVersion: 'The first version',
  noVisibleChange: 'Nothing that can be seen.',
};

/** What the screen says about the versions of a form. */
export const versionWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    version: 'Version {n}',
    none: 'Intet er udgivet endnu.',
    restore: 'Tag denne op igen',
    changes: 'Det, der er ændret',
    firstVersion: 'Den første version',
    noVisibleChange: 'Intet, der kan ses.',
  },
};
