import type { ConsoleLocale } from '../kit/words.ts';

const en = {
  intro:
    'What forms, records and mailings are made of. What has been used is deactivated, never deleted: the ledger names it for ever.',
  names: {
    purposes: 'Purposes',
    'legal-bases': 'Legal bases',
    sources: 'Sources',
    'subscription-types': 'Subscription types',
  },
  about: {
    purposes: 'Why data is kept.',
    'legal-bases': 'On what ground (GDPR art. 6).',
    sources: 'How the data came, and whether a privacy notice goes out by itself.',
    'subscription-types': 'What one can receive under a purpose.',
  },
  adding: {
    purposes: 'Add a purpose',
    'legal-bases': 'Add a legal basis',
    sources: 'Add a source',
    'subscription-types': 'Add a subscription type',
  },
  languages: 'Languages',
  keyHelp: 'Letters, digits and hyphens. It stays the same for ever.',
  keyTaken: 'There is one with this key already.',
  orderHelp: 'Lower numbers come first.',
  activeHelp: 'What is not active can be chosen no more; what stands already stays.',
  explicit: 'Asked with a checkbox',
  explicitHelp: 'Otherwise visitors are told of it in a notice, and may object.',
  retentionDays: 'Kept for how many days without a sign of life?',
  retentionDaysHelp: 'After that it expires by itself, and is recorded as such. Empty keeps it.',
  noticeTemplate: 'Privacy notice',
  sendsNotice: 'The notice goes out by itself',
  channel: 'Channel',
  channels: { 'e-mail': 'E-mail', sms: 'SMS', phone: 'Phone', post: 'Post' },
  textsTitle: 'Texts, side by side',
  textsIntro: 'What people read. A language without a text falls back to the first.',
  purposeTexts:
    'What people read and consent to. A change shows at once in the forms that ask for it, as a new version of each: what people saw before stays provable.',
  addLanguage: 'Add a language',
  texts: {
    title: 'Title',
    approval: 'Beside the checkbox',
    notice: 'In its place where nothing is asked',
    description: 'The long text: why, which data, who sees it, how to take it back',
    privacyTitle: 'Name of the privacy statement',
    privacyUrl: 'Address of the privacy statement',
    name: 'Name',
    frequency: 'How often it comes, for example “Once a month”',
  } as Record<string, string>,
  missingPrivacyUrl:
    'There is no privacy statement in “{locale}”. No form with this purpose can be published before.',
  shortDescription:
    'The long text in “{locale}” is short. It should say why the data is kept, and how to take it back.',
  failedForms: 'Saved. These forms could not show it and stay as they were:',
  wordingVersions: 'Who said yes to which words',
  someOlder: '{current} said yes to the words of now, {older} to older ones.',
  noneOlder: '{current} said yes to the words of now, nobody to older ones.',
  noConsents: 'Nobody has said yes in one of your forms yet.',
  olderWordings: 'Older words',
  people: 'People',
  askAgainText:
    'Have the words changed so much that people should look again? Those who said yes to older ones get a letter that leads them to their choices. Their yes stands until they change it; the letter is recorded.',
  askAgain: 'Show how many, and ask them',
};

/** What the screens say about purposes, legal bases, sources and subscription types. */
export const listWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    intro:
      'Det, som formularer, registreringer og udsendelser er lavet af. Det, der har været brugt, gøres inaktivt og slettes aldrig: protokollen nævner det for altid.',
    names: {
      purposes: 'Formål',
      'legal-bases': 'Behandlingsgrundlag',
      sources: 'Kilder',
      'subscription-types': 'Abonnementstyper',
    },
    about: {
      purposes: 'Hvorfor data gemmes.',
      'legal-bases': 'På hvilket grundlag (GDPR art. 6).',
      sources: 'Hvordan data kom ind, og om et privatlivsbrev sendes af sig selv.',
      'subscription-types': 'Det, man kan modtage under et formål.',
    },
    adding: {
      purposes: 'Tilføj et formål',
      'legal-bases': 'Tilføj et behandlingsgrundlag',
      sources: 'Tilføj en kilde',
      'subscription-types': 'Tilføj en abonnementstype',
    },
    languages: 'Sprog',
    keyHelp: 'Bogstaver, cifre og bindestreger. Den er den samme for altid.',
    keyTaken: 'Der er allerede en med denne nøgle.',
    orderHelp: 'Lave tal kommer først.',
    activeHelp: 'Det inaktive kan ikke længere vælges; det, der allerede står, bliver stående.',
    explicit: 'Spørges med et afkrydsningsfelt',
    explicitHelp: 'Ellers får besøgende det at vide og kan gøre indsigelse.',
    retentionDays: 'Hvor mange dage gemmes det uden livstegn?',
    retentionDaysHelp: 'Derefter udløber det af sig selv, og det registreres. Tom gemmer det.',
    noticeTemplate: 'Privatlivsbrev',
    sendsNotice: 'Brevet sendes af sig selv',
    channel: 'Kanal',
    channels: { 'e-mail': 'E-mail', sms: 'SMS', phone: 'Telefon', post: 'Post' },
    textsTitle: 'Tekster side om side',
    textsIntro: 'Det, folk læser. Et sprog uden tekst falder tilbage til det første.',
    purposeTexts:
      'Det, folk læser og siger ja til. En ændring vises med det samme i de formularer, der spørger om det, som en ny version af hver: det, folk så før, kan stadig bevises.',
    addLanguage: 'Tilføj et sprog',
    texts: {
      title: 'Titel',
      approval: 'Ved afkrydsningsfeltet',
      notice: 'I stedet, hvor der ikke spørges',
      description: 'Den lange tekst: hvorfor, hvilke data, hvem ser dem, og hvordan fortryder man',
      privacyTitle: 'Privatlivspolitikkens navn',
      privacyUrl: 'Privatlivspolitikkens adresse',
      name: 'Navn',
      frequency: 'Hvor ofte det kommer, fx “En gang om måneden”',
    },
    missingPrivacyUrl:
      'Der er ingen privatlivspolitik på “{locale}”. Ingen formular med dette formål kan udgives før.',
    shortDescription:
      'Den lange tekst på “{locale}” er kort. Den bør sige, hvorfor data gemmes, og hvordan man fortryder.',
    failedForms: 'Gemt. Disse formularer kunne ikke vise det og er, som de var:',
    wordingVersions: 'Hvem har sagt ja til hvilke ord',
    someOlder: '{current} har sagt ja til ordene, som de er nu, {older} til ældre.',
    noneOlder: '{current} har sagt ja til ordene, som de er nu, ingen til ældre.',
    noConsents: 'Ingen har endnu sagt ja i en af dine formularer.',
    olderWordings: 'Ældre ord',
    people: 'Personer',
    askAgainText:
      'Er ordene ændret så meget, at folk bør se på dem igen? De, der har sagt ja til ældre ord, får et brev, som fører dem til deres valg. Deres ja står, til de ændrer det; brevet registreres.',
    askAgain: 'Vis, hvor mange det er, og spørg dem',
  },
};
