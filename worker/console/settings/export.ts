import { Hono } from 'hono';
import {
  exportAudience,
  exportAudit,
  exportPeople,
  exportRecords,
} from '../../admin/export/routes.ts';
import type { App } from '../../platform/env.ts';
import { may } from '../kit/guard.ts';

/** Tables to take along, as under `/v1/exports`. */
export const exportScreens = new Hono<App>()
  .get('/people', may('export'), exportPeople)
  .get('/records', may('export'), exportRecords)
  .get('/audiences/:subscription', may('export'), exportAudience)
  .get('/audit', may('audit'), exportAudit);
