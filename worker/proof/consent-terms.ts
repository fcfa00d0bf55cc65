// Words of the Data Privacy Vocabulary 2.3, and of its profile for ISO/IEC TS 27560:2023.
import type { Decision } from '../contract/words.ts';

const DPV = 'https://w3id.org/dpv';

/** The context of a receipt stands in it: one that had to be fetched could not be read offline. */
export const CONTEXT = {
  dpv: `${DPV}#`,
  pd: `${DPV}/pd#`,
  loc: `${DPV}/loc#`,
  'eu-gdpr': `${DPV}/legal/eu/gdpr#`,
  dct: 'http://purl.org/dc/terms/',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const PROFILE = `${DPV}/schema/dpv-27560#`;
export const RECEIPT_PROFILE = `${PROFILE}receipt-eu-gdpr`;
export const RECORD_PROFILE = `${PROFILE}record-eu-gdpr`;

/** What each decision is among the states of a consent; what is none stands in no consent receipt. */
export const consentStates: Partial<Record<Decision, string>> = {
  given: 'dpv:ConsentGiven',
  pending: 'dpv:ConsentRequested',
  refused: 'dpv:ConsentRefused',
  withdrawn: 'dpv:ConsentWithdrawn',
  expired: 'dpv:ConsentExpired',
};

/** The legal bases that ship with us; one of the operator's own has no term. */
export const legalBases: Readonly<Record<string, string>> = {
  '61A': 'eu-gdpr:A6-1-a',
  '61B': 'eu-gdpr:A6-1-b',
  '61C': 'eu-gdpr:A6-1-c',
  '61D': 'eu-gdpr:A6-1-d',
  '61E': 'eu-gdpr:A6-1-e',
  '61F': 'eu-gdpr:A6-1-f',
};

/** Kinds of field for which there is a term. */
export const personalData: Readonly<Record<string, string>> = {
  email: 'pd:EmailAddress',
  tel: 'pd:TelephoneNumber',
};
