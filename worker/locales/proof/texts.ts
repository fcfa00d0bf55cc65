import type { Decision } from '../../contract/words.ts';

/** The texts of the page for people that a proof comes with, and of the one that shows what was shown. */
export type ProofTexts = {
  title: string;
  /** `{date}` is when the page was made. */
  made: string;
  person: string;
  /** In place of an address that the proof does not hold. */
  unknown: string;
  controller: string;
  contact: string;
  officer: string;
  decided: string;
  decisions: Record<Decision, string>;
  words: string;
  look: string;
  /** `{form}` and `{version}` name the version of a form. */
  version: string;
  centre: string;
  language: string;
  fingerprint: string;
  when: string;
  /** `{zone}` is the operator's time zone. */
  zone: string;
  sent: string;
  asked: string;
  confirmed: string;
  notConfirmed: string;
  /** `{ip}` and `{browser}` say where a click came from. */
  from: string;
  page: string;
  byStaff: string;
  bySystem: string;
  record: string;
  terms: string;
  legalBasis: string;
  keptFor: string;
  /** `{days}` is a number of days with its unit. */
  expires: string;
  untilWithdrawn: string;
  recipients: string;
  storage: string;
  jurisdiction: string;
  /** In place of what the operator has not said. */
  unsaid: string;
  withdraw: string;
  /** `{url}` is the preference centre. */
  withdrawText: string;
  after: string;
  nothingAfter: string;
  elsewhere: string;
  check: string;
  /** `{url}` is the verifier. */
  checkText: string;
  download: string;
  /** `{origin}` is the log, `{size}` how many records it has. */
  sealed: string;
  notSealed: string;
  trust: string;
  shown: string;
  published: string;
  asBefore: string;
  changed: string;
  same: string;
  gone: string;
  /** Read to those who do not see what is struck out or underlined. */
  removed: string;
  added: string;
};
