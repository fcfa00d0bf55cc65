import type { ImportOrders, ImportProblem } from '../../contract/jobs.ts';
import { Registration } from '../../contract/registering.ts';
import { tidy } from '../../contract/tidy.ts';
import type { WholeLists } from '../../lists/whole.ts';
import { type Registrant, registrationErrors } from '../people/register.ts';
import { type Reading, readCell } from './import-cells.ts';
import { toolNames } from './tool-names.ts';

/** A row of a file as a person, null where it is left out, and what is wrong with it. */
export type ReadRow = { number: number; person: Registrant | null; problems: ImportProblem[] };

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
 * Does what the row says as a whole: a no withdraws every yes of the row, and where a column tells who agreed,
 * nobody else has. An address that bounces is no answer of its owner.
 */
const decideAll = ({ person, refused, own, said }: Reading): void => {
  own.decidedAt ??= said.optedInAt;
  if (said.no) {
    refused.purposes = [...new Set([...refused.purposes, ...person.purposes])];
    person.purposes = [];
    person.subscriptions = [];
    own.decidedAt = said.optedOutAt ?? own.decidedAt;
  } else if (said.isSaid && !said.yes) {
    person.purposes = [];
    person.subscriptions = [];
  }
};

/** Writes down what the tool has kept, behind the comment of the row. */
const commentOf = (
  { own: { comment }, evidence }: Reading,
  tool: ImportOrders['tool'],
): string | undefined => {
  if (tool === null || evidence.length === 0) return comment;
  const said = `${toolNames[tool]} says: ${evidence.join('; ')}`;
  return comment === undefined ? said : `${comment}\n${said}`;
};

/**
 * Reads a row by what its columns hold. Only an explicit yes or no decides anything: nobody is subscribed
 * because a file says nothing. A value that cannot be read is left out, and the person is not.
 */
export const readRow = (
  {
    columns,
    purposes,
    locale,
    tool,
    zone,
  }: Pick<ImportOrders, 'columns' | 'purposes' | 'locale' | 'tool' | 'zone'>,
  lists: WholeLists,
  number: number,
  cells: readonly string[],
): ReadRow => {
  const reading: Reading = {
    person: { email: '', locale, fields: {}, purposes: [...purposes], subscriptions: [] },
    refused: { purposes: [], subscriptions: [] },
    own: {},
    said: { isSaid: false, yes: false, no: false, bounced: false },
    evidence: [],
  };
  const unread = columns.flatMap((column, at) => {
    const cell = tidy(cells[at] ?? '');
    if (column === '' || cell === '') return [];
    const code = readCell(reading, { lists, zone }, column, cell);
    return code === null ? [] : [{ field: column, code }];
  });
  decideAll(reading);
  const dropped = [...unread, ...dropFields(reading.person), ...dropOrphans(reading.person, lists)];
  const errors = rowErrors(reading.person, lists, cells.slice(columns.length));
  const { refused, own, said } = reading;
  const comment = commentOf(reading, tool);
  return {
    number,
    person:
      errors.length > 0
        ? null
        : { ...reading.person, refused, own: { ...own, comment }, bounced: said.bounced },
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
