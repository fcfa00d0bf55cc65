import { z } from 'zod';
import { FormDefinition } from '../../worker/contract/definition.ts';
import { openDatabase } from '../../worker/platform/database.ts';
import type { Env } from '../../worker/platform/env.ts';
import { DAY } from '../../worker/platform/time.ts';
import { FIRST_LIST_DAYS, liveThrough } from './history.ts';
import { seed } from './seed.ts';
import { byActs } from './set-up.ts';
import { openStage } from './stage.ts';

/** Where the demo is served, and its forms by their keys. */
const Asked = z.object({ demo: z.string(), forms: z.record(z.string(), FormDefinition) });

/** A Worker on the demo's database that gives it 90 days of history, unless it has people already. */
export default {
  fetch: async (request, env) => {
    if (request.method !== 'POST') return new Response('ready');
    const known = await openDatabase(env).prepare('SELECT id FROM person LIMIT 1').first();
    if (known) return new Response('There is a history.');
    const { demo, forms } = Asked.parse(await request.json());
    const now = Date.now();
    const stage = openStage(env);
    const setup = byActs(stage, demo, now - (FIRST_LIST_DAYS + 1) * DAY);
    await setup.setting('time-zone', 'Europe/Copenhagen');
    await seed(setup, forms);
    await liveThrough(stage, { now, site: demo });
    return new Response('There is a history now.');
  },
} satisfies ExportedHandler<Env>;
