import type { EmailTexts } from '../contract/emails.ts';
import { proofTextsIn } from '../locales/proofs.ts';
import { logoPath } from '../settings/branding/logo.ts';
import { knownBrand } from '../settings/known-brand.ts';
import type { Composing, Contents } from './contents.ts';
import type { Email } from './email.ts';

/** What an email is laid out from: its texts, what it says beyond them, and who sends it. */
export type Laying = {
  texts: EmailTexts & { locale: string };
  contents: Contents;
  sender: string;
};

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

/** Lays out an email: fills its texts with what it is about, in the brand's looks. */
export const layOut = async (
  { db, publicUrl }: Composing,
  { texts, contents, sender }: Laying,
): Promise<Email> => {
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
    company: { name, logoUrl: path ? `${publicUrl}${path}` : undefined },
    footer: fill(texts.footer, values),
  };
};
