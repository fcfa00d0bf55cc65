import { z } from 'zod';
import { Id, Key, Locale, OneLine, Time } from './words.ts';

/** The tools that can be connected; a folder each in worker/connectors. */
export const ConnectorKey = z
  .enum(['listmonk', 'mailchimp', 'brevo', 'customerio', 'superoffice', 'hubspot', 'klaviyo'])
  .meta({ id: 'ConnectorKey', description: 'A tool that can be connected.' });
export type ConnectorKey = z.infer<typeof ConnectorKey>;

/** A purpose or subscription type, as `purpose:e-marketing`, `subscription:newsletter`. */
export const ItemName = z
  .string()
  .regex(/^(purpose|subscription):[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/)
  .meta({ examples: ['subscription:newsletter'] });

/** What one of our items is at the tool: the id of a list, topic or consent there. */
export const Mapped = z.strictObject({
  item: ItemName,
  target: z
    .string()
    .min(1)
    .max(100)
    .meta({ examples: ['3'] }),
});
export type Mapped = z.infer<typeof Mapped>;

const isOnce = (values: readonly string[]): boolean => new Set(values).size === values.length;

export const Mapping = z
  .array(Mapped)
  .max(100)
  .refine(
    (rows) => isOnce(rows.map(({ item }) => item)) && isOnce(rows.map(({ target }) => target)),
    'Map each item once, and each list once.',
  );

/** The way into a tool: its address and credentials, by name, as the connector asks for them. */
const Settings = z.record(Key, z.string().max(4000));

/** `POST /v1/connections` */
export const NewConnectionBody = z
  .strictObject({ connector: ConnectorKey, name: OneLine.min(1), settings: Settings })
  .meta({
    examples: [
      {
        connector: 'listmonk',
        name: 'Our listmonk',
        settings: { url: 'https://lists.example.com', user: 'samtykke', token: 'secret' },
      },
    ],
  });
export type NewConnectionBody = z.infer<typeof NewConnectionBody>;

/** How many changes a run may make before it stops and asks. */
const Limit = z.number().int().min(1).max(10_000_000);

/** `PUT /v1/connections/{id}`: settings that are left out stay; another mapping needs another dry run. */
export const ConnectionBody = z
  .strictObject({
    name: OneLine.min(1),
    settings: Settings.default({}),
    mapping: Mapping,
    limit: Limit,
    /** The locale in which people who are only known there are added here; null where they are not. */
    takesIn: Locale.nullable(),
  })
  .meta({
    examples: [
      {
        name: 'Our listmonk',
        settings: {},
        mapping: [{ item: 'subscription:newsletter', target: '3' }],
        limit: 500,
        takesIn: null,
      },
    ],
  });
export type ConnectionBody = z.infer<typeof ConnectionBody>;

/** What can be done with a connection. */
export const ConnectionAct = z.enum(['dry-run', 'start', 'pause', 'reconcile']);
export type ConnectionAct = z.infer<typeof ConnectionAct>;
export const ConnectionActBody = z.strictObject({ act: ConnectionAct });

/** Why two sides that differ are left as they are. */
export const Difference = z.enum([
  'yes-not-given',
  'blocked-there',
  'undeliverable',
  'shared-address',
  'unconfirmed',
  'refused-by-tool',
  'lifted-there',
]);
export type Difference = z.infer<typeof Difference>;

/** What a run does, or a dry run would do: written there, recorded here. */
export const Counted = z.enum(['on-there', 'off-there', 'yes-here', 'no-here']);
export type Counted = z.infer<typeof Counted>;

/** Tells what is left as it is from what is done about it. */
export const isDifference = (what: Counted | Difference): what is Difference =>
  Difference.safeParse(what).success;

/** What a whole comparison of the two sides found. */
export const Report = z
  .object({
    kind: z.enum(['dry-run', 'reconcile']),
    startedAt: Time,
    endedAt: Time.nullable(),
    /** How many contacts the tool has, and how many of those are known here. */
    there: z.number(),
    known: z.number(),
    changes: z.object({
      'on-there': z.number(),
      'off-there': z.number(),
      'yes-here': z.number(),
      'no-here': z.number(),
    }),
    differences: z.partialRecord(Difference, z.number()),
    /** Some people for each: people who are known here, by id. */
    samples: z.array(
      z.object({ person: Id, item: ItemName, what: z.union([Counted, Difference]) }),
    ),
  })
  .meta({ id: 'ConnectionReport' });
export type Report = z.infer<typeof Report>;

export const ConnectionState = z.enum(['draft', 'live', 'paused']);
export type ConnectionState = z.infer<typeof ConnectionState>;

/** Why a connection does not run, or not for all that is mapped: set automatically after a run. */
export const Stopped = z.enum([
  'over-limit',
  'refused',
  'unreachable',
  'list-gone',
  'erasure-refused',
]);
export type Stopped = z.infer<typeof Stopped>;

/** A connected tool, without its secrets. */
export const Connection = z
  .object({
    id: Id,
    connector: ConnectorKey,
    name: z.string(),
    settings: z.record(z.string(), z.string()),
    mapping: Mapping,
    limit: z.number(),
    /** The locale in which people who are only known there are added here; null where they are not. */
    takesIn: Locale.nullable(),
    state: ConnectionState,
    stopped: Stopped.nullable(),
    createdAt: Time,
    /** The last dry run of this mapping, and the last reconcile; null where there was none. */
    dryRun: Report.nullable(),
    reconciled: Report.nullable(),
    /** How far a comparison that runs now has got. */
    running: Report.nullable(),
  })
  .meta({ id: 'Connection' });
export type Connection = z.infer<typeof Connection>;

export const Connections = z.object({ connections: z.array(Connection) });

/** A list, topic or consent that a tool has. */
export const Target = z.object({ id: z.string(), name: z.string() }).meta({ id: 'ToolTarget' });
export type Target = z.infer<typeof Target>;
export const Targets = z.object({ targets: z.array(Target) });

/** How a person stands at a connected tool. */
export const ConnectedPerson = z
  .object({
    connection: z.string(),
    connector: ConnectorKey,
    items: z.array(
      z.object({
        item: ItemName,
        /** `unasked` sends too, though nobody chose it there. */
        state: z.enum(['on', 'off', 'pending', 'absent', 'unasked']),
        /** Since when by the tool's clock, and by ours; null where the tool does not say. */
        at: Time.nullable(),
        seenAt: Time,
        difference: Difference.nullable(),
      }),
    ),
  })
  .meta({ id: 'ConnectedPerson' });
export type ConnectedPerson = z.infer<typeof ConnectedPerson>;

/** An erasure that was passed on to a tool, and what it answered. */
export const PassedOn = z.object({
  connection: z.string(),
  person: Id,
  askedAt: Time,
  answer: z.enum(['erased', 'not-there']).nullable(),
  answeredAt: Time.nullable(),
});
export type PassedOn = z.infer<typeof PassedOn>;
