import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { Register } from '../../contract/processing.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { operation } from '../../platform/api/operation.ts';
import { query } from '../../platform/api/valid.ts';
import type { App, AppContext } from '../../platform/env.ts';
import { answerTable, FormatQuery, tableContents } from '../../platform/tables/answer.ts';
import { knownZone } from '../../settings/known-brand.ts';
import { englishHeads, namingIn } from './naming.ts';
import { readRegister } from './register.ts';
import { mappingTable, registerTable } from './tables.ts';

/** Answers the record of processing as one of its tables, in English and by the keys of fields. */
const answerAs = async (c: AppContext, make: typeof registerTable): Promise<Response> => {
  const db = c.get('db');
  const reading = readWholeLists(db);
  const [record, lists] = await Promise.all([readRegister(db, reading), reading]);
  return answerTable(
    c,
    make(
      record,
      namingIn(lists, 'en', englishHeads, (field) => field),
    ),
    await knownZone(db),
  );
};

export const register = new Hono<App>()
  .use(requires('lists'))
  .get(
    '/',
    operation({
      id: 'readRegister',
      summary: 'Read the record of processing activities',
      description: 'GDPR art. 30, derived from the configuration.',
      answers: { 200: Register },
    }),
    async (c) => c.json(await readRegister(c.get('db'), readWholeLists(c.get('db')))),
  )
  .get(
    '/table',
    operation({
      id: 'exportRegister',
      summary: 'Export the record of processing activities',
      description: 'A row for each purpose.',
      answers: { 200: tableContents },
      problems: ['invalid-fields'],
    }),
    query(FormatQuery),
    (c) => answerAs(c, registerTable),
  )
  .get(
    '/mapping',
    operation({
      id: 'exportDataMapping',
      summary: 'Export the data mapping sheet',
      description:
        'A row for each piece of data and each purpose that it is kept for, with legal basis, retention and source.',
      answers: { 200: tableContents },
      problems: ['invalid-fields'],
    }),
    query(FormatQuery),
    (c) => answerAs(c, mappingTable),
  );
