import type { Right } from '../../contract/rights.ts';
import type { Database } from '../../platform/database.ts';
import type { AppContext } from '../../platform/env.ts';
import { answerTable } from '../../platform/tables/answer.ts';
import { inSlices, type Table, timeCell } from '../../platform/tables/table.ts';
import { knownZone } from '../../settings/known-brand.ts';
import { notifiedOf, readBreach } from './cases.ts';

/** Who was notified of a breach, and when; their addresses for users who may see people anyway. */
const notifiedTable = (db: Database, breach: string, rights: readonly Right[]): Table => ({
  name: `breach-${breach}`,
  head: ['person', 'email', 'notified at'],
  slices: (start) =>
    inSlices(start, {
      read: (after, limit) => notifiedOf(db, breach, after, limit),
      at: ({ person }) => person,
      cells: ({ person, email, notifiedAt }) => [
        person,
        rights.includes('people-read') ? email : '',
        timeCell(notifiedAt),
      ],
    }),
});

/** Streams who was notified of the breach in the path. */
export const answerNotified = async (c: AppContext): Promise<Response> => {
  const { id } = await readBreach(c.get('db'), c.req.param('id') ?? '');
  return answerTable(
    c,
    notifiedTable(c.get('db'), id, c.get('rights')),
    await knownZone(c.get('db')),
  );
};
