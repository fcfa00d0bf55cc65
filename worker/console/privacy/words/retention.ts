import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  intro:
    'Data whose retention period ends in the next 30 days, and why. It expires or is deleted automatically, and each run is in the audit log.',
  reason: 'Reason',
  count: 'Number',
  purposeRule: {
    one: 'No activity for {n} day',
    other: 'No activity for {n} days',
  },
  submissionRule: {
    one: 'Submissions are kept for {n} day',
    other: 'Submissions are kept for {n} days',
  },
  submissionsKept: 'Submissions are kept for good',
  staleRule: {
    one: 'People without consent are erased after {n} day without activity',
    other: 'People without consent are erased after {n} days without activity',
  },
  staleKept: 'People without consent are kept for good',
  capped: '10,000 or more',
  changeSettings: 'Change retention periods',
  pastRuns: 'Expired and deleted so far',
  noRuns: 'Nothing yet.',
  expired: '{purpose}: expired',
  deleted: 'Submissions deleted',
  erased: 'People erased',
};

/** What the screen says about retention. */
export const retentionWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    intro:
      'Data, hvis opbevaringsperiode slutter inden for 30 dage, og hvorfor. De udløber eller slettes automatisk, og hver kørsel står i revisionsloggen.',
    reason: 'Årsag',
    count: 'Antal',
    purposeRule: {
      one: 'Ingen aktivitet i {n} dag',
      other: 'Ingen aktivitet i {n} dage',
    },
    submissionRule: { one: 'Besvarelser gemmes i {n} dag', other: 'Besvarelser gemmes i {n} dage' },
    submissionsKept: 'Besvarelser gemmes for altid',
    staleRule: {
      one: 'Personer uden samtykke slettes efter {n} dag uden aktivitet',
      other: 'Personer uden samtykke slettes efter {n} dage uden aktivitet',
    },
    staleKept: 'Personer uden samtykke gemmes for altid',
    capped: '10.000 eller flere',
    changeSettings: 'Ændr opbevaringsperioder',
    pastRuns: 'Udløbet og slettet indtil nu',
    noRuns: 'Intet endnu.',
    expired: '{purpose}: udløbet',
    deleted: 'Besvarelser slettet',
    erased: 'Personer slettet',
  },
};
