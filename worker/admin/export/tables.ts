import type { ActsQuery } from '../../contract/audit.ts';
import { PersonField } from '../../contract/definition.ts';
import type { PeopleFilter } from '../../contract/search.ts';
import { recordsFrom } from '../../ledger/store.ts';
import { readLists } from '../../lists/store.ts';
import { searchPeople } from '../../people/search.ts';
import type { Database } from '../../platform/database.ts';
import {
  type Cell,
  inSlices,
  numberAt,
  SLICE,
  type Table,
  timeCell,
} from '../../platform/tables/table.ts';
import { readActs } from '../audit/store.ts';
import { fieldsOfPeople, type StandingOf, standingsOfPeople } from './store.ts';

/** The columns of a purpose or a subscription: how it stands, since when, and where that came from. */
const columnsOf = (name: string): string[] => [name, `${name} since`, `${name} source`];

const cellsOf = (standing: StandingOf | undefined): Cell[] =>
  standing ? [standing.decision, timeCell(standing.since), standing.source] : [null, null, null];

/** The people who fit a filter, with their fields and how their purposes and subscriptions stand. */
export const peopleTable = async (db: Database, filter: PeopleFilter): Promise<Table> => {
  const lists = await readLists(db);
  const items = [
    ...[...lists.purposes.keys()].map((item) => ({ kind: 'purpose', item }) as const),
    ...[...lists.subscriptionTypes.keys()].map((item) => ({ kind: 'subscription', item }) as const),
  ];
  const fields = PersonField.options;
  return {
    name: 'people',
    head: [
      ...['id', 'email', 'locale', 'known since'],
      ...fields,
      ...items.flatMap(({ kind, item }) =>
        columnsOf(kind === 'purpose' ? item : `subscription ${item}`),
      ),
    ],
    async *slices(start) {
      for (let after: string | null = start; after !== null; ) {
        const page: Awaited<ReturnType<typeof searchPeople>> = await searchPeople(
          db,
          filter,
          after,
          SLICE,
        );
        const ids = page.people.map(({ id }) => id);
        const [kept, standings] = await Promise.all([
          fieldsOfPeople(db, ids),
          standingsOfPeople(db, ids),
        ]);
        const rows = page.people.map(({ id, email, locale, createdAt }) => [
          ...[id, email, locale, timeCell(createdAt)],
          ...fields.map((name) => kept.get(id)?.[name] ?? null),
          ...items.flatMap(({ kind, item }) =>
            cellsOf(standings.get(id)?.find((one) => one.kind === kind && one.item === item)),
          ),
        ]);
        after = page.next;
        yield { rows, next: after };
      }
    },
  };
};

/** The whole ledger: it names people by their random ids alone. */
export const recordsTable = (db: Database): Table => ({
  name: 'records',
  head: [
    ...[
      'sequence',
      'id',
      'person',
      'kind',
      'item',
      'decision',
      'counted as',
      'evidence',
      'legal basis',
      'source',
      'actor',
    ],
    ...['recorded at', 'decided at', 'statement', 'form', 'version', 'page', 'locale', 'sha256'],
  ],
  slices: (start) =>
    inSlices(numberAt(start, 0), {
      read: (after, limit) => recordsFrom(db, Number(after), limit),
      at: ({ sequence }) => String(sequence),
      cells: ({ sequence, person, decision, countedAs, grade, content, sha256 }) => [
        sequence,
        content.id,
        person,
        content.purpose === null ? 'subscription' : 'purpose',
        content.purpose ?? content.subscription,
        decision,
        countedAs,
        grade,
        content.legalBasis,
        content.source,
        content.actor,
        timeCell(content.recordedAt),
        content.decidedAt === undefined ? null : timeCell(content.decidedAt),
        content.statement,
        content.form,
        content.version,
        content.page,
        content.locale,
        sha256,
      ],
    }),
});

/** Acts may hold whole forms, so that fewer of them are read at once. */
const ACTS = 200;

/** The audit log, the newest first. */
export const auditTable = (db: Database, query: ActsQuery): Table => ({
  name: 'audit',
  head: ['sequence', 'recorded at', 'actor', 'act', 'object', 'before', 'after'],
  slices: (start) =>
    inSlices(numberAt(start, query.before), {
      read: (before, limit) => readActs(db, { ...query, before: Number(before), limit }),
      at: ({ sequence }) => String(sequence),
      size: ACTS,
      cells: (act) => [
        ...[act.sequence, timeCell(act.recordedAt), act.actor, act.act, act.object],
        ...[act.before, act.after].map((value) => (value === null ? null : JSON.stringify(value))),
      ],
    }),
});
