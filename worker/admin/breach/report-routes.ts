import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { BreachReportBody, BreachReports } from '../../contract/breach.ts';
import { Made, Nothing } from '../../contract/words.ts';
import { readOpenReports } from '../../incidents/store.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, param } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { reportBreach, settleReport } from './reports.ts';

const Closing = z.strictObject({
  breach: z
    .uuid()
    .nullable()
    .default(null)
    .meta({ description: 'The case that was opened from it.' }),
});

/** Reports of what may be a breach, before it is a case. */
export const breachReports = new Hono<App>()
  .use(requires('breach'))
  .get(
    '/',
    operation({
      id: 'listBreachReports',
      summary: 'List reports of possible breaches',
      description: 'Those that nobody has dealt with, the oldest first.',
      answers: { 200: BreachReports },
    }),
    async (c) => c.json({ reports: await readOpenReports(c.get('db')) }),
  )
  .post(
    '/',
    operation({
      id: 'reportBreach',
      summary: 'Report a possible breach',
      description:
        'Emails those who handle breaches. Returns `conflict` where the setting `breach-reports` is `off`, or too many reports are waiting.',
      answers: { 201: Made },
      problems: ['invalid-fields', 'conflict'],
    }),
    json(BreachReportBody),
    async (c) => c.json({ id: await reportBreach(callerOf(c), c.req.valid('json')) }, 201),
  )
  .post(
    '/:id/close',
    operation({
      id: 'closeBreachReport',
      summary: 'Close a report',
      answers: { 200: Nothing },
      problems: ['not-found', 'invalid-fields', 'conflict'],
    }),
    param({ id: z.uuid() }, 'There is no such report.'),
    json(Closing.default({ breach: null })),
    async (c) => {
      await settleReport(callerOf(c), c.req.valid('param').id, c.req.valid('json').breach);
      return c.json({});
    },
  );
