import { ImportOrders } from '../../contract/jobs.ts';
import type { RegisteringBody } from '../../contract/registering.ts';
import { PeopleFilter } from '../../contract/search.ts';
import type { ReadAs } from '../../contract/tables.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readTable } from '../../platform/tables/read.ts';
import type { TableRow } from '../../platform/tables/read-csv.ts';
import type { Source } from '../../platform/tables/source.ts';
import { MAX_COLUMNS, UnreadableFile } from '../../platform/tables/unreadable.ts';
import { readSetting } from '../../settings/store.ts';
import { occasionErrors } from '../people/register.ts';
import { guessColumns } from './column-names.ts';
import { beginFile, forgetUpload, type ImportRow, writeRows } from './import-store.ts';
import { writeJob } from './store.ts';
import { isInOwnZone, toolOf } from './tools.ts';

/** So much of a file (characters of its cells) is written in one batch. */
const BATCH_LENGTH = 400_000;
/** What is longer than this is too long for whatever it is, and is cut so that it can still be said so. */
const CELL_LENGTH = 1001;
const NAME_LENGTH = 200;
const ROW_LENGTH = 64_000;

/** A file that was sent, and the occasion on which its people come. */
export type Upload = RegisteringBody & { name: string; file: Source; locale: string };

/** A draft that was made of a file. */
export type Drafted = { id: string; rows: number; readAs: ReadAs; orders: ImportOrders };

/** Returns the names of the columns; those at the end that have none are left out. */
const headerOf = ({ cells }: TableRow): string[] => {
  const header = cells.map((cell) => cell.trim().slice(0, NAME_LENGTH));
  const length = header.findLastIndex((name) => name !== '') + 1;
  if (length > MAX_COLUMNS) throw new UnreadableFile('too-many-columns');
  return header.slice(0, length);
};

/** Cuts what is beside the table, what is too long for any column, and empty cells at the end. */
const rowOf = ({ number, cells }: TableRow, width: number): ImportRow => {
  const cut = cells.slice(0, width).map((cell) => cell.trim().slice(0, CELL_LENGTH));
  const length = cut.findLastIndex((cell) => cell !== '') + 1;
  const size = cut.reduce((sum, cell) => sum + cell.length, 0);
  if (size > ROW_LENGTH) throw new UnreadableFile('row-too-long', number);
  return { number, cells: cut.slice(0, length) };
};

/** Writes the rows of a file as they are read; returns how many there were. */
const writeAll = async (
  db: Database,
  id: string,
  rows: AsyncIterable<TableRow>,
  width: number,
): Promise<number> => {
  let total = 0;
  let waiting: ImportRow[] = [];
  let length = 0;
  const write = async (): Promise<void> => {
    if (waiting.length > 0) await db.batch(writeRows(db, id, waiting));
    waiting = [];
    length = 0;
  };
  for await (const row of rows) {
    const kept = rowOf(row, width);
    waiting.push(kept);
    total += 1;
    length += kept.cells.reduce((sum, cell) => sum + cell.length, 0);
    if (length > BATCH_LENGTH) await write();
  }
  await write();
  return total;
};

/**
 * Takes a file with a header and keeps its rows until they are imported; a file that is refused in the
 * middle leaves nothing. Nothing is imported yet: the columns are to be named and a dry run looked at first.
 */
export const draftImport = async (caller: Caller, upload: Upload): Promise<Drafted> => {
  const { db, actor, now } = caller;
  const { name, file, locale, source, legalBasis, comment } = upload;
  const lists = await readWholeLists(db);
  const errors = occasionErrors(lists, upload);
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
  const { readAs, rows } = await readTable(file);
  const first = await rows.next();
  if (first.done) throw new UnreadableFile('empty');
  const header = headerOf(first.value);
  const tool = toolOf(header);
  const columns = guessColumns(tool, header, lists);
  const orders = parse(ImportOrders, {
    kind: 'import',
    source,
    legalBasis,
    comment,
    file: name,
    readAs,
    tool,
    zone: isInOwnZone(tool) ? await readSetting(db, 'time-zone') : 'UTC',
    header,
    columns,
    locale,
    purposes: [],
  });
  const id = crypto.randomUUID();
  await beginFile(db, id, now).run();
  try {
    // What stands beside the table in a sheet is in no column of it; in a text, a cell more is a mistake.
    const width = readAs.encoding === null ? header.length : MAX_COLUMNS * 2;
    const total = await writeAll(db, id, rows, width);
    if (total === 0) throw new UnreadableFile('empty');
    const filter = PeopleFilter.parse({});
    await db.batch([
      writeJob(db, { id, state: 'draft', filter, orders, total, actor, createdAt: now }),
      audit(caller, { act: 'import.draft', object: `job/${id}`, after: { rows: total } }),
    ]);
    return { id, rows: total, readAs, orders };
  } catch (error) {
    await forgetUpload(db, id).run();
    throw error;
  }
};
