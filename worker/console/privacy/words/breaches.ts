import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  intro:
    'When something has happened to personal data: the authority within 72 hours (GDPR art. 33), people without delay where the risk to them is high (art. 34).',
  none: 'Nothing has happened',
  noneText:
    'Should something happen, open a case at once: the 72 hours run from when you know of it.',
  openCase: 'Open a case',
  title: 'What it is called',
  discoveredAt: 'When you came to know of it (UTC)',
  nature: 'What has happened',
  consequences: 'What it may mean for people',
  measures: 'What you do about it, and what they can do',
  contact: 'Whom they can ask',
  hoursLeft: {
    one: '{n} hour left to tell the authority',
    other: '{n} hours left to tell the authority',
  },
  hoursLate: {
    one: '{n} hour too late for the authority',
    other: '{n} hours too late for the authority',
  },
  authorityNotified: 'The authority was told',
  authorityNotifiedAt: 'The authority was told',
  closeCase: 'Close the case',
  closed: 'Closed',
  notified: { one: '{n} person was told', other: '{n} people were told' },
  notify: 'Tell people',
  notifyIntro:
    'Choose who is affected: a segment, or a list of addresses. People who were notified in this case before get no second email.',
  notifiedList: 'Who was told when',
  selectByAddresses: 'Select by a list',
  segment: 'Selection',
  everyone: 'Everybody',
  preview: 'Look how many',
  email: 'Preview of the email',
  send: { one: 'Write to {n} person now', other: 'Write to {n} people now' },
  confirm: 'Write {n} to confirm',
  report: 'Report for the authority',
  controller: 'Controller',
};

/** What the screens say about data breaches. */
export const breachWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    intro:
      'Når der er sket noget med persondata: myndigheden inden 72 timer (GDPR art. 33), de berørte straks, hvor risikoen er høj (art. 34).',
    none: 'Der er ikke sket noget',
    noneText: 'Sker der noget, så åbn en sag med det samme: de 72 timer løber fra du ved det.',
    openCase: 'Åbn en sag',
    title: 'Hvad den hedder',
    discoveredAt: 'Hvornår du fik det at vide (UTC)',
    nature: 'Hvad der er sket',
    consequences: 'Hvad det kan betyde for folk',
    measures: 'Hvad I gør, og hvad de selv kan gøre',
    contact: 'Hvem de kan spørge',
    hoursLeft: {
      one: '{n} time tilbage til at fortælle myndigheden',
      other: '{n} timer tilbage til at fortælle myndigheden',
    },
    hoursLate: {
      one: '{n} time for sent over for myndigheden',
      other: '{n} timer for sent over for myndigheden',
    },
    authorityNotified: 'Myndigheden har fået besked',
    authorityNotifiedAt: 'Myndigheden fik besked',
    closeCase: 'Luk sagen',
    closed: 'Lukket',
    notified: { one: '{n} person har fået besked', other: '{n} personer har fået besked' },
    notify: 'Giv folk besked',
    notifyIntro:
      'Vælg, hvem der er berørt: et udvalg af personer eller et, der er lavet af en liste med adresser. Den, der har fået besked i sagen, får intet brev nummer to.',
    notifiedList: 'Hvem har fået besked hvornår',
    selectByAddresses: 'Vælg ud fra en liste',
    segment: 'Udvalg',
    everyone: 'Alle',
    preview: 'Se hvor mange',
    email: 'Brevet',
    send: { one: 'Skriv til {n} person nu', other: 'Skriv til {n} personer nu' },
    confirm: 'Skriv {n} for at bekræfte',
    report: 'Rapport til myndigheden',
    controller: 'Dataansvarlig',
  },
};
