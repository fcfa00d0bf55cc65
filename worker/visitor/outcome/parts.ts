import type { OutcomePart } from '../../contract/outcome.ts';
import type { Decision } from '../../contract/words.ts';
import { isNo, isYes } from '../../ledger/rules.ts';
import { textsIn } from '../../locales/shipped.ts';

/** A purpose in the words that the person was shown, with its subscription types. */
export type ShownPurpose = {
  key: string;
  title: string;
  subscriptions: readonly { key: string; name: string; description: string }[];
};

/** How a purpose or subscription type was decided, or stands. */
export type Decided = {
  purpose?: string | undefined;
  subscription?: string | undefined;
  decision: Decision;
};

/** The sentences of an outcome, in their order; `OutcomeTexts` has each. */
const leads = ['signedUp', 'agreed', 'informed', 'pending', 'refused', 'ended'] as const;
type Lead = (typeof leads)[number];

type Told = OutcomePart['items'][number] & { lead: Lead };

const leadOf = (decision: Decision, yes: Lead): Lead => {
  if (decision === 'refused' || decision === 'pending' || decision === 'informed') return decision;
  return isNo(decision) ? 'ended' : yes;
};

const toldOf = (
  { key, title, subscriptions }: ShownPurpose,
  decided: readonly Decided[],
): Told[] => {
  const types = subscriptions.flatMap(({ key: subscription, name, description }) => {
    const own = decided.find((each) => each.subscription === subscription);
    return own ? [{ name, description, decision: own.decision }] : [];
  });
  const own = decided.find(({ purpose }) => purpose === key);
  // What is received under a purpose says that it was agreed to.
  const isSaid = own && isYes(own.decision) && types.some(({ decision }) => isYes(decision));
  return [
    ...(own && !isSaid
      ? [
          {
            name: title,
            description: '',
            lead: leadOf(own.decision, 'agreed'),
          },
        ]
      : []),
    ...types.map(({ name, description, decision }) => ({
      name,
      description,
      lead: leadOf(decision, 'signedUp'),
    })),
  ];
};

/** Says what was decided, each thing by its name and in the order that matters to the person. */
export const partsOf = (
  purposes: readonly ShownPurpose[],
  decided: readonly Decided[],
  { email, locale }: { email: string; locale: string },
): OutcomePart[] => {
  const texts = textsIn(locale).outcome;
  const told = purposes.flatMap((purpose) => toldOf(purpose, decided));
  return leads.flatMap((lead) => {
    const items = told
      .filter((each) => each.lead === lead)
      .map(({ name, description }) => ({ name, description }));
    return items.length > 0 ? [{ text: texts[lead].replace('{email}', () => email), items }] : [];
  });
};

/** Writes an outcome as sentences, where there is no room for lists. */
export const sentences = (parts: readonly OutcomePart[], locale: string): string[] => {
  const list = new Intl.ListFormat(locale);
  return parts.map(({ text, items }) =>
    items.length > 0 ? `${text} ${list.format(items.map(({ name }) => name))}.` : text,
  );
};
