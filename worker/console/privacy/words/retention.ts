import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  intro:
    'What will expire or be deleted by itself in the next 30 days, and why. It runs every minute, a little at a time, and each run is in the audit log.',
  reason: 'Why',
  count: 'How many',
  purposeRule: {
    one: 'It stood for {n} day without a sign of life',
    other: 'It stood for {n} days without a sign of life',
  },
  submissionRule: {
    one: 'Submissions are kept for {n} day',
    other: 'Submissions are kept for {n} days',
  },
  submissionsKept: 'Submissions are kept',
  staleRule: {
    one: 'People of whom nothing stands are erased after {n} day without a sign of life',
    other: 'People of whom nothing stands are erased after {n} days without a sign of life',
  },
  staleKept: 'People of whom nothing stands are kept',
  capped: '10,000 or more',
  changeSettings: 'Change how long',
  pastRuns: 'What was deleted before',
  noRuns: 'Nothing.',
  counts: 'Numbers',
};

/** What the screen says about retention. */
export const retentionWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    intro:
      'Det, der udløber eller slettes af sig selv inden for 30 dage, og hvorfor. Det kører hvert minut, lidt ad gangen, og hver kørsel står i revisionsloggen.',
    reason: 'Hvorfor',
    count: 'Hvor mange',
    purposeRule: {
      one: 'Det stod i {n} dag uden livstegn',
      other: 'Det stod i {n} dage uden livstegn',
    },
    submissionRule: { one: 'Besvarelser gemmes i {n} dag', other: 'Besvarelser gemmes i {n} dage' },
    submissionsKept: 'Besvarelser gemmes',
    staleRule: {
      one: 'Personer, om hvem intet står, slettes efter {n} dag uden livstegn',
      other: 'Personer, om hvem intet står, slettes efter {n} dage uden livstegn',
    },
    staleKept: 'Personer, om hvem intet står, gemmes',
    capped: '10.000 eller flere',
    changeSettings: 'Ændr hvor længe',
    pastRuns: 'Det, der er slettet før',
    noRuns: 'Intet.',
    counts: 'Tal',
  },
};
