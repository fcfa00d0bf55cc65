// Letters by which the law has us tell somebody something.
import { z } from 'zod';
import { FormView } from '../../contract/form.ts';
import { hasLinkKeys } from '../../identity/keys.ts';
import { preferencesLink } from '../../mailing/audience.ts';
import { readReceiptOf } from '../../receipts/store.ts';
import type { Composer } from './contents.ts';

const SubmissionFacts = z.object({ submission: z.string(), host: z.string().optional() });

/** The privacy notice (GDPR art. 13): what was shown and for which purposes, in the visitor's words. */
export const privacyNotice: Composer = async (env, { facts, person }) => {
  const { submission, host } = SubmissionFacts.parse(facts);
  const receipt = await readReceiptOf(env.DB, submission);
  if (!receipt) return null;
  const view = FormView.parse(receipt.statement.content);
  const decided = new Set(receipt.decisions.map(({ purpose }) => purpose));
  const items = view.sections
    .flatMap(({ purposes }) => purposes)
    .filter(({ key }) => decided.has(key))
    .map(({ title, description, privacyTitle, privacyUrl }) => ({
      title,
      text: description,
      link: privacyTitle,
      url: privacyUrl,
    }));
  const url = host && hasLinkKeys(env) ? await preferencesLink(env, host, person) : undefined;
  return { values: { page: receipt.page ?? '' }, items, url };
};

/** What a breach notice tells (GDPR art. 34(2)), in words for the one who reads it. */
export const BreachFacts = z.strictObject({
  nature: z.string().min(1).max(3000),
  consequences: z.string().min(1).max(3000),
  measures: z.string().min(1).max(3000),
  contact: z.string().min(1).max(500),
});
export type BreachFacts = z.infer<typeof BreachFacts>;

export const breachNotice: Composer = async (_, { facts }) => ({
  values: BreachFacts.parse(facts),
});
