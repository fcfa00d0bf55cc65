import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { Overview } from '../../contract/overview.ts';
import { Right } from '../../contract/rights.ts';
import { operation } from '../../platform/api/operation.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { readOverview } from './needs.ts';

const [first = 'audit', ...others] = Right.options;

export const overviewRoutes = new Hono<App>().get(
  '/',
  requires(first, ...others),
  operation({
    id: 'readOverview',
    summary: 'Read the overview',
    description:
      'What needs attention (limited to the key’s rights), the number of people, consents given and withdrawn per day for 30 days, consent status per purpose, and the state of the outbox.',
    answers: { 200: Overview },
  }),
  async (c) => c.json(await readOverview(callerOf(c))),
);
