import type { EmailTemplate } from '../contract/emails.ts';
import { proofTextsIn } from '../locales/proofs.ts';
import type { Due } from '../outbox/outbox.ts';
import { logoPath } from '../settings/branding/logo.ts';
import { knownBrand } from '../settings/known-brand.ts';
import { aboutRequest, dataReady, receipt, restrictionLifted } from './answering.ts';
import type { Composer, Composing, Contents } from './contents.ts';
import type { Email } from './email.ts';
import { breachNotice, privacyNotice, purposeChanged, sourceNotice } from './notices.ts';
import { confirmation, entry, newAddress } from './proving.ts';
import { breachReported, invitation, logCheckpoint, logHalted, signIn } from './users.ts';

/** Emails to users of the console and others who look after it, who are no persons. */
const forUsers = {
  'sign-in': signIn,
  invitation,
  'log-halted': logHalted,
  'log-checkpoint': logCheckpoint,
  'breach-reported': breachReported,
} satisfies Partial<Record<EmailTemplate, Composer<Due>>>;

type ForUsers = keyof typeof forUsers;

const isForUsers = (template: EmailTemplate): template is ForUsers => template in forUsers;

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
  return person === null ? null : composers[template](composing, { ...due, person });
};

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

/** Composes an email that is due, in the person's language; null when it need not go out any more. */
export const compose = async (
  composing: Composing,
  due: Due,
  sender: string,
): Promise<Email | null> => {
  const { db, readings } = composing;
  const contents = await contentsOf(composing, due);
  if (!contents) return null;
  const texts = await readings.texts(due.template, due.locale);
  const values: Record<string, string> = { ...contents.values, sender, code: contents.code ?? '' };
  const { accent, logo, name } = await knownBrand(db);
  const path = await logoPath(logo);
  return {
    locale: texts.locale,
    subject: fill(texts.subject, values),
    body: texts.body
      .split(/\n{2,}/)
      .filter((paragraph) => paragraph.trim() !== '{grace}' || values.grace)
      .map((paragraph) =>
        paragraph.trim() === '{purposes}' ? (contents.items ?? []) : fill(paragraph, values),
      ),
    code: contents.code,
    quoted: contents.quoted,
    action: contents.url && texts.button ? { label: texts.button, url: contents.url } : undefined,
    receipt: contents.receipt
      ? { label: proofTextsIn(texts.locale).title, url: contents.receipt }
      : undefined,
    unsubscribe: contents.unsubscribe,
    accent,
    company: { name, logoUrl: path ? `${composing.publicUrl}${path}` : undefined },
    footer: fill(texts.footer, values),
  };
};
