import { type EmailTemplate, isOwnNotice, type TemplateName } from '../contract/emails.ts';
import type { Due } from '../outbox/outbox.ts';
import { aboutRequest, dataReady, receipt, restrictionLifted } from './answering.ts';
import type { Composer, Composing, Contents } from './contents.ts';
import type { Email } from './email.ts';
import { layOut } from './lay-out.ts';
import { breachNotice, privacyNotice, purposeChanged, sourceNotice } from './notices.ts';
import { confirmation, entry, newAddress } from './proving.ts';
import { composeTest, TestFacts } from './sample.ts';
import {
  breachReported,
  invitation,
  logCheckpoint,
  logHalted,
  signIn,
  webhookDisabled,
} from './users.ts';

/** Emails to users of the console and others who look after it, who are no persons. */
const forUsers = {
  'sign-in': signIn,
  invitation,
  'log-halted': logHalted,
  'webhook-disabled': webhookDisabled,
  'log-checkpoint': logCheckpoint,
  'breach-reported': breachReported,
} satisfies Partial<Record<EmailTemplate, Composer<Due>>>;

type ForUsers = keyof typeof forUsers;

const isForUsers = (template: TemplateName): template is ForUsers => template in forUsers;

const composers: Record<Exclude<EmailTemplate, ForUsers>, Composer> = {
  'privacy-notice': privacyNotice,
  'breach-notice': breachNotice,
  confirmation,
  entry,
  'address-old': newAddress('old'),
  'address-new': newAddress('new'),
  'request-received': aboutRequest,
  'request-done': aboutRequest,
  'request-refused': aboutRequest,
  'request-extended': aboutRequest,
  'restriction-lifted': restrictionLifted,
  'data-ready': dataReady,
  'source-notice': sourceNotice,
  'purpose-changed': purposeChanged,
  receipt,
};

const contentsOf = async (composing: Composing, due: Due): Promise<Contents | null> => {
  const { template, person } = due;
  if (isForUsers(template)) return forUsers[template](composing, due);
  const composer = composers[isOwnNotice(template) ? 'privacy-notice' : template];
  return person === null ? null : composer(composing, { ...due, person });
};

/** Composes an email that is due, in the person's language; null when it need not go out any more. */
export const compose = async (
  composing: Composing,
  due: Due,
  sender: string,
): Promise<Email | null> => {
  const tested = TestFacts.safeParse(due.facts);
  if (tested.success) return composeTest(composing, { ...due, texts: tested.data.test }, sender);
  const contents = await contentsOf(composing, due);
  if (!contents) return null;
  const texts = await composing.readings.texts(due.template, due.locale);
  return layOut(composing, { texts, contents, sender });
};
