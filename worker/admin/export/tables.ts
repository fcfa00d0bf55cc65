import type { ActsQuery } from '../../contract/audit.ts';
import { PersonField } from '../../contract/definition.ts';
import type { PeopleFilter } from '../../contract/search.ts';
import { recordsFrom } from '../../ledger/store.ts';
import { readLists } from '../../lists/store.ts';
import { searchPeople } from '../../people/search.ts';
import type { Database } from '../../platform/database.ts';
import { inSlices, SLICE, type Table, timeCell } from '../../platform/tables/table.ts';
import { readActs } from '../audit/store.ts';
import { fieldsOfPeople } from './store.ts';

/** The people who fit a filter, with their fields and how their purposes stand. */
export const peopleTable = async (db: Database, filter: PeopleFilter): Promise<Table> => {
  const purposes = [...(await readLists(db)).purposes.keys()];
  const fields = PersonField.options;
  return {
    name: 'people',
    head: ['id', 'email', 'locale', 'known since', ...fields, ...purposes],
    async *slices() {
      for (let after: string | null = ''; after !== null; ) {
        const page: Awaited<ReturnType<typeof searchPeople>> = await searchPeople(
          db,
          filter,
          after,
          SLICE,
        );
        const kept = await fieldsOfPeople(
          db,
          page.people.map(({ id }) => id),
        );
        yield page.people.map(({ id, email, locale, createdAt, standings }) => [
          ...[id, email, locale, timeCell(createdAt)],
          ...fields.map((name) => kept.get(id)?.[name] ?? null),
          ...purposes.map(
            (key) => standings.find(({ purpose }) => purpose === key)?.decision ?? null,
          ),
        ]);
        after = page.next;
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
      'legal basis',
      'source',
      'actor',
    ],
    ...['recorded at', 'decided at', 'statement', 'form', 'version', 'page', 'locale', 'sha256'],
  ],
  slices: () =>
    inSlices(
      0,
      (after, limit) => recordsFrom(db, after, limit),
      ({ sequence }) => sequence,
      ({ sequence, person, decision, countedAs, content, sha256 }) => [
        sequence,
        content.id,
        person,
        content.purpose === null ? 'subscription' : 'purpose',
        content.purpose ?? content.subscription,
        decision,
        countedAs,
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
    ),
});

/** The audit log, the newest first. */
export const auditTable = (db: Database, query: ActsQuery): Table => ({
  name: 'audit',
  head: ['sequence', 'recorded at', 'actor', 'act', 'object', 'before', 'after'],
  slices: () =>
    inSlices(
      query.before,
      (before, limit) => readActs(db, { ...query, before, limit }),
      ({ sequence }) => sequence,
      (act) => [
        ...[act.sequence, timeCell(act.recordedAt), act.actor, act.act, act.object],
        ...[act.before, act.after].map((value) => (value === null ? null : JSON.stringify(value))),
      ],
    ),
});
