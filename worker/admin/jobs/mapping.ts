import type { Mapping } from '../../contract/jobs.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { WholeLists } from '../../lists/whole.ts';
import { ProblemError } from '../../platform/problems/problem.ts';

/** What is wrong with a mapping, in English; the console says it in its own languages. */
const messages = {
  'no-email': 'Choose the column that holds the email address.',
  twice: 'Another column holds the same. Choose one of them.',
  unknown: 'There is no such entry that is active.',
  column: 'A column says who agreed to it: choose the column or all people, not both.',
  'too-many-columns': 'The file has fewer columns.',
} as const;

const wrong = (field: string, code: keyof typeof messages): FieldError => ({
  field,
  code,
  message: messages[code],
});

/** Columns of which any says it. */
const several: readonly string[] = ['status', 'opted-out', 'bounced'];

const isListed = (lists: WholeLists, column: string): boolean => {
  const [kind, key] = column.split(':');
  if (key === undefined) return true;
  const list = kind === 'purpose' ? lists.purposes : lists['subscription-types'];
  return list.some((entry) => entry.key === key && entry.active);
};

/** Throws 422 where columns and purposes cannot be imported as they were chosen. */
export const checkMapping = (
  lists: WholeLists,
  header: readonly string[],
  { columns, purposes }: Mapping,
): void => {
  const errors = [
    ...(columns.length > header.length ? [wrong('columns', 'too-many-columns')] : []),
    ...(columns.includes('email') ? [] : [wrong('columns', 'no-email')]),
    ...columns.flatMap((column, at) => {
      if (column === '') return [];
      if (!isListed(lists, column)) return [wrong(`columns.${at}`, 'unknown')];
      if (several.includes(column)) return [];
      return columns.indexOf(column) < at ? [wrong(`columns.${at}`, 'twice')] : [];
    }),
    ...purposes.flatMap((key, at) => {
      if (columns.includes(`purpose:${key}`)) return [wrong(`purposes.${at}`, 'column')];
      return isListed(lists, `purpose:${key}`) ? [] : [wrong(`purposes.${at}`, 'unknown')];
    }),
  ];
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
};
