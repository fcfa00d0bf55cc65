import { Hono } from 'hono';
import { answerAudience } from '../../admin/audiences/table.ts';
import { answerAudit, answerPeople, answerRecords } from '../../admin/export/answers.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { requireRight } from '../kit/guard.ts';

/** Exports tables, as `/v1/exports` does. */
export const exportScreens = new Hono<ConsoleApp>()
  .get('/people', requireRight('export'), answerPeople)
  .get('/records', requireRight('export'), answerRecords)
  .get('/audiences/:subscription', requireRight('export'), answerAudience)
  .get('/audit', requireRight('audit'), answerAudit);
