import { z } from 'zod';
import { LocalAddress, PublicAddress } from './address.ts';
import { Time } from './words.ts';

/** Why a log is halted: the ledger lost records that were signed, or holds others than were signed. */
export const Halt = z.enum(['shorter', 'changed', 'behind']);
export type Halt = z.infer<typeof Halt>;

/** A public key as it is exchanged: name, id and key (c2sp.org/signed-note). */
const Vkey = z
  .string()
  .trim()
  .max(500)
  .regex(/^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]+=*$/, 'Enter a public key: name+id+key')
  .meta({
    examples: ['other.example/witness+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
  });

/** Where another server is asked: on the internet, or on this machine, which only development does. */
const Address = z
  .union([PublicAddress, LocalAddress], 'Enter an address that begins with https://')
  .meta({ examples: ['https://other.example/witness'] });

/** Who gets copies of checkpoints: a server at an address, or those who read a mailbox. */
const Receiver = z
  .union(
    [PublicAddress, LocalAddress, z.email().max(254)],
    'Enter an email address, or an address that begins with https://',
  )
  .meta({ examples: ['archive@example.com'] });

const Witness = z.strictObject({
  /** Its key for cosignatures, of type 4 (c2sp.org/tlog-cosignature). */
  vkey: Vkey,
  /** What stands before `/add-checkpoint` in its address (c2sp.org/tlog-witness). */
  url: Address,
});

/** What an operator sets of the log. */
export const LogSetting = z
  .strictObject({
    /** Asked to cosign each checkpoint. */
    witnesses: z.array(Witness).max(10),
    /** Keys of other logs, whose checkpoints this installation cosigns where it is asked to. */
    witnessed: z.array(Vkey).max(100),
    /** An authority that is asked for a timestamp once a day (RFC 3161); empty asks none. */
    timestamps: z
      .union(
        [PublicAddress, LocalAddress, z.literal('')],
        'Enter an address that begins with https://',
      )
      .meta({ examples: ['https://authority.example/tsr'] }),
    /** Who gets each new checkpoint to keep: an address by POST, a mailbox by email, once an hour at most. */
    receivers: z.array(Receiver).max(10),
  })
  .meta({ id: 'LogSetting' });
export type LogSetting = z.infer<typeof LogSetting>;

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
    /** Whom it asks to cosign, and what each last cosigned. */
    witnesses: z.array(z.object({ vkey: z.string(), size: z.number(), at: Time.nullable() })),
    /** When an authority last gave a timestamp, and of which size; null before any. */
    timestamp: z.object({ size: z.number(), at: Time }).nullable(),
    /** The key with which it cosigns other logs; null without `WITNESS_KEY`. */
    witness: z.string().nullable(),
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
