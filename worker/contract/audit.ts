import { z } from 'zod';
import { ActorName, Time } from './words.ts';

/** What of the log is wanted: each narrows it; `before` is a sequence number to go on from. */
export const ActsQuery = z.object({
  actor: z.string().max(100).default(''),
  act: z.string().max(100).default(''),
  object: z.string().max(200).default(''),
  before: z.coerce.number().int().positive().default(Number.MAX_SAFE_INTEGER),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type ActsQuery = z.infer<typeof ActsQuery>;

/** An act as the log holds it. */
export const KeptAct = z
  .object({
    sequence: z.number(),
    actor: ActorName,
    act: z.string().meta({ examples: ['form.publish'] }),
    object: z.string().meta({ examples: ['newsletter@3'] }),
    before: z.unknown(),
    after: z.unknown(),
    recordedAt: Time,
  })
  .meta({ id: 'Act' });
export type KeptAct = z.infer<typeof KeptAct>;

/** `GET /v1/audit`, the newest first; `next` is the `before` of the page after. */
export const ActsPage = z.object({ acts: z.array(KeptAct), next: z.number().nullable() });
