import type { EmailTemplate, EmailTexts } from '../contract/emails.ts';
import type { ConfirmTexts, FileTexts } from '../contract/form.ts';
import type { DisclosureTexts, IncidentTexts, ReportTexts } from './privacy/texts.ts';
import type { VerifyTexts } from './verify/texts.ts';

/** The texts around a change of address. `{email}` is an address. */
export type CorrectionTexts = {
  title: string;
  /** Asks whether this address is to be used. */
  ask: string;
  button: string;
  /** One of the two mailboxes has agreed. */
  half: string;
  changed: string;
  /** The new address has choices of its own. */
  taken: string;
  late: string;
};

/** The texts of the page behind an unsubscribe link. `{name}` is the subscription type. */
export type UnsubscribeTexts = {
  title: string;
  stop: string;
  everything: string;
  manage: string;
  stopped: string;
  stoppedAll: string;
  gone: string;
  /** The person was erased since. */
  erased: string;
};

/** A title and the sentence below it. */
type TitledText = { title: string; text: string };

/** What a page says instead of what was asked for. `{id}` is the id of an unexpected error in the log. */
export type ProblemTexts = {
  missing: TitledText;
  busy: TitledText;
  failed: TitledText;
  refused: TitledText;
  reference: string;
  /** Leads to the preference centre. */
  preferences: string;
};

/** What stands below every hosted page: the link to the privacy statement, and what its language switch is called. */
export type PageTexts = { privacy: string; language: string };

/** What a notice says where someone's data is used for nothing any more. */
export type NoUseTexts = TitledText;

/** Why a form is refused where the widget would not have sent it. */
export type RefusedTexts = {
  /** Of a subscription whose purpose was not agreed to. */
  needs: string;
  /** The robot check works only with JavaScript. */
  robot: string;
};

/** What a person is told of what was decided, each before the names of what it is about. `{email}` is an address. */
export type OutcomeTexts = {
  /** Where all was refused, in place of a form's thanks. */
  title: string;
  signedUp: string;
  agreed: string;
  /** Of what rests on another legal basis than consent. */
  informed: string;
  pending: string;
  refused: string;
  ended: string;
  /** Where a form was answered by nothing but no. */
  nothing: string;
  /** Where no consent of the person stands. */
  none: string;
};

/** Every text of the server's own in one language, room by room. */
export type Texts = {
  emails: Record<EmailTemplate, EmailTexts>;
  noUse: NoUseTexts;
  refused: RefusedTexts;
  outcome: OutcomeTexts;
  confirm: ConfirmTexts;
  files: FileTexts;
  corrections: CorrectionTexts;
  unsubscribe: UnsubscribeTexts;
  problems: ProblemTexts;
  pages: PageTexts;
  report: ReportTexts;
  disclosure: DisclosureTexts;
  incident: IncidentTexts;
  verify: VerifyTexts;
};
