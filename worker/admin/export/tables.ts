import { PersonField } from '../../contract/definition.ts';
import { readLists } from '../../lists/store.ts';
import { unsubscribeLink } from '../../people/links.ts';
import { type PeopleFilter, searchPeople } from '../../people/search.ts';
import type { Env } from '../../platform/env.ts';
import { audience } from '../audiences/audience.ts';
import { type ActsQuery, readActs } from '../audit/store.ts';
import { toldOf } from '../breach/cases.ts';
import { fieldsOfPeople, recordRows } from './store.ts';

/** A cell of a table. */
export type Cell = string | number | null;

/** A table that is read a slice at a time, however long it is. */
export type Table = { name: string; head: string[]; slices: () => AsyncGenerator<Cell[][]> };

const SLICE = 500;

/** The rows of a table, a slice after the other, until one is not full; each goes on after the last row before. */
async function* inSlices<Row, At>(
  start: At,
  read: (after: At, limit: number) => Promise<Row[]>,
  at: (row: Row) => At,
  cells: (row: Row) => Cell[],
): AsyncGenerator<Cell[][]> {
  for (let after = start; ; ) {
    const rows = await read(after, SLICE);
    yield rows.map(cells);
    const last = rows.at(-1);
    if (!last || rows.length < SLICE) return;
    after = at(last);
  }
}

const time = (at: number): string => new Date(at).toISOString();

/** The people who fit a filter, with their fields and how their purposes stand. */
export const peopleTable = async (env: Env, filter: PeopleFilter): Promise<Table> => {
  const purposes = [...(await readLists(env.DB)).purposes.keys()];
  const fields = PersonField.options;
  return {
    name: 'people',
    head: ['id', 'email', 'locale', 'known since', ...fields, ...purposes],
    async *slices() {
      for (let after: string | null = ''; after !== null; ) {
        const page: Awaited<ReturnType<typeof searchPeople>> = await searchPeople(
          env.DB,
          filter,
          after,
          SLICE,
        );
        const kept = await fieldsOfPeople(
          env.DB,
          page.people.map(({ id }) => id),
        );
        yield page.people.map(({ id, email, locale, createdAt, standings }) => [
          ...[id, email, locale, time(createdAt)],
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
export const recordsTable = (env: Env): Table => ({
  name: 'records',
  head: [
    ...['sequence', 'id', 'person', 'kind', 'item', 'decision', 'legal basis', 'source', 'actor'],
    ...['recorded at', 'statement', 'form', 'version', 'page', 'locale', 'sha256'],
  ],
  slices: () =>
    inSlices(
      0,
      (after, limit) => recordRows(env.DB, after, limit),
      ({ sequence }) => sequence,
      (row) => [
        ...[row.sequence, row.id, row.person, row.item_kind, row.item, row.decision],
        ...[row.legal_basis, row.source, row.actor, time(row.recorded_at), row.statement],
        ...[row.form, row.form_version, row.page, row.locale, row.sha256],
      ],
    ),
});

/** Everybody who may get a subscription type now, each with the link that ends it. */
export const audienceTable = (
  env: Env,
  host: string,
  { key, purpose }: { key: string; purpose: string },
): Table => ({
  name: key,
  head: ['id', 'email', 'locale', 'unsubscribe'],
  async *slices() {
    for await (const people of audience(env.DB, key, purpose))
      yield await Promise.all(
        people.map(
          async ({ id, email, locale }): Promise<Cell[]> => [
            ...[id, email, locale],
            await unsubscribeLink(env, host, id, key),
          ],
        ),
      );
  },
});

/** Who was told of a breach, and when. */
export const toldTable = (env: Env, breach: string): Table => ({
  name: `breach-${breach}`,
  head: ['person', 'email', 'told at'],
  slices: () =>
    inSlices(
      '',
      (after, limit) => toldOf(env.DB, breach, after, limit),
      ({ person }) => person,
      ({ person, email, toldAt }) => [person, email, time(toldAt)],
    ),
});

/** The audit log, the newest first. */
export const auditTable = (env: Env, query: ActsQuery): Table => ({
  name: 'audit',
  head: ['sequence', 'recorded at', 'actor', 'act', 'object', 'before', 'after'],
  slices: () =>
    inSlices(
      query.before,
      (before, limit) => readActs(env.DB, { ...query, before, limit }),
      ({ sequence }) => sequence,
      (act) => [
        ...[act.sequence, time(act.recordedAt), act.actor, act.act, act.object],
        ...[act.before, act.after].map((value) => (value === null ? null : JSON.stringify(value))),
      ],
    ),
});
