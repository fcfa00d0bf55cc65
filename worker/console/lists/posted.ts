import type { ListName } from '../../contract/lists.ts';
import { isChecked, numberOf, type Posted, textOf } from '../kit/posted.ts';

/** The texts of a list's entries, and how much is written in each. */
export const textFields = {
  purposes: ['title', 'approval', 'notice', 'description', 'privacyTitle', 'privacyUrl'],
  'legal-bases': ['name', 'description'],
  sources: ['name'],
  'subscription-types': ['name', 'description'],
} as const satisfies Record<ListName, readonly string[]>;

/** What an entry is besides its texts, as its form posts it. */
export const bodyOf = (list: ListName, posted: Posted): Record<string, unknown> => ({
  active: isChecked(posted, 'active'),
  rank: numberOf(posted, 'rank'),
  ...(list === 'purposes'
    ? {
        legalBasis: textOf(posted, 'legalBasis'),
        explicit: isChecked(posted, 'explicit'),
        retentionDays: textOf(posted, 'retentionDays') ? numberOf(posted, 'retentionDays') : null,
      }
    : {}),
  ...(list === 'sources'
    ? {
        noticeTemplate: textOf(posted, 'noticeTemplate') || null,
        noticeAutomatic: isChecked(posted, 'noticeAutomatic'),
      }
    : {}),
  ...(list === 'subscription-types'
    ? { purpose: textOf(posted, 'purpose'), channel: textOf(posted, 'channel') }
    : {}),
});

/** The texts that were posted, by locale; a locale in which nothing was written is left out. */
export const textsFrom = (
  list: ListName,
  posted: Posted,
): Record<string, Record<string, string>> => {
  const texts: Record<string, Record<string, string>> = {};
  for (const name of Object.keys(posted)) {
    const [locale = '', field = ''] = name.split('.');
    if (!(textFields[list] as readonly string[]).includes(field)) continue;
    texts[locale] = { ...texts[locale], [field]: textOf(posted, name).trim() };
  }
  return Object.fromEntries(
    Object.entries(texts).filter(([, fields]) => Object.values(fields).some(Boolean)),
  );
};
