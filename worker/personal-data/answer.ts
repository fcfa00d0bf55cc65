import type { DataFormat, KeptData } from '../contract/data.ts';
import type { AppContext } from '../platform/env.ts';
import { dataAsCsv } from './data.ts';
import { reportOn } from './report.ts';
import { reportPolicy } from './report-page.ts';

/**
 * Answers everything that is kept of a person: as data, to be saved where a file is named, or as a report, in the
 * times of the operator's zone unless another is named.
 */
export const answerData = async (
  c: AppContext,
  data: KeptData,
  {
    format,
    locale,
    timeZone,
    file,
  }: { format: DataFormat; locale: string; timeZone?: string | undefined; file?: string },
): Promise<Response> => {
  c.header('Cache-Control', 'no-store');
  if (format === 'html') {
    c.header('Content-Security-Policy', await reportPolicy());
    return c.html(await reportOn(c.get('db'), data, locale, timeZone));
  }
  if (file) c.header('Content-Disposition', `attachment; filename="${file}.${format}"`);
  if (format === 'json') return c.json(data);
  c.header('Content-Type', 'text/csv; charset=utf-8');
  return c.body(dataAsCsv(data));
};
