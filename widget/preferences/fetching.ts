import { simple } from '../../worker/contract/field-kinds.ts';
import type { Field } from '../../worker/contract/form.ts';
import type { Preferences } from '../../worker/contract/preferences.ts';
import { SamtykkeForm } from '../form/samtykke-form.ts';
import { fetchPart } from '../part.ts';
import type { Account, Inside } from './choosing.ts';
import type { Answer } from './client.ts';
import type { AccountWords, Words } from './words/words.ts';

/** Fetches the words of a locale, with the marketer's own in their place. */
export const fetchWords = async (
  host: string,
  locale: string,
  branding: Promise<Answer<Partial<Words>>>,
): Promise<Words> => {
  const [words, own] = await Promise.all([
    fetchPart<{ default: Words }>(host, `preferences-${locale}`),
    branding,
  ]);
  return { ...words.default, ...own.body };
};

/** Fetches what a person is shown once they have signed in; undefined when it cannot be fetched just now. */
export const fetchInside = async (host: string): Promise<Inside | undefined> => {
  const part = fetchPart<typeof import('./inside.ts')>(host, 'inside');
  return part.then(
    ({ inside }) => inside,
    () => undefined,
  );
};

/** Fetches the templates that simple forms do without, where one of these fields needs them. */
const fetchKinds = async (host: string, fields: readonly Field[]): Promise<void> => {
  if (!SamtykkeForm.kind && fields.some(({ kind }) => !simple.test(kind)))
    SamtykkeForm.kind = (await fetchPart<typeof import('../form/kinds.ts')>(host, 'kinds')).kind;
};

/**
 * Fetches what lies around the choices, with what the fields need that are being read; undefined when it cannot be
 * fetched just now.
 */
export const fetchAccount = async (
  host: string,
  locale: string,
  read: Promise<Answer<Preferences>>,
): Promise<Account | undefined> => {
  try {
    const [account, words] = await Promise.all([
      fetchPart<Omit<Account, 'words'>>(host, 'account'),
      fetchPart<{ default: AccountWords }>(host, `account-${locale}`),
      read.then(({ body }) => fetchKinds(host, body?.fields ?? [])),
    ]);
    return { ...account, words: words.default };
  } catch {
    return undefined;
  }
};
