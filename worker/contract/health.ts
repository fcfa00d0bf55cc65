import { z } from 'zod';
import { Halt } from './log.ts';

/** `GET /v1/health` */
export const Health = z
  .object({
    ok: z.boolean(),
    /** Null where the database cannot be read, or has none. */
    migration: z
      .string()
      .nullable()
      .meta({ examples: ['0011_ships_with.sql'] }),
    /** What the schedule has tried three times in a row and more, and failed. */
    failingTasks: z.array(z.string()).meta({ examples: [[]] }),
    /** Why the log over the ledger is halted, null where it is not. */
    logHaltedBy: Halt.nullable(),
  })
  .meta({
    id: 'Health',
    description:
      'Whether the database is reachable, its latest migration, and the scheduled tasks that keep failing.',
  });
export type Health = z.infer<typeof Health>;
