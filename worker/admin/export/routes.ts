import { type Context, Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { readLists } from '../../lists/store.ts';
import { PeopleFilter } from '../../people/search.ts';
import { originOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { answerTable } from '../../platform/tables/answer.ts';
import { ActsQuery } from '../audit/store.ts';
import { readBreach } from '../breach/cases.ts';
import { audienceTable, auditTable, peopleTable, recordsTable, toldTable } from './tables.ts';

/** What was asked for besides the format. */
const queryOf = (c: Context<App>): Record<string, string> => {
  const { format: _, said: __, ...query } = c.req.query();
  return query;
};

export const exportPeople = async (c: Context<App>) =>
  answerTable(c, await peopleTable(c.env, parse(PeopleFilter, queryOf(c))));

export const exportRecords = (c: Context<App>) => answerTable(c, recordsTable(c.env));

export const exportAudience = async (c: Context<App>) => {
  const key = c.req.param('subscription') ?? '';
  const type = (await readLists(c.get('db'))).subscriptionTypes.get(key);
  if (!type)
    throw new ProblemError('not-found', { detail: `There is no subscription type "${key}".` });
  return answerTable(c, audienceTable(c.env, originOf(c), type));
};

export const exportAudit = (c: Context<App>) =>
  answerTable(c, auditTable(c.env, parse(ActsQuery, queryOf(c))));

export const exportTold = async (c: Context<App>) => {
  const { id } = await readBreach(c.get('db'), c.req.param('id') ?? '');
  return answerTable(c, toldTable(c.env, id));
};

/**
 * Whole tables, streamed; each may be `?format=csv|ndjson|xlsx`, needs the right `export`, and is audited.
 * - `GET /v1/exports/people?…`: those who fit a `PeopleFilter`
 * - `GET /v1/exports/records`: the ledger
 * - `GET /v1/exports/audiences/{subscription}`: who may get it now, with unsubscribe links
 * - `GET /v1/exports/audit?actor=&act=&object=` (right `audit`): the audit log
 */
export const exportRoutes = new Hono<App>()
  .get('/people', requires('export'), exportPeople)
  .get('/records', requires('export'), exportRecords)
  .get('/audiences/:subscription', requires('export'), exportAudience)
  .get('/audit', requires('audit'), exportAudit);
