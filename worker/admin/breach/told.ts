import type { Database } from '../../platform/database.ts';
import type { AppContext } from '../../platform/env.ts';
import { answerTable } from '../../platform/tables/answer.ts';
import { inSlices, type Table, timeCell } from '../../platform/tables/table.ts';
import { readBreach, toldOf } from './cases.ts';

/** Who was told of a breach, and when. */
const toldTable = (db: Database, breach: string): Table => ({
  name: `breach-${breach}`,
  head: ['person', 'email', 'told at'],
  slices: () =>
    inSlices(
      '',
      (after, limit) => toldOf(db, breach, after, limit),
      ({ person }) => person,
      ({ person, email, toldAt }) => [person, email, timeCell(toldAt)],
    ),
});

/** Streams who was told of the breach that the path names. */
export const answerTold = async (c: AppContext): Promise<Response> => {
  const { id } = await readBreach(c.get('db'), c.req.param('id') ?? '');
  return answerTable(c, toldTable(c.get('db'), id));
};
