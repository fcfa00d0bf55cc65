import { z } from 'zod';
import { Key } from './words.ts';

/** `GET /v1/retention`: what will be over within some days, and why; no count goes beyond ten thousand. */
export const Upcoming = z
  .object({
    purposes: z.array(z.object({ purpose: Key, days: z.number(), count: z.number() })),
    submissions: z.object({ days: z.number(), count: z.number() }),
    staleDays: z.number(),
  })
  .meta({ id: 'Upcoming' });
export type Upcoming = z.infer<typeof Upcoming>;
