import type { RequestEffects, RequestRead } from '../../../contract/requests.ts';
import type { ConsoleLocale } from '../../kit/words.ts';
import { requestActionWords } from './request-actions.ts';

type Kind = RequestRead['kind'];

const en = {
  intro:
    'Requests that people make about their data (GDPR art. 15 to 22). Each is due one month after it came.',
  none: 'No requests here',
  noneText:
    'Requests from the preference centre appear here. Add those that reach you by phone, letter or email yourself.',
  add: 'Add a request',
  number: 'No.',
  kind: 'Request',
  askedAt: 'Received',
  dueAt: 'Due',
  extendedAt: 'Deadline extended',
  actsAt: 'Deleted on',
  endedAt: 'Ended',
  channel: 'Received by',
  identity: 'Identity check',
  takenBy: 'Recorded by',
  assignee: 'Assigned to',
  nobody: 'Nobody',
  assign: 'Assign',
  unfound: 'Not found in the data',
  erased: 'Deleted',
  daysLeft: { one: '{n} day left', other: '{n} days left' },
  daysLate: { one: '{n} day late', other: '{n} days late' },
  kinds: {
    access: 'Access',
    rectification: 'Correction',
    erasure: 'Deletion',
    restriction: 'Restriction',
    portability: 'Data portability',
    objection: 'Objection',
  } satisfies Record<Kind, string>,
  states: {
    open: 'Open',
    waiting: 'In its grace period',
    done: 'Done',
    refused: 'Refused',
    cancelled: 'Cancelled',
  } satisfies Record<RequestRead['state'], string>,
  underWay: 'Open and in grace period',
  channels: {
    'preference-centre': 'Preference centre',
    email: 'Email',
    phone: 'Phone',
    letter: 'Letter',
    'in-person': 'In person',
    other: 'Another way',
  } satisfies Record<RequestRead['channel'], string>,
  identities: {
    mailbox: 'Code or link sent to their address',
    'call-back': 'Called back on a number on file',
    document: 'Identity document seen',
    known: 'Known to us',
    unchecked: 'Not checked yet',
  } satisfies Record<RequestRead['identity'], string>,
  message: 'Message',
  refusal: 'Reason for refusing',
  extension: 'Reason for extending',
  emails: 'Emails about this request',
  noEmails: 'None.',
  emailStates: { waiting: 'waiting', sent: 'sent', dead: 'failed' },
  note: 'Note',
  told: 'Recipients informed (GDPR art. 19)',
  toldIntro:
    'Inform everyone who got the data of a deletion, correction or restriction, unless that is impossible.',
  noneTold: 'Nobody has been recorded as informed.',
  recipient: 'Recipient',
  toldAt: 'Informed on',
  toldBy: 'By',
  addTold: 'Record',
};

const da: typeof en = {
  intro:
    'Anmodninger, som folk sender om deres data (GDPR art. 15 til 22). Fristen er en måned fra modtagelsen.',
  none: 'Ingen anmodninger her',
  noneText:
    'Anmodninger fra præferencecenteret vises her. Tilføj selv dem, der kommer pr. telefon, brev eller e-mail.',
  add: 'Tilføj en anmodning',
  number: 'Nr.',
  kind: 'Anmodning',
  askedAt: 'Modtaget',
  dueAt: 'Frist',
  extendedAt: 'Frist forlænget',
  actsAt: 'Slettes',
  endedAt: 'Afsluttet',
  channel: 'Modtaget via',
  identity: 'Identitetskontrol',
  takenBy: 'Registreret af',
  assignee: 'Tildelt',
  nobody: 'Ingen',
  assign: 'Tildel',
  unfound: 'Ikke fundet i data',
  erased: 'Slettet',
  daysLeft: { one: '{n} dag tilbage', other: '{n} dage tilbage' },
  daysLate: { one: '{n} dag for sent', other: '{n} dage for sent' },
  kinds: {
    access: 'Indsigt',
    rectification: 'Berigtigelse',
    erasure: 'Sletning',
    restriction: 'Begrænsning',
    portability: 'Dataportabilitet',
    objection: 'Indsigelse',
  },
  states: {
    open: 'Åben',
    waiting: 'I fortrydelsesperioden',
    done: 'Udført',
    refused: 'Afvist',
    cancelled: 'Annulleret',
  },
  underWay: 'Åbne og i fortrydelsesperioden',
  channels: {
    'preference-centre': 'Præferencecenter',
    email: 'E-mail',
    phone: 'Telefon',
    letter: 'Brev',
    'in-person': 'Personligt',
    other: 'En anden måde',
  },
  identities: {
    mailbox: 'Kode eller link sendt til adressen',
    'call-back': 'Ringet op på et kendt nummer',
    document: 'Legitimation set',
    known: 'Kendt af os',
    unchecked: 'Endnu ikke kontrolleret',
  },
  message: 'Besked',
  refusal: 'Begrundelse for afvisning',
  extension: 'Begrundelse for forlængelse',
  emails: 'E-mails om anmodningen',
  noEmails: 'Ingen.',
  emailStates: { waiting: 'venter', sent: 'sendt', dead: 'mislykket' },
  note: 'Note',
  told: 'Underrettede modtagere (GDPR art. 19)',
  toldIntro:
    'Underret alle, der har fået dataene, om en sletning, berigtigelse eller begrænsning, medmindre det er umuligt.',
  noneTold: 'Ingen er registreret som underrettet.',
  recipient: 'Modtager',
  toldAt: 'Underrettet',
  toldBy: 'Af',
  addTold: 'Registrer',
};

/** What the screens say about data subject requests. */
export const requestWords: Record<ConsoleLocale, typeof en & typeof requestActionWords.en> = {
  en: { ...requestActionWords.en, ...en },
  da: { ...requestActionWords.da, ...da },
};

/** What is deleted with a person, by the keys of `RequestEffects`. */
export const deletedWords: Record<ConsoleLocale, RequestEffectWords> = {
  en: {
    details: { one: '{n} detail (address, name …)', other: '{n} details (address, name …)' },
    submissions: { one: '{n} form submission', other: '{n} form submissions' },
    emails: { one: '{n} email on record', other: '{n} emails on record' },
    requests: { one: '{n} request’s text', other: 'the texts of {n} requests' },
    segments: { one: 'membership of {n} list', other: 'membership of {n} lists' },
  },
  da: {
    details: { one: '{n} oplysning (adresse, navn …)', other: '{n} oplysninger (adresse, navn …)' },
    submissions: { one: '{n} besvarelse', other: '{n} besvarelser' },
    emails: { one: '{n} registreret e-mail', other: '{n} registrerede e-mails' },
    requests: { one: 'teksten i {n} anmodning', other: 'teksterne i {n} anmodninger' },
    segments: { one: 'plads på {n} liste', other: 'plads på {n} lister' },
  },
};
type RequestEffectWords = Record<keyof RequestEffects['deletes'], { one: string; other: string }>;
