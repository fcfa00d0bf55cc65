import Papa from 'papaparse';
import {
  type Column,
  type DryRun,
  ImportOrders,
  type ImportProblem,
  type Job,
  type Mapping,
} from '../../contract/jobs.ts';
import type { RegisteringBody } from '../../contract/registering.ts';
import { PeopleFilter } from '../../contract/search.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { audit, auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { maySubscribeKnown, occasionErrors } from '../people/register.ts';
import { ImportTally } from './dry-runs.ts';
import { sortRows } from './import-slice.ts';
import { forgetDraftRows, type ImportRow, readRows, writeRows } from './import-store.ts';
import { runJob } from './run.ts';
import { beginDraft, IN_STATE, readJob, setState, writeJob } from './store.ts';

const MOST_ROWS = 200_000;
const ROWS_A_WRITE = 2000;

/** What a column's name says that it holds. */
const guesses: readonly (readonly [RegExp, Column])[] = [
  [/^(e-?mail|mail|e-?post|courriel|correo|adresse e-?mail).*$/i, 'email'],
  [/^(first|given|for|vor)-?_? ?na(me|vn)|^fornavn|^vorname|^prénom/i, 'given-name'],
  [/^(last|family|sur|efter|nach)-?_? ?na(me|vn)|^efternavn|^nachname/i, 'family-name'],
  [/^(name|navn|full name)$/i, 'name'],
  [/^(phone|telefon|mobile?|tlf|tel)/i, 'phone'],
  [/^(company|organi[sz]ation|firma|virksomhed)/i, 'organization'],
  [/^(title|job|stilling)/i, 'job-title'],
  [/^(country|land|pays)/i, 'country'],
  [/^(locale|language|sprog|sprache)/i, 'locale'],
];

const guess = (name: string): Column =>
  guesses.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? '';

const wrongFile = (message: string): ProblemError =>
  new ProblemError('invalid-fields', { errors: [{ field: 'file', code: 'file', message }] });

/** A file that was sent, and the occasion on which its people come. */
export type Upload = RegisteringBody & { name: string; text: string; locale: string };

/**
 * Takes a CSV file with a header and keeps its rows until they are imported. Nothing is imported yet: the
 * columns are to be named and a dry run looked at first.
 */
export const draftImport = async (caller: Caller, upload: Upload): Promise<string> => {
  const { db, actor, now } = caller;
  const { name, text, locale, source, legalBasis, comment } = upload;
  const errors = occasionErrors(await readWholeLists(db), upload);
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' });
  const [header, ...lines] = data;
  if (!header || lines.length === 0) throw wrongFile('The file has no row below its header.');
  if (lines.length > MOST_ROWS) throw wrongFile(`A file has at most ${MOST_ROWS} rows.`);
  const id = crypto.randomUUID();
  const orders = parse(ImportOrders, {
    kind: 'import',
    source,
    legalBasis,
    comment,
    file: name,
    header,
    columns: header.map(guess),
    locale,
    purposes: [],
  });
  const filter = PeopleFilter.parse({});
  await db.batch([
    writeJob(db, {
      id,
      state: 'draft',
      filter,
      orders,
      total: lines.length,
      actor,
      createdAt: now,
    }),
    audit(caller, { act: 'import.draft', object: `job/${id}`, after: { rows: lines.length } }),
  ]);
  for (let at = 0; at < lines.length; at += ROWS_A_WRITE) {
    const rows = lines
      .slice(at, at + ROWS_A_WRITE)
      .map((cells, offset): ImportRow => ({ number: at + offset + 1, cells }));
    await writeRows(db, id, rows).run();
  }
  return id;
};

/** An import whose rows still wait. */
export type ImportDraft = Job & { orders: ImportOrders };

const noDraft = () => new ProblemError('not-found', { detail: 'There is no such draft.' });

/** The draft of an import; 404 for anything else. */
export const draftOf = async (db: Database, id: string): Promise<ImportDraft> => {
  const job = await readJob(db, id);
  if (job?.state !== 'draft' || job.orders.kind !== 'import') throw noDraft();
  return { ...job, orders: job.orders };
};

const MOST_PROBLEMS = 500;

/** Reads every row as the import will, and writes nothing. */
export const dryRun = async (
  caller: Caller,
  draft: ImportDraft,
  mapping: Mapping,
): Promise<DryRun> => {
  const orders = { ...draft.orders, ...mapping, subscribesKnown: maySubscribeKnown(caller) };
  const lists = await readWholeLists(caller.db);
  const seen = new Set<string>();
  const tally = new ImportTally(caller);
  const result = { rows: 0, good: 0, problems: [] as ImportProblem[], more: 0 };
  for (let after = 0; ; ) {
    const rows = await readRows(caller.db, draft.id, after, 5000);
    if (rows.length === 0) return { ...result, outcomes: await tally.end(draft.id) };
    after = rows.at(-1)?.number ?? after;
    const { good, problems } = await sortRows(caller, orders, lists, rows, seen);
    result.rows += rows.length;
    result.good += good.length;
    await tally.add(
      good.map(({ person }) => person),
      orders,
    );
    const room = MOST_PROBLEMS - result.problems.length;
    result.problems.push(...problems.slice(0, room));
    result.more += Math.max(0, problems.length - room);
  }
};

/** Begins a draft with its columns and purposes as they were chosen; 404 where it is none any more. */
export const beginImport = async (
  caller: Caller,
  { id, total, orders }: ImportDraft,
  mapping: Mapping,
): Promise<void> => {
  const { db, later } = caller;
  const act = { act: 'import.begin', object: `job/${id}`, after: { rows: total } };
  const [, begun] = await db.batch([
    auditWhere(caller, act, IN_STATE, id, 'draft'),
    beginDraft(
      db,
      id,
      { ...orders, ...mapping, subscribesKnown: maySubscribeKnown(caller) },
      total,
    ),
  ]);
  if (begun?.meta.changes !== 1) throw noDraft();
  later(() => runJob(caller, id));
};

/** Drops a draft and forgets its rows; 404 where it is none any more. */
export const dropImport = async (caller: Caller, { id }: Pick<Job, 'id'>): Promise<void> => {
  const { db } = caller;
  const [, , dropped] = await db.batch([
    auditWhere(caller, { act: 'import.drop', object: `job/${id}` }, IN_STATE, id, 'draft'),
    forgetDraftRows(db, id),
    setState(db, id, 'draft', 'stopped'),
  ]);
  if (dropped?.meta.changes !== 1) throw noDraft();
};
