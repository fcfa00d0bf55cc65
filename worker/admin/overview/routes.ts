import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { Right } from '../../contract/rights.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { readOverview } from './needs.ts';

const [first = 'audit', ...others] = Right.options;

/**
 * `GET /v1/overview`: what needs attention (of what the key's rights are about), how many people there are,
 * what was given and withdrawn on each of the last 30 days, how each purpose stands, and how mail fares.
 * Any right will do.
 */
export const overviewRoutes = new Hono<App>().get('/', requires(first, ...others), async (c) =>
  c.json(await readOverview(callerOf(c))),
);
