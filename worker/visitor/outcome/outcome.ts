import type { FormView } from '../../contract/form.ts';
import type { Outcome } from '../../contract/outcome.ts';
import type { Standing } from '../../contract/people.ts';
import { isNo, isYes } from '../../ledger/rules.ts';
import { proofTextsIn } from '../../locales/proofs.ts';
import { textsIn } from '../../locales/shipped.ts';
import { type Decided, partsOf, type ShownPurpose } from './parts.ts';

const purposesOf = ({ sections }: FormView): ShownPurpose[] =>
  sections.flatMap(({ purposes }) => purposes);

/** Whether all of it is a no, so that the form's own thanks would be false. */
const isAllNo = (decided: readonly Decided[]): boolean =>
  decided.length > 0 && decided.every(({ decision }) => isNo(decision));

/** What the links below an outcome are called: to the preference centre, and to the receipt. */
const linksIn = (locale: string): Pick<Outcome, 'change' | 'proof'> => ({
  change: textsIn(locale).unsubscribe.manage,
  proof: proofTextsIn(locale).title,
});

/**
 * Composes what a visitor is told of a submission: a function of what was shown and decided alone, so that
 * it says nothing of what stood before. Where all was refused, it stands in place of the form's own thanks.
 */
export const outcomeOf = (view: FormView, decided: readonly Decided[], email: string): Outcome => {
  const { locale, done } = view;
  const { outcome } = textsIn(locale);
  const parts = partsOf(purposesOf(view), decided, { email, locale });
  if (isAllNo(decided))
    return {
      title: outcome.title,
      parts: [...parts, { text: outcome.nothing, items: [] }],
      ...linksIn(locale),
    };
  const isPending = decided.some(({ decision }) => decision === 'pending');
  return {
    title: done.title,
    parts: [{ text: done.text, items: [] }, ...parts],
    ...linksIn(locale),
    redirect: isPending ? undefined : done.redirect,
  };
};

/** What is told where an address is confirmed, and how its owner's choices stand is nobody else's business. */
export const confirmedOutcome = (locale: string): Outcome => ({
  title: textsIn(locale).confirm.done,
  parts: [],
  ...linksIn(locale),
});

/** How what a submission decided stands by now; what is not known any more has ended. */
export const standsNow = (decided: readonly Decided[], standings: readonly Standing[]): Decided[] =>
  decided.map(({ purpose, subscription }) => ({
    purpose,
    subscription,
    decision:
      standings.find((each) => each.purpose === purpose && each.subscription === subscription)
        ?.decision ?? 'withdrawn',
  }));

/**
 * Composes what a person is told once they have confirmed, however long ago: how what they decided stands
 * now. Where none of it does any more, that is what they read in place of the form's thanks.
 */
export const outcomeNow = (
  view: FormView,
  decided: readonly Decided[],
  { email, standings }: { email: string; standings: readonly Standing[] },
): Outcome => {
  const now = standsNow(decided, standings);
  const { locale } = view;
  if (now.some(({ decision }) => isYes(decision))) return outcomeOf(view, now, email);
  const { outcome } = textsIn(locale);
  const nothing = { text: outcome.none.replace('{email}', () => email), items: [] };
  const standsElsewhere = standings.some(({ decision }) => isYes(decision));
  const parts = partsOf(purposesOf(view), now, { email, locale });
  return {
    title: outcome.title,
    parts: standsElsewhere ? parts : [...parts, nothing],
    ...linksIn(locale),
  };
};
