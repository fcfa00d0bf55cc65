import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import type { App } from '../../platform/env.ts';
import { answerAudience } from '../audiences/table.ts';
import { answerAudit, answerPeople, answerRecords } from './answers.ts';

/**
 * Whole tables, streamed; each may be `?format=csv|ndjson|xlsx`, needs the right `export`, and is audited.
 * - `GET /v1/exports/people?…`: those who fit a `PeopleFilter`
 * - `GET /v1/exports/records`: the ledger
 * - `GET /v1/exports/audiences/{subscription}`: who may get it now, with unsubscribe links
 * - `GET /v1/exports/audit?actor=&act=&object=` (right `audit`): the audit log
 */
export const exportRoutes = new Hono<App>()
  .get('/people', requires('export'), answerPeople)
  .get('/records', requires('export'), answerRecords)
  .get('/audiences/:subscription', requires('export'), answerAudience)
  .get('/audit', requires('audit'), answerAudit);
