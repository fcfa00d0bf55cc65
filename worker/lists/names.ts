import type { Named } from '../contract/preferences.ts';
import { chosenIn } from '../platform/in-locale.ts';
import type { Entry } from './whole.ts';

/** What is said of a subscription type, and how often it comes. */
export const describedBy = ({
  description,
  frequency = '',
}: {
  description: string;
  frequency?: string | undefined;
}): string => [description, frequency].filter(Boolean).join(' · ');

/** What an entry is called in the locale that fits best, and more about it. */
export type NamedEntry = Named & { description: string };

/** Names an entry of a list in the locale that fits best; by its key where the list has no texts of it. */
export const namedIn = (entries: readonly Entry[], key: string, locale: string): NamedEntry => {
  const chosen = chosenIn(entries.find((entry) => entry.key === key)?.texts ?? {}, locale);
  const { title, name = title ?? key, description = '' } = chosen?.text ?? {};
  return { name, description, locale: chosen?.locale ?? locale };
};
