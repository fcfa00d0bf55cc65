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
    summary: 'Tell what needs attention and how things go',
    description:
      'Of what the key’s rights are about: what needs attention, how many people there are, what was given and withdrawn on each of the last 30 days, how each purpose stands, and how email fares.',
    answers: { 200: Overview },
  }),
  async (c) => c.json(await readOverview(callerOf(c))),
);
