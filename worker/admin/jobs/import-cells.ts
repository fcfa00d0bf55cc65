import { PersonField } from '../../contract/definition.ts';
import { canonicalLocale } from '../../contract/locale.ts';
import type { Registration } from '../../contract/registering.ts';
import type { WholeLists } from '../../lists/whole.ts';
import { readDate, readYesNo } from './cells.ts';
import { readStatuses } from './statuses.ts';

/** What a tool says of someone as a whole, and when it says that they said so (UTC ms). */
export type Said = {
  /** Whether a column says it at all; if so, a person has agreed only where it says so. */
  isSaid: boolean;
  yes: boolean;
  no: boolean;
  bounced: boolean;
  optedInAt?: number;
  optedOutAt?: number;
};

/** A person while their row is read. */
export type Reading = {
  person: Registration;
  refused: { purposes: string[]; subscriptions: string[] };
  own: { source?: string; legalBasis?: string; comment?: string; decidedAt?: number };
  said: Said;
  /** What the tool has kept of how they opted in and out, in its words. */
  evidence: string[];
};

/** How a row is read. */
export type ReadingBy = { lists: WholeLists; zone: string };

const MAX_COMMENT = 1000;
const MAX_EVIDENCE = 200;

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
  const isYes = readYesNo(cell);
  if (isYes === null) return 'yes-or-no';
  // That someone has not left is no yes of theirs.
  if (kind === 'opted-out') {
    if (isYes) refused.subscriptions.push(key);
    return null;
  }
  const list = kind === 'purpose' ? 'purposes' : 'subscriptions';
  (isYes ? person[list] : refused[list]).push(key);
  return null;
};

const readMoment = (cell: string, zone: string, take: (at: number) => void): string | null => {
  const read = readDate(cell, Date.now(), zone);
  if (typeof read === 'string') return read;
  take(read);
  return null;
};

const readLocale = ({ person }: Reading, cell: string): string | null => {
  const known = canonicalLocale(cell);
  if (known) person.locale = known;
  return known ? null : 'locale';
};

const readStatus = ({ said }: Reading, cell: string): string | null => {
  const read = readStatuses(cell);
  said.isSaid = true;
  if (read === null) return 'status';
  said.yes ||= read.includes('yes');
  said.no ||= read.includes('no');
  said.bounced ||= read.includes('bounced');
  return null;
};

/** Reads whether someone left everything: yes, or no, which says nothing of what they agreed to. */
const readOptedOut = ({ said }: Reading, cell: string): string | null => {
  const isYes = readYesNo(cell);
  said.no ||= isYes === true;
  return isYes === null ? 'yes-or-no' : null;
};

/** What tools keep as evidence, as it is written down. */
const evidenceNames: Readonly<Record<string, string>> = {
  'opted-in-at': 'Opted in',
  'decided-at': 'Consent',
  'opt-in-ip': 'Opt-in IP',
  'confirm-ip': 'Confirmation IP',
  'opt-in-source': 'Source',
  'opted-out-at': 'Opted out',
  'opt-out-reason': 'Opt-out reason',
  bounced: 'Bounced',
};

/** Reads what a tool says of someone as a whole; undefined for a column that is none of these. */
const readSaid = (
  reading: Reading,
  { zone }: ReadingBy,
  column: string,
  cell: string,
): string | null | undefined => {
  const { said } = reading;
  switch (column) {
    case 'status':
      return readStatus(reading, cell);
    case 'opted-out':
      return readOptedOut(reading, cell);
    case 'bounced':
      said.bounced ||= readYesNo(cell) !== false;
      return null;
    case 'opted-in-at':
      return readMoment(cell, zone, (at) => {
        said.optedInAt = at;
      });
    case 'opted-out-at':
      // Someone who has one has left, even if its date cannot be read.
      said.no = true;
      return readMoment(cell, zone, (at) => {
        said.optedOutAt = at;
      });
    case 'opt-in-ip':
    case 'confirm-ip':
    case 'opt-in-source':
    case 'opt-out-reason':
      return null;
    default:
      return undefined;
  }
};

/** Reads what one column says into a person; returns the code of what is wrong with it, null if nothing is. */
export const readCell = (
  reading: Reading,
  by: ReadingBy,
  column: string,
  cell: string,
): string | null => {
  const { person, own } = reading;
  const { lists, zone } = by;
  const field = PersonField.safeParse(column);
  if (field.success) {
    person.fields = { ...person.fields, [field.data]: cell };
    return null;
  }
  const evidence = evidenceNames[column];
  if (evidence) reading.evidence.push(`${evidence}: ${cell.slice(0, MAX_EVIDENCE)}`);
  const said = readSaid(reading, by, column, cell);
  if (said !== undefined) return said;
  switch (column) {
    case 'email':
      person.email = cell;
      return null;
    case 'locale':
      return readLocale(reading, cell);
    case 'decided-at':
      return readMoment(cell, zone, (at) => {
        own.decidedAt = at;
      });
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
