import type { ImportOrders } from '../../contract/jobs.ts';
import type { FieldError } from '../../contract/problem.ts';
import { Registration } from '../../contract/registering.ts';
import { Locale } from '../../contract/words.ts';
import type { WholeLists } from '../../lists/whole.ts';
import { registrationErrors } from '../people/register.ts';

/** A row of a file as a person, or what is wrong with it. */
export type ReadRow =
  | { number: number; ok: true; person: Registration }
  | { number: number; ok: false; errors: FieldError[] };

/** What counts as yes in a column of a subscription type. */
const yes = /^(1|y|yes|true|x|j|ja|sand|oui|si|sí|tak)$/i;

const subscription = /^subscription:(.+)$/;

/**
 * Reads a row by what its columns are. A subscription is taken only from an explicit yes in its own
 * column: nobody is subscribed because a file says nothing.
 */
export const readRow = (
  { columns, purposes, locale }: Pick<ImportOrders, 'columns' | 'purposes' | 'locale'>,
  lists: WholeLists,
  number: number,
  cells: readonly string[],
): ReadRow => {
  const person: Registration = { email: '', locale, fields: {}, purposes, subscriptions: [] };
  const errors: FieldError[] = [];
  for (const [at, column] of columns.entries()) {
    const cell = (cells[at] ?? '').trim();
    const type = subscription.exec(column)?.[1];
    if (column === '' || cell === '') continue;
    if (column === 'email') person.email = cell;
    else if (column === 'locale') {
      const known = Locale.safeParse(cell);
      if (known.success) person.locale = known.data;
      else errors.push({ field: 'locale', code: 'locale', message: 'No language tag.' });
    } else if (type) {
      if (yes.test(cell)) person.subscriptions.push(type);
    } else person.fields = { ...person.fields, [column]: cell };
  }
  const parsed = Registration.safeParse(person);
  if (!parsed.success)
    for (const { path, code, message } of parsed.error.issues)
      errors.push({ field: path.join('.'), code, message });
  else errors.push(...registrationErrors(lists, parsed.data));
  return parsed.success && errors.length === 0
    ? { number, ok: true, person: parsed.data }
    : { number, ok: false, errors };
};
