import { z } from 'zod';
import { Time } from './words.ts';

/** Why a log goes on no more: the ledger lost records that were signed, or holds others than were signed. */
export const Halt = z.enum(['shorter', 'changed', 'behind']);
export type Halt = z.infer<typeof Halt>;

/** `GET /.well-known/samtykke-log` and `GET /v1/log` */
export const LogState = z
  .object({
    /** Its name, and where it is served: its address without the scheme. */
    origin: z.string(),
    /** Where its checkpoint and tiles are (c2sp.org/tlog-tiles). */
    address: z.url(),
    /** How many records are sealed. */
    size: z.number(),
    /** When the last of them were, UTC ms; null before any. */
    signedAt: Time.nullable(),
    haltedAt: Time.nullable(),
    haltedBy: Halt.nullable(),
    /** The public keys that have signed, the oldest first (c2sp.org/signed-note). */
    keys: z.array(z.object({ vkey: z.string(), signedAt: Time })),
  })
  .meta({ id: 'LogState' });
export type LogState = z.infer<typeof LogState>;

/** `POST /v1/log/successor` */
export const LogSuccession = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .meta({ examples: ['Restored the backup of Monday.'] }),
});
