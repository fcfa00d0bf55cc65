import { ProblemError } from '../problems/problem.ts';

/** Most bytes that a file of people may have. */
export const MAX_FILE_BYTES = 30_000_000;
/** Most rows below its header. */
export const MAX_ROWS = 200_000;
/** Most columns that have a name. */
export const MAX_COLUMNS = 200;

/** Why a file is refused, in English; `{row}` is the row as a spreadsheet counts it. */
export const reasons = {
  missing: 'Choose a file.',
  empty: 'The file has no row below its header.',
  'too-large': 'A file has at most 30 MB. Split it into several files.',
  'too-many-rows': 'A file has at most 200,000 rows. Split it into several files.',
  'too-many-columns': 'A file has at most 200 columns. Remove those that you do not need.',
  quotes:
    'Row {row} has a quotation mark that is not closed, or text after one that is. Correct it in the file.',
  'row-too-long':
    'Row {row} is longer than 64 kB. Correct it in the file: a quotation mark may be missing.',
  'no-text': 'The file is neither a CSV file nor an Excel workbook (.xlsx).',
  'old-workbook':
    'This is a workbook of an old format, or a protected one. Save it as .xlsx without a password, or as CSV.',
  'large-workbook': 'The workbook holds too much text. Save the sheet as CSV.',
  workbook: 'The workbook cannot be read. Save it as .xlsx again, or as CSV.',
} as const;
export type Reason = keyof typeof reasons;

/** A file that is refused as a whole, and the row in which it went wrong. */
export class UnreadableFile extends ProblemError {
  readonly reason: Reason;
  readonly row: number | null;

  constructor(reason: Reason, row: number | null = null) {
    const message = reasons[reason].replace('{row}', String(row));
    super('invalid-fields', { errors: [{ field: 'file', code: reason, message }] });
    this.reason = reason;
    this.row = row;
  }
}
