import { readPrivacyLinks } from '../lists/store.ts';
import type { Database } from '../platform/database.ts';
import { inLocale } from '../platform/in-locale.ts';
import { remembered } from '../platform/remembered.ts';
import { SECOND } from '../platform/time.ts';
import { type Brand, knownBrand } from '../settings/known-brand.ts';

const FRESH_MS = 10 * SECOND;

type Links = Record<string, string>;

/** The purposes' privacy statements from this isolate's memory, read again every ten seconds. */
export const knownPrivacyLinks = remembered(readPrivacyLinks, FRESH_MS).read;

/** What stands around every page, for a request to read together with what the page is about. */
export const knownSurroundings = (db: Database): Promise<[Brand, Links]> =>
  Promise.all([knownBrand(db), knownPrivacyLinks(db)]);

/** Where the privacy statement is in a language: the operator's own, or else that of a purpose. */
export const privacyUrlIn = (
  { texts }: Brand,
  links: Links,
  locale: string,
): string | undefined => {
  const own: Links = {};
  for (const [each, { privacyUrl }] of Object.entries(texts))
    if (privacyUrl) own[each] = privacyUrl;
  return inLocale(own, locale) ?? inLocale(links, locale);
};
