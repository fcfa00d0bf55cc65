import type { ConsoleLocale } from '../kit/words.ts';

const en = {
  intro:
    'The purposes, legal bases, sources and subscription types that forms, records and mailings use. Entries that have been used are deactivated, never deleted, because the ledger refers to them.',
  names: {
    purposes: 'Purposes',
    'legal-bases': 'Legal bases',
    sources: 'Sources',
    'subscription-types': 'Subscription types',
  },
  about: {
    purposes: 'Why data is kept.',
    'legal-bases': 'The legal basis for processing (GDPR art. 6).',
    sources: 'Where data comes from, and whether a privacy notice is sent automatically.',
    'subscription-types': 'What people can receive under a purpose.',
  },
  adding: {
    purposes: 'Add a purpose',
    'legal-bases': 'Add a legal basis',
    sources: 'Add a source',
    'subscription-types': 'Add a subscription type',
  },
  languages: 'Languages',
  keyHelp: 'Letters, digits and hyphens. It cannot be changed later.',
  keyTaken: 'This key is already in use.',
  orderHelp: 'Lower numbers come first.',
  activeHelp: 'Inactive entries can no longer be selected. Existing records stay.',
  explicit: 'Ask with a checkbox',
  explicitHelp: 'If not, visitors are informed in a notice and can object.',
  retentionDays: 'Retention period without activity (days)',
  retentionDaysHelp:
    'After that the consent expires, and the expiry is recorded. Leave empty to keep it.',
  recipients: 'Who gets the data',
  recipientsHelp:
    'One per line: processors and others. Leave it empty if it is as in the settings. Connected tools and webhooks are added automatically.',
  storage: 'Where the data is stored',
  storageHelp: 'Leave it empty if it is as in the settings.',
  subjects: 'Categories of people (data subjects)',
  transfers: 'Transfers outside the EU and EEA, and their safeguards',
  security: 'Security measures',
  asInSettings: 'Leave it empty if it is as for all purposes in the record of processing.',
  noticeTemplate: 'Privacy notice',
  sendsNotice: 'Send the privacy notice automatically',
  channel: 'Channel',
  channels: { 'e-mail': 'Email', sms: 'SMS', phone: 'Phone', post: 'Post' },
  textsTitle: 'Texts by language',
  textsIntro: 'Texts that people read. A language without texts uses the default language.',
  purposeTexts:
    'Texts that people read and consent to. Changes appear at once in all forms that ask for this purpose, as a new version. What people saw before stays on record.',
  addLanguage: 'Add a language',
  texts: {
    title: 'Title',
    approval: 'Checkbox label',
    notice: 'Text shown instead where nothing is asked',
    description: 'Description: why, which data, who sees it, how to withdraw',
    privacyTitle: 'Privacy statement link text',
    privacyUrl: 'Privacy statement URL',
    name: 'Name',
    frequency: 'Frequency, for example “Once a month”',
  } as Record<string, string>,
  missingPrivacyUrl:
    'Add a privacy statement in “{locale}”. Until then no form with this purpose can be published.',
  shortDescription:
    'The description in “{locale}” is short. It should say why the data is kept and how to withdraw consent.',
  failedForms: 'Saved. These forms could not be updated and keep the old texts:',
  wordingVersions: 'Consents by wording version',
  someOlder: '{current} agreed to the current wording, {older} to older wording.',
  noneOlder: '{current} agreed to the current wording, nobody to older wording.',
  noConsents: 'No consents from your forms yet.',
  olderWordings: 'Older wording',
  people: 'People',
  askAgainText:
    'Has the wording changed so much that people should see it again? People who agreed to older wording get an email with a link to their choices. Their consent applies until they change it, and the email is recorded.',
  askAgain: 'Preview and ask again',
};

/** What the screens say about purposes, legal bases, sources and subscription types. */
export const listWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    intro:
      'De formål, behandlingsgrundlag, kilder og abonnementstyper, som formularer, registreringer og udsendelser bruger. Poster, der har været brugt, deaktiveres og slettes aldrig, fordi protokollen henviser til dem.',
    names: {
      purposes: 'Formål',
      'legal-bases': 'Behandlingsgrundlag',
      sources: 'Kilder',
      'subscription-types': 'Abonnementstyper',
    },
    about: {
      purposes: 'Hvorfor data gemmes.',
      'legal-bases': 'Grundlaget for behandlingen (GDPR art. 6).',
      sources: 'Hvor data kommer fra, og om en privatlivsmeddelelse sendes automatisk.',
      'subscription-types': 'Det, man kan modtage under et formål.',
    },
    adding: {
      purposes: 'Tilføj et formål',
      'legal-bases': 'Tilføj et behandlingsgrundlag',
      sources: 'Tilføj en kilde',
      'subscription-types': 'Tilføj en abonnementstype',
    },
    languages: 'Sprog',
    keyHelp: 'Bogstaver, cifre og bindestreger. Den kan ikke ændres senere.',
    keyTaken: 'Nøglen er allerede i brug.',
    orderHelp: 'Lave tal kommer først.',
    activeHelp: 'Inaktive poster kan ikke længere vælges. Eksisterende registreringer bliver.',
    explicit: 'Spørg med et afkrydsningsfelt',
    explicitHelp: 'Ellers oplyses besøgende om det og kan gøre indsigelse.',
    retentionDays: 'Opbevaringsperiode uden aktivitet (dage)',
    retentionDaysHelp:
      'Derefter udløber samtykket, og det registreres. Lad feltet stå tomt for at beholde det.',
    noticeTemplate: 'Privatlivsmeddelelse',
    sendsNotice: 'Send privatlivsmeddelelsen automatisk',
    recipients: 'Hvem modtager data',
    recipientsHelp:
      'Én pr. linje: databehandlere og andre. Lad feltet være tomt, hvis det er som i indstillingerne. Forbundne værktøjer og webhooks tilføjes automatisk.',
    storage: 'Hvor data opbevares',
    storageHelp: 'Lad feltet være tomt, hvis det er som i indstillingerne.',
    subjects: 'Kategorier af personer (registrerede)',
    transfers: 'Overførsler uden for EU og EØS og garantierne for dem',
    security: 'Sikkerhedsforanstaltninger',
    asInSettings: 'Lad feltet være tomt, hvis det er som for alle formål i fortegnelsen.',
    channel: 'Kanal',
    channels: { 'e-mail': 'E-mail', sms: 'SMS', phone: 'Telefon', post: 'Post' },
    textsTitle: 'Tekster pr. sprog',
    textsIntro: 'Tekster, som folk læser. Et sprog uden tekster bruger standardsproget.',
    purposeTexts:
      'Tekster, som folk læser og giver samtykke til. Ændringer vises straks i alle formularer, der beder om formålet, som en ny version. Det, folk så før, er stadig dokumenteret.',
    addLanguage: 'Tilføj et sprog',
    texts: {
      title: 'Titel',
      approval: 'Tekst ved afkrydsningsfeltet',
      notice: 'Tekst, der vises i stedet, hvor der ikke spørges',
      description:
        'Beskrivelse: hvorfor, hvilke data, hvem ser dem, og hvordan trækkes samtykket tilbage',
      privacyTitle: 'Linktekst til privatlivspolitikken',
      privacyUrl: 'Privatlivspolitikkens URL',
      name: 'Navn',
      frequency: 'Hyppighed, f.eks. “En gang om måneden”',
    },
    missingPrivacyUrl:
      'Tilføj en privatlivspolitik på “{locale}”. Indtil da kan ingen formular med dette formål udgives.',
    shortDescription:
      'Beskrivelsen på “{locale}” er kort. Den bør sige, hvorfor data gemmes, og hvordan samtykket trækkes tilbage.',
    failedForms: 'Gemt. Disse formularer kunne ikke opdateres og beholder de gamle tekster:',
    wordingVersions: 'Samtykker pr. tekstversion',
    someOlder: '{current} har sagt ja til den nuværende tekst, {older} til ældre tekst.',
    noneOlder: '{current} har sagt ja til den nuværende tekst, ingen til ældre tekst.',
    noConsents: 'Ingen samtykker fra dine formularer endnu.',
    olderWordings: 'Ældre tekst',
    people: 'Personer',
    askAgainText:
      'Er teksten ændret så meget, at folk bør se den igen? De, der har sagt ja til ældre tekst, får en e-mail med et link til deres valg. Deres samtykke gælder, indtil de ændrer det, og e-mailen registreres.',
    askAgain: 'Forhåndsvis, og spørg igen',
  },
};
