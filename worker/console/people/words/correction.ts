import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  correct: 'Correct details',
  correctIntro:
    'Enter what is correct (GDPR art. 16). The person is told by email, at the old address too if it changes.',
  save: 'Save and tell the person',
  reason: 'Reason',
  reasonHelp: 'For the record: what the person told you.',
  lift: 'Lift the restriction',
  liftIntro:
    'What applied before the restriction applies again. The person gets your reason by email (GDPR art. 18(3)).',
  liftReason: 'Reason, which the person reads',
};

/** What the forms that correct a person's details and lift a restriction say. */
export const correctionWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    correct: 'Ret oplysninger',
    correctIntro:
      'Skriv det rigtige (GDPR art. 16). Personen får besked pr. e-mail, også på den gamle adresse, hvis den ændres.',
    save: 'Gem, og giv personen besked',
    reason: 'Begrundelse',
    reasonHelp: 'Til dokumentationen: hvad personen fortalte dig.',
    lift: 'Ophæv begrænsningen',
    liftIntro:
      'Det, der gjaldt før begrænsningen, gælder igen. Personen får din begrundelse pr. e-mail (GDPR art. 18, stk. 3).',
    liftReason: 'Begrundelse, som personen læser',
  },
};
