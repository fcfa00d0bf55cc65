import { PersonField } from '../../contract/definition.ts';
import type { ImportOrders, ImportProblem } from '../../contract/jobs.ts';
import { canonicalLocale } from '../../contract/locale.ts';
import { Registration } from '../../contract/registering.ts';
import { tidy } from '../../contract/tidy.ts';
import type { WholeLists } from '../../lists/whole.ts';
import { type Registrant, registrationErrors } from '../people/register.ts';
import { readDate, readYesNo } from './cells.ts';

/** A row of a file as a person, null where it is left out, and what is wrong with it. */
export type ReadRow = { number: number; person: Registrant | null; problems: ImportProblem[] };

/** A person while their row is read. */
type Reading = {
  person: Registration;
  refused: { purposes: string[]; subscriptions: string[] };
  own: { source?: string; legalBasis?: string; comment?: string; decidedAt?: number };
};

const MAX_COMMENT = 1000;

/** Reads the active entry that a cell names by its key or in any language; returns what is wrong with it. */
const readKey = (
  list: WholeLists['sources' | 'legal-bases'],
  cell: string,
  take: (key: string) => void,
): string | null => {
  const wanted = cell.toLowerCase();
  const entry = list.find(
    ({ key, texts, active }) =>
      active &&
      [key, ...Object.values(texts).map(({ name }) => name)].some(
        (name) => name?.toLowerCase() === wanted,
      ),
  );
  if (entry) take(entry.key);
  return entry ? null : 'unknown';
};

/** Reads a decision of a purpose or of a subscription type; returns what is wrong with it. */
const readDecision = ({ person, refused }: Reading, column: string, cell: string) => {
  const [kind, key = ''] = column.split(':');
  const list = kind === 'purpose' ? 'purposes' : 'subscriptions';
  const isYes = readYesNo(cell);
  if (isYes === null) return 'yes-or-no';
  (isYes ? person[list] : refused[list]).push(key);
  return null;
};

const readDecidedAt = ({ own }: Reading, cell: string): string | null => {
  const read = readDate(cell, Date.now());
  if (typeof read === 'string') return read;
  own.decidedAt = read;
  return null;
};

const readLocale = ({ person }: Reading, cell: string): string | null => {
  const known = canonicalLocale(cell);
  if (known) person.locale = known;
  return known ? null : 'locale';
};

/** Reads what one column says into a person; returns the code of what is wrong with it, null if nothing is. */
const readCell = (
  reading: Reading,
  lists: WholeLists,
  column: string,
  cell: string,
): string | null => {
  const { person, own } = reading;
  const field = PersonField.safeParse(column);
  if (field.success) {
    person.fields = { ...person.fields, [field.data]: cell };
    return null;
  }
  switch (column) {
    case 'email':
      person.email = cell;
      return null;
    case 'locale':
      return readLocale(reading, cell);
    case 'decided-at':
      return readDecidedAt(reading, cell);
    case 'source':
      return readKey(lists.sources, cell, (key) => {
        own.source = key;
      });
    case 'legal-basis':
      return readKey(lists['legal-bases'], cell, (key) => {
        own.legalBasis = key;
      });
    case 'comment':
      if (cell.length > MAX_COMMENT) return 'too_big';
      own.comment = cell;
      return null;
    default:
      return readDecision(reading, column, cell);
  }
};

/** Leaves out fields that no person can have, and says which; what else is wrong stays. */
const dropFields = (person: Registration): { field: string; code: string }[] => {
  const { error } = Registration.safeParse(person);
  const wrong = error?.issues.filter(({ path }) => path[0] === 'fields') ?? [];
  const dropped = new Set(wrong.map(({ path }) => String(path[1])));
  person.fields = Object.fromEntries(
    Object.entries(person.fields).filter(([name]) => !dropped.has(name)),
  );
  return wrong.map(({ path, code }) => ({ field: String(path[1]), code }));
};

/** Leaves out subscriptions whose purpose the row does not agree to, and says which. */
const dropOrphans = (person: Registration, lists: WholeLists) => {
  const isUnder = (key: string): boolean =>
    lists['subscription-types'].some(
      (type) => type.key === key && person.purposes.includes(type.purpose),
    );
  const orphans = person.subscriptions.filter((key) => !isUnder(key));
  person.subscriptions = person.subscriptions.filter(isUnder);
  return orphans.map((key) => ({ field: `subscription:${key}`, code: 'without-purpose' }));
};

/** What makes a row worthless: it has no address, or too many cells to know which is which. */
const rowErrors = (person: Registration, lists: WholeLists, extra: readonly string[]) => {
  if (extra.some((cell) => cell !== '')) return [{ field: 'row', code: 'too-many-cells' }];
  const { error, data } = Registration.safeParse(person);
  if (data) return registrationErrors(lists, data);
  return error.issues.map(({ path, code }) => ({ field: path.join('.'), code }));
};

/**
 * Reads a row by what its columns hold. Only an explicit yes or no decides anything: nobody is subscribed
 * because a file says nothing. A value that cannot be read is left out, and the person is not.
 */
export const readRow = (
  { columns, purposes, locale }: Pick<ImportOrders, 'columns' | 'purposes' | 'locale'>,
  lists: WholeLists,
  number: number,
  cells: readonly string[],
): ReadRow => {
  const person = { email: '', locale, fields: {}, purposes: [...purposes], subscriptions: [] };
  const reading: Reading = { person, refused: { purposes: [], subscriptions: [] }, own: {} };
  const unread = columns.flatMap((column, at) => {
    const cell = tidy(cells[at] ?? '');
    if (column === '' || cell === '') return [];
    const code = readCell(reading, lists, column, cell);
    return code === null ? [] : [{ field: column, code }];
  });
  const dropped = [...unread, ...dropFields(reading.person), ...dropOrphans(reading.person, lists)];
  const errors = rowErrors(reading.person, lists, cells.slice(columns.length));
  const { refused, own } = reading;
  return {
    number,
    person: errors.length > 0 ? null : { ...reading.person, refused, own },
    problems: [
      ...errors.map(({ field, code }) => ({ number, field, code, dropped: 'row' as const })),
      ...(errors.length > 0 ? [] : dropped).map(({ field, code }) => ({
        number,
        field,
        code,
        dropped: 'value' as const,
      })),
    ],
  };
};
