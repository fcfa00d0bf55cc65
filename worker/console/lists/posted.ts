import type { ListName } from '../../contract/lists.ts';
import { isChecked, linesOf, numberOf, type Posted, textOf } from '../kit/posted.ts';

/** The texts that the entries of each list have. */
export const textFields = {
  purposes: ['title', 'approval', 'notice', 'description', 'privacyTitle', 'privacyUrl'],
  'legal-bases': ['name', 'description'],
  sources: ['name'],
  'subscription-types': ['name', 'frequency', 'description'],
} as const satisfies Record<ListName, readonly string[]>;

const listFieldsFrom = (list: ListName, posted: Posted): Record<string, unknown> => {
  switch (list) {
    case 'purposes':
      return {
        legalBasis: textOf(posted, 'legalBasis'),
        explicit: isChecked(posted, 'explicit'),
        retentionDays: textOf(posted, 'retentionDays') ? numberOf(posted, 'retentionDays') : null,
        recipients: linesOf(posted, 'recipients'),
        storage: textOf(posted, 'storage').trim(),
        subjects: textOf(posted, 'subjects').trim(),
        transfers: textOf(posted, 'transfers').trim(),
        security: textOf(posted, 'security').trim(),
      };
    case 'sources':
      return {
        noticeTemplate: textOf(posted, 'noticeTemplate') || null,
        noticeAutomatic: isChecked(posted, 'noticeAutomatic'),
      };
    case 'subscription-types':
      return { purpose: textOf(posted, 'purpose'), channel: textOf(posted, 'channel') };
    case 'legal-bases':
      return {};
  }
};

/** Returns the entry that a posted form holds, without its texts, to be parsed. */
export const entryFrom = (list: ListName, posted: Posted): Record<string, unknown> => ({
  active: isChecked(posted, 'active'),
  rank: numberOf(posted, 'rank'),
  ...listFieldsFrom(list, posted),
});

/** Returns the posted texts by locale; leaves out a locale in which nothing was written. */
export const textsFrom = (
  list: ListName,
  posted: Posted,
): Record<string, Record<string, string>> => {
  const known: readonly string[] = textFields[list];
  const texts: Record<string, Record<string, string>> = {};
  for (const name of Object.keys(posted)) {
    const [locale = '', field = ''] = name.split('.');
    if (!known.includes(field)) continue;
    texts[locale] = { ...texts[locale], [field]: textOf(posted, name).trim() };
  }
  return Object.fromEntries(
    Object.entries(texts).filter(([, fields]) => Object.values(fields).some(Boolean)),
  );
};
