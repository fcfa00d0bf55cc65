import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  shown: 'Views',
  started: 'Started',
  submitted: 'Submitted',
  confirmed: 'Confirmed',
  completion: 'Completion rate (submitted of started)',
  signUp: 'Sign-up rate (submitted of views)',
  period: 'Period',
  lastDays: 'Last {n} days',
  compared: '{change} compared with the {n} days before ({before})',
  same: 'Same as in the {n} days before',
  points: '{change} percentage points compared with the {n} days before ({before})',
  byDay: 'By day',
  byOrigin: 'Where visitors came from',
  page: 'Page URL',
  campaign: 'Campaign (source/medium/campaign)',
  none: 'No numbers yet',
  noneText: 'They appear as soon as the form is seen. Only counts are kept: no visitor is tracked.',
  day: 'Day',
};

/** What the screen says about the numbers of a form. */
export const statisticsWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    shown: 'Visninger',
    started: 'Påbegyndt',
    submitted: 'Sendt',
    confirmed: 'Bekræftet',
    completion: 'Gennemførelse (sendt af påbegyndt)',
    signUp: 'Tilmelding (sendt af visninger)',
    period: 'Periode',
    lastDays: 'Seneste {n} dage',
    compared: '{change} i forhold til de {n} dage før ({before})',
    same: 'Det samme som i de {n} dage før',
    points: '{change} procentpoint i forhold til de {n} dage før ({before})',
    byDay: 'Dag for dag',
    byOrigin: 'Hvor de besøgende kom fra',
    page: 'Sidens URL',
    campaign: 'Kampagne (kilde/medie/kampagne)',
    none: 'Ingen tal endnu',
    noneText: 'De vises, så snart formularen ses. Der gemmes kun antal: ingen besøgende følges.',
    day: 'Dag',
  },
};
