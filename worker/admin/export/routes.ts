import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { ActsQuery } from '../../contract/audit.ts';
import { PeopleFilter } from '../../contract/search.ts';
import { GradeQuery } from '../../contract/words.ts';
import { operation } from '../../platform/api/operation.ts';
import { query } from '../../platform/api/valid.ts';
import type { App } from '../../platform/env.ts';
import { FormatQuery, tableContents } from '../../platform/tables/answer.ts';
import { answerAudience } from '../audiences/table.ts';
import { answerAudit, answerPeople, answerRecords } from './answers.ts';

/** Whole tables, streamed; every export is audited. */
export const exportRoutes = new Hono<App>()
  .get(
    '/people',
    requires('export'),
    operation({
      id: 'exportPeople',
      summary: 'Export people',
      answers: { 200: tableContents },
      problems: ['invalid-fields'],
    }),
    query(PeopleFilter.extend(FormatQuery.shape)),
    answerPeople,
  )
  .get(
    '/records',
    requires('export'),
    operation({
      id: 'exportRecords',
      summary: 'Export the ledger',
      answers: { 200: tableContents },
      problems: ['invalid-fields'],
    }),
    query(FormatQuery),
    answerRecords,
  )
  .get(
    '/audiences/:subscription',
    requires('export'),
    operation({
      id: 'exportAudience',
      summary: 'Export the audience of a subscription type',
      description: 'Everyone who may get it now, each with an unsubscribe link.',
      answers: { 200: tableContents },
      problems: ['not-found', 'invalid-fields'],
    }),
    query(FormatQuery.extend(GradeQuery.shape)),
    answerAudience,
  )
  .get(
    '/audit',
    requires('audit'),
    operation({
      id: 'exportAudit',
      summary: 'Export the audit log',
      answers: { 200: tableContents },
      problems: ['invalid-fields'],
    }),
    query(ActsQuery.extend(FormatQuery.shape)),
    answerAudit,
  );
