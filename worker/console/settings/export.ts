import { Hono } from 'hono';
import { answerAudience } from '../../admin/audiences/table.ts';
import { answerAudit, answerPeople, answerRecords } from '../../admin/export/answers.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { may } from '../kit/guard.ts';

/** Tables to take along, as under `/v1/exports`. */
export const exportScreens = new Hono<ConsoleApp>()
  .get('/people', may('export'), answerPeople)
  .get('/records', may('export'), answerRecords)
  .get('/audiences/:subscription', may('export'), answerAudience)
  .get('/audit', may('audit'), answerAudit);
