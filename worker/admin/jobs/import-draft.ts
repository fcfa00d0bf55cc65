import Papa from 'papaparse';
import { v4 } from 'uuid';
import { readWholeLists } from '../../lists/whole.ts';
import { PeopleFilter } from '../../people/search.ts';
import { writeAct } from '../../platform/audit.ts';
import type { Env } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { occasionErrors, type RegisteringBody } from '../people/register.ts';
import { sortRows } from './import-slice.ts';
import {
  forgetAllRows,
  type ImportProblem,
  type ImportRow,
  readRows,
  writeRows,
} from './import-store.ts';
import { type Column, ImportOrders } from './orders.ts';
import { beginDraft, type Job, writeJob } from './store.ts';

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
export type Upload = RegisteringBody & { name: string; text: string; locale: string; host: string };

/**
 * Takes a CSV file with a header and keeps its rows until they are imported. Nothing is imported yet: the
 * columns are to be named and a dry run looked at first.
 */
export const draftImport = async (env: Env, actor: string, upload: Upload): Promise<string> => {
  const { name, text, locale, host, source, legalBasis, comment } = upload;
  const errors = occasionErrors(await readWholeLists(env.DB), upload);
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' });
  const [header, ...lines] = data;
  if (!header || lines.length === 0) throw wrongFile('The file has no row below its header.');
  if (lines.length > MOST_ROWS) throw wrongFile(`A file has at most ${MOST_ROWS} rows.`);
  const columns = header.map(guess);
  const id = v4();
  const orders = {
    ...{ kind: 'import', source, legalBasis, comment, file: name, header, columns, locale, host },
    purposes: [],
  } as const;
  const filter = PeopleFilter.parse({});
  await env.DB.batch([
    writeJob(env.DB, {
      ...{ id, state: 'draft', filter, total: lines.length, actor },
      orders: parse(ImportOrders, orders),
    }),
    writeAct(env.DB, {
      actor,
      act: 'import.draft',
      object: `job/${id}`,
      after: { rows: lines.length },
    }),
  ]);
  for (let at = 0; at < lines.length; at += ROWS_A_WRITE) {
    const rows = lines
      .slice(at, at + ROWS_A_WRITE)
      .map((cells, offset): ImportRow => ({ number: at + offset + 1, cells }));
    await writeRows(env.DB, id, rows).run();
  }
  return id;
};

/** What would come of importing: how many rows are good, and what is wrong with the others. */
export type DryRun = { rows: number; good: number; problems: ImportProblem[]; more: number };

const MOST_PROBLEMS = 500;

/** Reads every row as the import will, and writes nothing. */
export const dryRun = async (env: Env, { id }: Job, orders: ImportOrders): Promise<DryRun> => {
  const lists = await readWholeLists(env.DB);
  const seen = new Set<string>();
  const result: DryRun = { rows: 0, good: 0, problems: [], more: 0 };
  for (let after = 0; ; ) {
    const rows = await readRows(env.DB, id, after, 5000);
    if (rows.length === 0) return result;
    after = rows.at(-1)?.number ?? after;
    const { good, problems } = await sortRows(env, orders, lists, rows, seen);
    result.rows += rows.length;
    result.good += good.length;
    const room = MOST_PROBLEMS - result.problems.length;
    result.problems.push(...problems.slice(0, room));
    result.more += Math.max(0, problems.length - room);
  }
};

/** Begins a draft with its columns and purposes as they were chosen. */
export const beginImport = async (
  env: Env,
  actor: string,
  { id, total }: Job,
  orders: ImportOrders,
): Promise<void> => {
  await env.DB.batch([
    beginDraft(env.DB, id, orders, total),
    writeAct(env.DB, { actor, act: 'import.begin', object: `job/${id}`, after: { rows: total } }),
  ]);
};

/** Forgets a draft's rows. */
export const dropImport = async (env: Env, actor: string, { id }: Job): Promise<void> => {
  await env.DB.batch([
    forgetAllRows(env.DB, id),
    writeAct(env.DB, { actor, act: 'import.drop', object: `job/${id}` }),
  ]);
};
