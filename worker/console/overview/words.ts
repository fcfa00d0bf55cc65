import type { ConsoleLocale } from '../kit/words.ts';

const en = {
  needsAttention: 'What needs you first',
  nothingNeeded: 'Nothing needs you now.',
  people: 'People',
  given: 'Said yes, 30 days',
  withdrawn: 'Took it back, 30 days',
  emailsSent: 'Letters sent today; {waiting}, {failed}',
  emailsWaiting: { one: '{n} waits', other: '{n} wait' },
  emailsFailed: '{n} given up',
  byDay: 'Given and taken back by day',
  consentStatus: 'How purposes stand',
  noForms: 'Begin with a form',
  noFormsText: 'Write one, put its tag on your site, and what happens appears here.',
  numbers: 'Numbers',
  counted: {
    given: 'Given',
    withdrawn: 'Withdrawn',
    informed: 'Informed',
    imported: 'Registered or imported',
    erased: 'Ended by erasure',
  },
  purpose: 'Purpose',
  needs: {
    request: {
      one: 'Request no. {number} is due in {n} day',
      other: 'Request no. {number} is due in {n} days',
    },
    requestLate: {
      one: 'Request no. {number} is {n} day late',
      other: 'Request no. {number} is {n} days late',
    },
    overdueNotices: {
      one: '{n} person has waited too long to be told',
      other: '{n} people have waited too long to be told',
    },
    failedEmails: { one: '{n} letter could not be sent', other: '{n} letters could not be sent' },
    breach: {
      one: 'Breach “{title}”: {n} hour left to tell the authority',
      other: 'Breach “{title}”: {n} hours left to tell the authority',
    },
    failingTask:
      '{task} has failed since {since} ({n} times in a row). Give whoever runs this installation the id {error}: the log has it.',
    logHalted: {
      shorter:
        'Since {since} the ledger is shorter than what was signed: records are missing, as after a restored backup. Nothing is sealed until someone has found out why and starts another log.',
      changed:
        'Since {since} the ledger holds other records than were signed. Nothing is sealed until someone has found out why and starts another log.',
      behind:
        'Since {since} this database is behind the copy of its log that is kept elsewhere, as after a restored backup. Nothing is sealed until someone has found out why and starts another log.',
    },
    noPublicUrl: 'No email can be sent: set PUBLIC_URL to the address of this installation',
    noSender: 'No letter can go out: say who they are from',
    noPrivacyLink: 'A purpose has no privacy statement yet: no form can ask for it',
  },
};

/** What the overview says. */
export const overviewWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    needsAttention: 'Det, der haster',
    nothingNeeded: 'Intet kræver dig nu.',
    people: 'Personer',
    given: 'Sagde ja, 30 dage',
    withdrawn: 'Fortrød, 30 dage',
    emailsSent: 'Breve sendt i dag; {waiting}, {failed}',
    emailsWaiting: { one: '{n} venter', other: '{n} venter' },
    emailsFailed: '{n} opgivet',
    byDay: 'Givet og trukket tilbage pr. dag',
    consentStatus: 'Sådan står formålene',
    noForms: 'Begynd med en formular',
    noFormsText: 'Skriv en, sæt dens tag på dit websted, og det, der sker, viser sig her.',
    numbers: 'Tal',
    counted: {
      given: 'Givet',
      withdrawn: 'Trukket tilbage',
      informed: 'Orienteret',
      imported: 'Registreret eller importeret',
      erased: 'Ophørt ved sletning',
    },
    purpose: 'Formål',
    needs: {
      request: {
        one: 'Anmodning nr. {number} har frist om {n} dag',
        other: 'Anmodning nr. {number} har frist om {n} dage',
      },
      requestLate: {
        one: 'Anmodning nr. {number} er {n} dag forsinket',
        other: 'Anmodning nr. {number} er {n} dage forsinket',
      },
      overdueNotices: {
        one: '{n} person har ventet for længe på besked',
        other: '{n} personer har ventet for længe på besked',
      },
      failedEmails: { one: '{n} brev kunne ikke sendes', other: '{n} breve kunne ikke sendes' },
      breach: {
        one: 'Brud “{title}”: {n} time tilbage til at fortælle myndigheden',
        other: 'Brud “{title}”: {n} timer tilbage til at fortælle myndigheden',
      },
      failingTask:
        '{task} er mislykkedes siden {since} ({n} gange i træk). Giv den, der driver denne installation, id’et {error}: det står i loggen.',
      logHalted: {
        shorter:
          'Siden {since} er registeret kortere end det, der blev underskrevet: der mangler poster, som efter en gendannet sikkerhedskopi. Intet forsegles, før nogen har fundet ud af hvorfor og begynder en ny log.',
        changed:
          'Siden {since} indeholder registeret andre poster, end der blev underskrevet. Intet forsegles, før nogen har fundet ud af hvorfor og begynder en ny log.',
        behind:
          'Siden {since} er denne database bagud i forhold til den kopi af loggen, der ligger et andet sted, som efter en gendannet sikkerhedskopi. Intet forsegles, før nogen har fundet ud af hvorfor og begynder en ny log.',
      },
      noPublicUrl: 'Ingen e-mails kan sendes: sæt PUBLIC_URL til denne installations adresse',
      noSender: 'Ingen breve kan sendes: sig, hvem de er fra',
      noPrivacyLink: 'Et formål mangler en privatlivspolitik: ingen formular kan bede om det',
    },
  },
};

const enTasks = {
  outbox: 'Sending emails',
  erasures: 'Erasing people who asked for it',
  jobs: 'Working on imports and bulk actions',
  retention: 'Ending what has been kept long enough',
  evidence: 'Erasing old evidence',
  unconfirmed: 'Erasing what nobody confirmed',
  entries: 'Deleting old sign-in codes',
  'address-changes': 'Deleting old changes of address',
  'identity-uses': 'Deleting used identity tokens',
  'sign-ins': 'Deleting old sign-in links',
  drafts: 'Deleting imports that were not started',
  'received-files': 'Deleting files of imports that broke off',
  counts: 'Adding up what was decided',
  sealing: 'Sealing the ledger',
};

/** What the tasks of the schedule do, by their names there. */
export const taskWords: Record<ConsoleLocale, typeof enTasks> = {
  en: enTasks,
  da: {
    outbox: 'Afsendelse af e-mails',
    erasures: 'Sletning af personer, der har bedt om det',
    jobs: 'Arbejdet med importer og massehandlinger',
    retention: 'Afslutning af det, der har været gemt længe nok',
    evidence: 'Sletning af gammel dokumentation',
    unconfirmed: 'Sletning af det, som ingen bekræftede',
    entries: 'Sletning af gamle loginkoder',
    'address-changes': 'Sletning af gamle adresseændringer',
    'identity-uses': 'Sletning af brugte identitetstokens',
    'sign-ins': 'Sletning af gamle loginlinks',
    drafts: 'Sletning af importer, der ikke blev startet',
    'received-files': 'Sletning af filer fra importer, der blev afbrudt',
    counts: 'Sammentælling af det, der er besluttet',
    sealing: 'Forsegling af registeret',
  },
};
