import type { ConsoleLocale } from '../kit/words.ts';

const en = {
  reportBreach: 'Report a data breach',
  needsAttention: 'Needs attention',
  nothingNeeded: 'Nothing needs attention.',
  people: 'People',
  given: 'Consents given, 30 days',
  withdrawn: 'Consents withdrawn, 30 days',
  emailsSent: 'Emails sent today; {waiting}, {failed}',
  emailsWaiting: { one: '{n} waiting', other: '{n} waiting' },
  emailsFailed: '{n} failed',
  byDay: 'Consents given and withdrawn by day',
  consentStatus: 'Consent status by purpose',
  firstSteps: 'First steps',
  firstStepsText: 'Five steps to your first sign-up. Each is checked off once it is done.',
  steps: {
    sender: {
      title: 'Set the sender of emails',
      text: 'The name and address that your emails come from.',
    },
    'privacy-link': {
      title: 'Add your privacy statement',
      text: 'Each purpose links to it, in each language. No form can be published without it.',
    },
    form: {
      title: 'Create a form',
      text: 'Choose what it asks for, look at the preview, and publish it.',
    },
    origin: {
      title: 'Allow your website',
      text: 'Add its address to the allowed websites of the form, and paste the tag into your page.',
    },
    'sign-up': {
      title: 'Sign up yourself',
      text: 'Fill in the form on your page. What you sent then appears under Submissions.',
    },
  },
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
      one: 'Request {number} is due in {n} day',
      other: 'Request {number} is due in {n} days',
    },
    requestLate: {
      one: 'Request {number} is {n} day overdue',
      other: 'Request {number} is {n} days overdue',
    },
    dueNotices: {
      one: '{n} person must get a privacy notice within a week',
      other: '{n} people must get a privacy notice within a week',
    },
    breachReports: {
      one: '{n} report of a possible data breach to look at',
      other: '{n} reports of possible data breaches to look at',
    },
    overdueNotices: {
      one: '{n} person is overdue for a privacy notice',
      other: '{n} people are overdue for a privacy notice',
    },
    failedEmails: { one: '{n} email could not be sent', other: '{n} emails could not be sent' },
    breach: {
      one: 'Breach “{title}”: {n} hour left to notify the authority',
      other: 'Breach “{title}”: {n} hours left to notify the authority',
    },
    failingTask:
      '{task} has failed since {since} ({n} times in a row). Give the operator of this installation the id {error}; the details are in the log.',
    logHalted: {
      shorter:
        'Since {since} the ledger is shorter than what was signed: records are missing, as after a restored backup. Nothing is sealed until someone has found out why and starts another log.',
      changed:
        'Since {since} the ledger holds other records than were signed. Nothing is sealed until someone has found out why and starts another log.',
      behind:
        'Since {since} this database is behind the copy of its log that is kept elsewhere, as after a restored backup. Nothing is sealed until someone has found out why and starts another log.',
    },
    connection: {
      'over-limit':
        '{name}: syncing is paused, because a comparison would change more than the limit. Opt-outs still go out',
      refused: '{name}: syncing is stopped, because the tool does not accept the credentials',
      unreachable: '{name}: the tool has not answered for a while',
      'list-gone':
        '{name}: a mapped list no longer exists in the tool, and is not synced. Map another one',
      'erasure-refused':
        '{name}: the tool refuses to erase someone who was erased here. Erase them there',
      failed: '{name}: the last sync failed; it is tried again',
    },
    differences: {
      one: '{name}: {n} difference between the tool and here',
      other: '{name}: {n} differences between the tool and here',
    },
    webhook: {
      active: 'Webhook {name}: nothing has arrived since {since}; it is tried again',
      gone: 'Webhook {name} is disabled: its receiver said that it is gone',
      failing: 'Webhook {name} is disabled: nothing arrived for 3 days',
    },
    noPublicUrl: 'Emails cannot be sent: set PUBLIC_URL to the address of this installation',
    noSender: 'Emails cannot be sent: set the sender',
    noPrivacyLink: 'A purpose has no privacy statement yet, so no form can ask for it',
  },
};

/** What the overview says. */
export const overviewWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    reportBreach: 'Indberet et databrud',
    needsAttention: 'Kræver opmærksomhed',
    nothingNeeded: 'Intet kræver opmærksomhed.',
    people: 'Personer',
    given: 'Samtykker givet, 30 dage',
    withdrawn: 'Samtykker trukket tilbage, 30 dage',
    emailsSent: 'E-mails sendt i dag; {waiting}, {failed}',
    emailsWaiting: { one: '{n} venter', other: '{n} venter' },
    emailsFailed: '{n} mislykket',
    byDay: 'Samtykker givet og trukket tilbage pr. dag',
    consentStatus: 'Samtykkestatus pr. formål',
    firstSteps: 'Kom i gang',
    firstStepsText: 'Fem trin til din første tilmelding. Hvert trin markeres, når det er gjort.',
    steps: {
      sender: {
        title: 'Angiv afsenderen af e-mails',
        text: 'Det navn og den adresse, dine e-mails kommer fra.',
      },
      'privacy-link': {
        title: 'Tilføj din privatlivspolitik',
        text: 'Hvert formål linker til den på hvert sprog. Uden den kan ingen formular udgives.',
      },
      form: {
        title: 'Opret en formular',
        text: 'Vælg, hvad den beder om, se forhåndsvisningen, og udgiv den.',
      },
      origin: {
        title: 'Tillad dit websted',
        text: 'Føj dets adresse til formularens tilladte websteder, og indsæt tagget på din side.',
      },
      'sign-up': {
        title: 'Tilmeld dig selv',
        text: 'Udfyld formularen på din side. Det, du sendte, vises derefter under Besvarelser.',
      },
    },
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
        one: 'Anmodning {number} har frist om {n} dag',
        other: 'Anmodning {number} har frist om {n} dage',
      },
      requestLate: {
        one: 'Anmodning {number} er {n} dag forsinket',
        other: 'Anmodning {number} er {n} dage forsinket',
      },
      dueNotices: {
        one: '{n} person skal have en privatlivsmeddelelse inden for en uge',
        other: '{n} personer skal have en privatlivsmeddelelse inden for en uge',
      },
      breachReports: {
        one: '{n} indberetning af et muligt databrud at se på',
        other: '{n} indberetninger af mulige databrud at se på',
      },
      overdueNotices: {
        one: '{n} person mangler en privatlivsmeddelelse, og fristen er overskredet',
        other: '{n} personer mangler en privatlivsmeddelelse, og fristen er overskredet',
      },
      failedEmails: { one: '{n} e-mail kunne ikke sendes', other: '{n} e-mails kunne ikke sendes' },
      breach: {
        one: 'Brud “{title}”: {n} time tilbage til at underrette myndigheden',
        other: 'Brud “{title}”: {n} timer tilbage til at underrette myndigheden',
      },
      failingTask:
        '{task} er mislykkedes siden {since} ({n} gange i træk). Giv installationens driftsansvarlige id’et {error}; detaljerne står i loggen.',
      logHalted: {
        shorter:
          'Siden {since} er registeret kortere end det, der blev underskrevet: der mangler poster, som efter en gendannet sikkerhedskopi. Intet forsegles, før nogen har fundet ud af hvorfor og begynder en ny log.',
        changed:
          'Siden {since} indeholder registeret andre poster, end der blev underskrevet. Intet forsegles, før nogen har fundet ud af hvorfor og begynder en ny log.',
        behind:
          'Siden {since} er denne database bagud i forhold til den kopi af loggen, der ligger et andet sted, som efter en gendannet sikkerhedskopi. Intet forsegles, før nogen har fundet ud af hvorfor og begynder en ny log.',
      },
      connection: {
        'over-limit':
          '{name}: synkroniseringen er på pause, fordi en sammenligning ville ændre mere end grænsen. Frameldinger sendes stadig ud',
        refused:
          '{name}: synkroniseringen er stoppet, fordi værktøjet ikke godtager adgangsoplysningerne',
        unreachable: '{name}: værktøjet har ikke svaret et stykke tid',
        'list-gone':
          '{name}: en tilknyttet liste findes ikke længere i værktøjet og synkroniseres ikke. Vælg en anden',
        'erasure-refused':
          '{name}: værktøjet afviser at slette en person, der er slettet her. Slet personen der',
        failed: '{name}: den seneste synkronisering mislykkedes og forsøges igen',
      },
      differences: {
        one: '{name}: {n} forskel mellem værktøjet og her',
        other: '{name}: {n} forskelle mellem værktøjet og her',
      },
      webhook: {
        active: 'Webhook {name}: intet er nået frem siden {since}; der forsøges igen',
        gone: 'Webhook {name} er slået fra: modtageren svarede, at den ikke findes mere',
        failing: 'Webhook {name} er slået fra: intet er nået frem i 3 dage',
      },
      noPublicUrl: 'E-mails kan ikke sendes: angiv installationens adresse i PUBLIC_URL',
      noSender: 'E-mails kan ikke sendes: angiv afsenderen',
      noPrivacyLink: 'Et formål mangler en privatlivspolitik, så ingen formular kan bede om det',
    },
  },
};

const enTasks = {
  outbox: 'Sending emails',
  erasures: 'Erasing people who asked for it',
  connections: 'Syncing connected tools',
  jobs: 'Working on imports and bulk actions',
  retention: 'Ending what has been kept long enough',
  evidence: 'Erasing old evidence',
  unconfirmed: 'Erasing what nobody confirmed',
  entries: 'Deleting old sign-in codes',
  'address-changes': 'Deleting old changes of address',
  'identity-uses': 'Deleting used identity tokens',
  'sign-ins': 'Deleting old sign-in links',
  signals: 'Forgetting old reports of email providers',
  'webhook-log': 'Forgetting what webhooks were sent a month ago',
  secrets: 'Encrypting secrets with the new key',
  drafts: 'Deleting imports that were not started',
  'sent-files': 'Deleting files of submissions that are gone',
  'received-files': 'Deleting files of imports that broke off',
  counts: 'Adding up what was decided',
  words: 'Updating the search for people',
  webhooks: 'Sending events to webhooks',
  sealing: 'Sealing the ledger',
  witnesses: 'Showing the log to witnesses, timestamp authorities and receivers',
  'erasure-copies': 'Keeping a copy of erasures outside the database',
};

/** What the tasks of the schedule do, by their names there. */
export const taskWords: Record<ConsoleLocale, typeof enTasks> = {
  en: enTasks,
  da: {
    outbox: 'Afsendelse af e-mails',
    connections: 'Synkronisering af forbundne værktøjer',
    erasures: 'Sletning af personer, der har bedt om det',
    jobs: 'Arbejdet med importer og massehandlinger',
    retention: 'Afslutning af det, der har været gemt længe nok',
    evidence: 'Sletning af gammel dokumentation',
    unconfirmed: 'Sletning af det, som ingen bekræftede',
    entries: 'Sletning af gamle loginkoder',
    'address-changes': 'Sletning af gamle adresseændringer',
    'identity-uses': 'Sletning af brugte identitetstokens',
    'sign-ins': 'Sletning af gamle loginlinks',
    signals: 'Sletning af gamle meldinger fra e-mailudbydere',
    'webhook-log': 'Sletning af, hvad webhooks fik sendt for over en måned siden',
    secrets: 'Kryptering af hemmeligheder med den nye nøgle',
    drafts: 'Sletning af importer, der ikke blev startet',
    'sent-files': 'Sletning af filer fra slettede besvarelser',
    'received-files': 'Sletning af filer fra importer, der blev afbrudt',
    counts: 'Sammentælling af det, der er besluttet',
    words: 'Opdatering af søgningen efter personer',
    webhooks: 'Afsendelse af hændelser til webhooks',
    sealing: 'Forsegling af registeret',
    witnesses: 'Visning af loggen for vidner, tidsstempeltjenester og modtagere',
    'erasure-copies': 'Kopiering af sletninger ud af databasen',
  },
};
