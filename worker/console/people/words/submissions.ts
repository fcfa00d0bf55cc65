import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  intro: 'What was sent in forms, the newest first.',
  form: 'Form',
  allForms: 'All forms',
  processed: 'Processed',
  by: 'by {who}',
  unprocessed: 'New',
  emailFailedFilter: 'A letter was given up',
  emailFailed: 'The letter “{template}” could not be sent.',
  retry: 'Try again',
  markProcessed: 'Mark as processed',
  keepAnswers: 'Keep what they wrote',
  none: 'Nothing was sent yet',
  noneText: 'Put a form on your site, and what visitors send stands here.',
};

/** What the screen says about submissions. */
export const submissionWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    intro: 'Det, der er sendt i formularer, det nyeste først.',
    form: 'Formular',
    allForms: 'Alle formularer',
    processed: 'Behandlet',
    by: 'af {who}',
    unprocessed: 'Ny',
    emailFailedFilter: 'Et brev er opgivet',
    emailFailed: 'Brevet “{template}” kunne ikke sendes.',
    retry: 'Prøv igen',
    markProcessed: 'Markér som behandlet',
    keepAnswers: 'Gem det, de skrev',
    none: 'Intet er sendt endnu',
    noneText: 'Sæt en formular på dit websted, så står det, besøgende sender, her.',
  },
};
