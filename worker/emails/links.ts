import type { Reach } from '../contract/sessions.ts';
import { preferencesLink } from '../people/links.ts';
import { hasLinkKeys } from '../platform/signing/keys.ts';
import type { Composing } from './contents.ts';

/** Makes a person's link to the preference centre, for choices unless more is needed; undefined while there is no key to sign it with. */
export const preferencesUrl = async (
  { env, publicUrl, readings }: Composing,
  person: string,
  reach: Exclude<Reach, 'all'> = 'choices',
): Promise<string | undefined> =>
  hasLinkKeys(env)
    ? preferencesLink(env, publicUrl, person, (await readings.terms()).preferencesDays, reach)
    : undefined;
