import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  shown: 'Shown',
  started: 'Begun',
  submitted: 'Submitted',
  confirmed: 'Confirmed',
  lastDays: 'The last 30 days',
  byOrigin: 'Where they came from',
  page: 'Address of the page',
  campaign: 'Campaign (source/medium/campaign)',
  none: 'No numbers yet',
  noneText:
    'They appear here as soon as the form is seen. Only counts are kept: nobody is followed.',
  day: 'Day',
};

/** What the screen says about the numbers of a form. */
export const statisticsWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    shown: 'Vist',
    started: 'Begyndt',
    submitted: 'Sendt',
    confirmed: 'Bekræftet',
    lastDays: 'De seneste 30 dage',
    byOrigin: 'Hvor de kom fra',
    page: 'Sidens adresse',
    campaign: 'Kampagne (kilde/medie/kampagne)',
    none: 'Ingen tal endnu',
    noneText: 'De kommer, så snart formularen ses. Der gemmes kun antal: ingen følges.',
    day: 'Dag',
  },
};
