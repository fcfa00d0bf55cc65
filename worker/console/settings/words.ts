import type { ConsoleLocale } from '../kit/words.ts';

const en = {
  sender: 'Who the letters are from',
  senderHelp:
    'Without an address no letter goes out. Its domain needs SPF and DKIM, see the README.',
  timeZone: 'Time zone',
  timeZoneHelp:
    'Screens, charts, reports and emails show the time there, and days begin and end there.',
  mailing: 'Consent and mailings',
  mailingRule: 'What does a mailing need?',
  mailingRuleConsent: 'A yes to the purpose and to the subscription type',
  mailingRuleSubscription: 'The subscription suffices, unless the person said no to the purpose',
  defaultLegalBasis: 'Legal basis of people who are registered by hand or imported',
  defaultLegalBasisHelp: 'Another one can be chosen each time.',
  redirectHosts: 'Hosts that forms may lead to after they were sent',
  redirectHostsHelp: 'One a line: example.com',
  links: 'Links and confirmations',
  doubleOptInDefault: 'New forms ask for the address to be confirmed',
  retention: 'How long things are kept',
  retentionIntro:
    'What is over is deleted by itself, a little every few minutes. What stands under a purpose has its own time, in the lists.',
  days: {
    'confirm-hours': 'A confirmation link is good for (hours)',
    'unconfirmed-days': 'What was never confirmed is purged after (days)',
    'preferences-days': 'The link to the preference centre in letters is good for (days)',
    'evidence-days': 'Address and browser of a submission (days)',
    'mail-days': 'What a sent letter told (days)',
    'submission-days': 'Submissions (days)',
    'stale-days': 'People without consent and without a sign of life (days)',
    'erasure-days': 'Grace before an erasure is carried out (days)',
    'notice-days': 'Until when people are told whose data came from elsewhere (days)',
  } as Record<string, string>,
  help: {
    'evidence-days': '0 keeps none.',
    'submission-days': '0 keeps them.',
    'stale-days': '0 keeps them.',
    'notice-days': 'At most 30 (GDPR art. 14).',
  } as Record<string, string>,
  branding: 'How pages and letters look',
  brandingIntro:
    'For hosted forms, the preference centre and the buttons of letters. On your own pages the widget takes your style.',
  logo: 'Logo',
  logoHelp: 'PNG, JPEG, WebP or SVG, at most 60 kB.',
  removeLogo: 'Take the logo away',
  light: 'Colour, on light',
  dark: 'Colour, on dark',
  standardColours: 'Use the standard colours',
  width: 'Width of the page (rem)',
  instructions: 'Instructions',
  privacyUrl: 'Address of the privacy statement (the first purpose’s if empty)',
  moreLanguages: 'More languages',
  lowContrast:
    'This colour stands out too little from the page: {schemes}. People who see less well will miss buttons and focus.',
  textOnColours: 'Text on these colours is {light} and {dark}: what reads best.',
};

/** What the screen says about settings and branding. */
export const settingWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    sender: 'Hvem brevene er fra',
    senderHelp:
      'Uden en adresse sendes der ingen breve. Dens domæne kræver SPF og DKIM, se README.',
    timeZone: 'Tidszone',
    timeZoneHelp:
      'Skærme, diagrammer, rapporter og e-mails viser tiden dér, og døgnet begynder og slutter dér.',
    mailing: 'Samtykke og udsendelser',
    mailingRule: 'Hvad kræver en udsendelse?',
    mailingRuleConsent: 'Et ja til formålet og til abonnementstypen',
    mailingRuleSubscription: 'Abonnementet er nok, medmindre personen har sagt nej til formålet',
    defaultLegalBasis: 'Behandlingsgrundlag for personer, der registreres manuelt eller importeres',
    defaultLegalBasisHelp: 'Et andet kan vælges hver gang.',
    redirectHosts: 'Værter, som formularer må føre til efter afsendelse',
    redirectHostsHelp: 'Én pr. linje: example.com',
    links: 'Links og bekræftelser',
    doubleOptInDefault: 'Nye formularer beder om, at adressen bekræftes',
    retention: 'Hvor længe ting gemmes',
    retentionIntro:
      'Det, der er forbi, slettes af sig selv, lidt ad gangen. Det, der står under et formål, har sin egen tid i listerne.',
    days: {
      'confirm-hours': 'Et bekræftelseslink gælder i (timer)',
      'unconfirmed-days': 'Det, der aldrig blev bekræftet, slettes efter (dage)',
      'preferences-days': 'Linket til præferencecenteret i breve gælder i (dage)',
      'evidence-days': 'Adresse og browser for en besvarelse (dage)',
      'mail-days': 'Det, et sendt brev fortalte (dage)',
      'submission-days': 'Besvarelser (dage)',
      'stale-days': 'Personer uden samtykke og uden livstegn (dage)',
      'erasure-days': 'Frist, før en sletning udføres (dage)',
      'notice-days': 'Inden hvornår personer får besked, når data kom andre steder fra (dage)',
    },
    help: {
      'evidence-days': '0 gemmer intet.',
      'submission-days': '0 gemmer dem.',
      'stale-days': '0 gemmer dem.',
      'notice-days': 'Højst 30 (GDPR art. 14).',
    },
    branding: 'Sådan ser sider og breve ud',
    brandingIntro:
      'For hostede formularer, præferencecenteret og knapperne i breve. På dine egne sider tager widgeten din stil.',
    logo: 'Logo',
    logoHelp: 'PNG, JPEG, WebP eller SVG, højst 60 kB.',
    removeLogo: 'Fjern logoet',
    light: 'Farve på lyst',
    dark: 'Farve på mørkt',
    standardColours: 'Brug standardfarverne',
    width: 'Sidens bredde (rem)',
    instructions: 'Vejledning',
    privacyUrl: 'Privatlivspolitikkens adresse (det første formåls, hvis tom)',
    moreLanguages: 'Flere sprog',
    lowContrast:
      'Farven skiller sig for lidt ud fra siden: {schemes}. Folk, der ser dårligt, overser knapper og fokus.',
    textOnColours: 'Tekst på disse farver er {light} og {dark}: det, der læses bedst.',
  },
};
