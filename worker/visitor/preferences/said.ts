import type { Standing } from '../../contract/people.ts';
import type { Pause, Preferences, PurposePreference, Saved } from '../../contract/preferences.ts';
import type { FieldError } from '../../contract/problem.ts';
import { isYes } from '../../ledger/rules.ts';
import { formTextsIn } from '../../locales/form.ts';
import { preferenceTextsIn } from '../../locales/preferences.ts';
import { textsIn } from '../../locales/shipped.ts';
import { momentsIn } from '../../platform/zone.ts';
import { partsOf, sentences } from '../outcome/parts.ts';

/** Says of each subscription that was paused, or runs again, how it stands now. */
const pauseSentences = (
  { purposes, locale, timeZone }: Preferences,
  pauses: readonly Pause[],
): string[] => {
  const words = preferenceTextsIn(locale);
  const day = momentsIn(locale, timeZone, { withTime: false, month: 'long' });
  const types = purposes.flatMap(({ subscriptions }) => subscriptions);
  return pauses.flatMap(({ subscription }) => {
    const type = types.find(({ key }) => key === subscription);
    if (!type) return [];
    const { name, pausedUntil } = type;
    if (pausedUntil === null) return [`${name}: ${words.running}.`];
    return [`${name}: ${words.paused.replace('{date}', day.format(pausedUntil))}.`];
  });
};

/** Composes what a person is told of a save: what was recorded of it, and where nothing stands any more, that. */
export const saidOf = (
  { overtaken, decisions, preferences }: Pick<Saved, 'overtaken' | 'decisions' | 'preferences'>,
  pauses: readonly Pause[],
  standings: readonly Standing[],
): string => {
  const { email, locale } = preferences;
  const words = preferenceTextsIn(locale);
  const changed = decisions.length + pauses.length > 0;
  if (!changed) return overtaken ? words.overtaken : words.same;
  const isNone = decisions.length > 0 && !standings.some(({ decision }) => isYes(decision));
  return [
    overtaken ? words.overtaken : words.saved,
    ...sentences(partsOf(preferences.purposes, decisions, { email, locale }), locale),
    ...pauseSentences(preferences, pauses),
    ...(isNone ? [textsIn(locale).outcome.none.replace('{email}', () => email)] : []),
  ].join('\n');
};

/** Says that one of the things under a purpose is to be chosen. */
export const noneChosen = (
  { title, subscriptions: [first] }: PurposePreference,
  locale: string,
): FieldError => ({
  field: `subscriptions.${first?.key}`,
  code: 'required',
  message: `${title}: ${formTextsIn(locale).choose}`,
});
