import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  intro: 'Form submissions, newest first.',
  form: 'Form',
  allForms: 'All forms',
  processed: 'Processed',
  by: 'by {who}',
  unprocessed: 'New',
  emailFailedFilter: 'An email failed',
  emailFailed: 'The email “{template}” could not be sent.',
  retry: 'Try again',
  markProcessed: 'Mark as processed',
  keepAnswers: 'Save the answers on the person',
  none: 'No submissions yet',
  noneText: 'Paste a form into your site. Submissions then appear here.',
};

/** What the screen says about submissions. */
export const submissionWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    intro: 'Formularbesvarelser, de nyeste først.',
    form: 'Formular',
    allForms: 'Alle formularer',
    processed: 'Behandlet',
    by: 'af {who}',
    unprocessed: 'Ny',
    emailFailedFilter: 'En e-mail mislykkedes',
    emailFailed: 'E-mailen “{template}” kunne ikke sendes.',
    retry: 'Prøv igen',
    markProcessed: 'Markér som behandlet',
    keepAnswers: 'Gem svarene på personen',
    none: 'Ingen besvarelser endnu',
    noneText: 'Indsæt en formular på dit websted. Så vises besvarelserne her.',
  },
};
