import type { EmailTemplate, EmailTexts } from '../../contract/emails.ts';

/** The words of a report about a person; all else in it is said in the preference centre's words. */
export type ReportTexts = {
  /** `{email}` is the person's address. */
  title: string;
  /** `{date}` is when it was made, `{zone}` the time zone of all times in it. */
  made: string;
  /** Heads what the data is used for. */
  uses: string;
  choices: string;
  /** Before the words that stood beside a choice. */
  wording: string;
  submissions: string;
  /** `{date}` is since when. */
  bounced: string;
  messages: string;
  nothing: string;
  /** Heads what is kept besides: segments made from lists, and breaches that they were notified of. */
  also: string;
  segment: string;
  breach: string;
  /** Before the hash of what was shown. */
  shown: string;
  /** Heads the rights. */
  rights: string;
  /** `{name}` is how the data came. */
  source: string;
};

/** What a person is told of the use of their data (GDPR art. 13 to 15), in notices and in the report. */
export type DisclosureTexts = {
  basis: string;
  /** `{time}` is a number of days or years. */
  kept: string;
  keptUntil: string;
  recipients: string;
  transfers: string;
  rights: string;
  complaint: string;
  /** Who takes complaints, where no authority is named in the settings. */
  authority: string;
  /** Where nothing else is said in the settings. */
  automated: string;
  controller: string;
  dpo: string;
};

/** The texts of the page where anyone reports a data breach. */
export type IncidentTexts = {
  title: string;
  intro: string;
  what: string;
  happenedAt: string;
  contact: string;
  button: string;
  thanks: string;
  missing: string;
};

/** The texts about personal data and rights, which have a file of their own in each language. */
export type PrivacyTexts = {
  emails: Record<
    Extract<
      EmailTemplate,
      | 'privacy-notice'
      | 'source-notice'
      | 'request-received'
      | 'request-done'
      | 'request-refused'
      | 'request-extended'
      | 'restriction-lifted'
      | 'data-ready'
      | 'breach-notice'
      | 'breach-reported'
    >,
    EmailTexts
  >;
  disclosure: DisclosureTexts;
  incident: IncidentTexts;
  report: ReportTexts;
};
