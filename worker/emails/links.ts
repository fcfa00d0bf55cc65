import { preferencesLink } from '../people/links.ts';
import { hasLinkKeys } from '../platform/signing/keys.ts';
import type { Composing } from './contents.ts';

/** Makes a person's link to the preference centre; undefined while there is no key to sign it with. */
export const preferencesUrl = async (
  { env, publicUrl, readings }: Composing,
  person: string,
): Promise<string | undefined> =>
  hasLinkKeys(env)
    ? preferencesLink(env, publicUrl, person, await readings.preferencesDays())
    : undefined;
