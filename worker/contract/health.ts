import { z } from 'zod';

/** `GET /v1/health` */
export const Health = z
  .object({
    ok: z.boolean(),
    /** Null where the database cannot be read, or has none. */
    migration: z
      .string()
      .nullable()
      .meta({ examples: ['0025_letters_about_requests.sql'] }),
  })
  .meta({
    id: 'Health',
    description: 'Whether the database is reachable, and its latest migration.',
  });
export type Health = z.infer<typeof Health>;
