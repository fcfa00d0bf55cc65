import { ActsQuery } from '../../contract/audit.ts';
import { PeopleFilter } from '../../contract/search.ts';
import type { AppContext } from '../../platform/env.ts';
import { parse } from '../../platform/problems/zod.ts';
import { answerTable } from '../../platform/tables/answer.ts';
import { knownZone } from '../../settings/known-brand.ts';
import { auditTable, peopleTable, recordsTable } from './tables.ts';

/** What was asked for besides the format and where to begin. */
const queryOf = (c: AppContext): Record<string, string> => {
  const { format: _, said: __, after: ___, ...query } = c.req.query();
  return query;
};

export const answerPeople = async (c: AppContext) =>
  answerTable(
    c,
    await peopleTable(c.get('db'), parse(PeopleFilter, queryOf(c))),
    await knownZone(c.get('db')),
  );

export const answerRecords = async (c: AppContext) =>
  answerTable(c, recordsTable(c.get('db')), await knownZone(c.get('db')));

export const answerAudit = async (c: AppContext) =>
  answerTable(
    c,
    auditTable(c.get('db'), parse(ActsQuery, queryOf(c))),
    await knownZone(c.get('db')),
  );
