import type { KeptField } from '../../contract/processing.ts';
import { namedIn } from '../../lists/names.ts';
import type { WholeLists } from '../../lists/whole.ts';
import { keptFor } from '../../personal-data/disclosure.ts';
import { inLocale } from '../../platform/in-locale.ts';
import type { Naming } from './tables.ts';

/** The heads of the tables in English, for programs. */
export const englishHeads: Naming['heads'] = {
  purpose: 'purpose',
  description: 'description',
  legalBasis: 'legal basis',
  data: 'data',
  subjects: 'data subjects',
  recipients: 'recipients',
  transfers: 'transfers',
  retention: 'retention',
  storage: 'storage',
  security: 'security measures',
  controller: 'controller',
  officer: 'data protection officer',
  forms: 'forms',
  source: 'source',
};

/** Makes what names the record of processing in a language, by the texts of the lists and of the forms. */
export const namingIn = (
  lists: WholeLists,
  locale: string,
  heads: Naming['heads'],
  detail: (field: string) => string | undefined,
): Naming => ({
  heads,
  purpose: ({ purpose }) => namedIn(lists.purposes, purpose, locale),
  legalBasis: (key) => `${key} · ${namedIn(lists['legal-bases'], key, locale).name}`,
  field: ({ field, labels }: KeptField) => detail(field) ?? inLocale(labels, locale) ?? field,
  kept: (activity) => keptFor(activity, locale),
  source: (key) => namedIn(lists.sources, key, locale).name,
});
