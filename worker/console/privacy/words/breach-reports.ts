import type { Setting } from '../../../contract/settings.ts';

const en = {
  reports: 'Reports to look at',
  reportsIntro: 'Reported as possible breaches. Open a case, or close a report that is none.',
  reportTitle: 'Report of a possible breach',
  reportedBy: 'Reported by',
  reportedAt: 'Reported',
  whatHappened: 'What happened',
  whenHappened: 'When it happened',
  reporterContact: 'Contact',
  openFromReport: 'Open a case from it',
  closeReport: 'Close: not a breach',
  who: 'Who can report a breach',
  whoIntro: 'Reports are emailed to users who handle breaches, and wait here.',
  reporters: {
    off: 'Nobody: users open cases',
    staff: 'All users of this console',
    public: 'Anyone, on a public page',
  } satisfies Record<Setting<'breach-reports'>, string>,
  publicPage: 'Public page: {url}',
  newReport: 'Report a data breach',
  newReportIntro:
    'Tell us if personal data may have been lost, changed, or seen by someone who should not see it. Do not enter the personal data itself.',
  sendReport: 'Send report',
};

const da: typeof en = {
  reports: 'Indberetninger at se på',
  reportsIntro:
    'Indberettet som mulige brud. Opret en sag, eller luk en indberetning, der ikke er et brud.',
  reportTitle: 'Indberetning af et muligt brud',
  reportedBy: 'Indberettet af',
  reportedAt: 'Indberettet',
  whatHappened: 'Hvad der skete',
  whenHappened: 'Hvornår det skete',
  reporterContact: 'Kontakt',
  openFromReport: 'Opret en sag ud fra den',
  closeReport: 'Luk: ikke et brud',
  who: 'Hvem kan indberette et brud',
  whoIntro: 'Indberetninger sendes pr. e-mail til de brugere, der behandler brud, og ligger her.',
  reporters: {
    off: 'Ingen: Brugere opretter sager',
    staff: 'Alle brugere af konsollen',
    public: 'Enhver, på en offentlig side',
  },
  publicPage: 'Offentlig side: {url}',
  newReport: 'Indberet et databrud',
  newReportIntro:
    'Fortæl, hvis persondata kan være gået tabt, blevet ændret eller set af nogen, der ikke må se dem. Skriv ikke selve persondataene.',
  sendReport: 'Send indberetning',
};

/** What the screens say about reports of possible breaches. */
export const breachReportWords = { en, da };
