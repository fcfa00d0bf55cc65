import { z } from 'zod';
import { Stopped } from './connections.ts';
import { OutboxHealth } from './emails.ts';
import { Halt } from './log.ts';
import { WebhookState } from './webhooks.ts';
import { Decision, Id, Key, Time } from './words.ts';

/** Something that someone should see to, the most pressing first. Negative hours and days are too late. */
export const Need = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('breach'), id: Id, title: z.string(), hours: z.number() }),
    z.object({ kind: z.literal('breach-reports'), count: z.number() }),
    z.object({ kind: z.literal('request'), number: z.number(), days: z.number() }),
    z.object({
      kind: z.literal('due-notices'),
      count: z.number(),
      late: z.number().meta({ description: 'Of these, whose deadline has passed.' }),
    }),
    z.object({ kind: z.literal('failed-emails'), count: z.number() }),
    z.object({
      kind: z.literal('failing-task'),
      task: z.string().meta({ examples: ['retention'] }),
      since: Time,
      tries: z.number().meta({ description: 'How often it has failed in a row.' }),
      error: Id.meta({ description: 'The id under which the log has the last failure.' }),
    }),
    z.object({ kind: z.literal('log-halted'), by: Halt, since: Time }),
    z.object({
      kind: z.literal('connection'),
      id: Id,
      name: z.string(),
      why: z.enum([...Stopped.options, 'failed']).meta({
        description: '`failed`: its last run did; it is tried again.',
      }),
    }),
    z.object({
      kind: z.literal('differences'),
      id: Id.meta({ description: 'The connected tool.' }),
      name: z.string(),
      count: z.number().meta({ description: 'What its last comparison left as it was.' }),
    }),
    z.object({
      kind: z.literal('webhook'),
      id: Id,
      name: z.string(),
      state: WebhookState.meta({ description: '`active`: it is still tried.' }),
      since: Time.nullable().meta({ description: 'Since when nothing has arrived.' }),
    }),
    z.object({ kind: z.literal('no-public-url') }),
    z.object({ kind: z.literal('no-sender') }),
    z.object({ kind: z.literal('no-privacy-link') }),
  ])
  .meta({ id: 'Need', examples: [{ kind: 'request', number: 12, days: 3 }] });
export type Need = z.infer<typeof Need>;

/** What was decided on a day, of all purposes. */
const DayCounts = z
  .object({
    day: z.iso.date(),
    /** Consents that people gave and withdrew, themselves or by telling a user. */
    given: z.number(),
    withdrawn: z.number(),
    /** How often people were told of a purpose that needs no consent. */
    informed: z.number(),
    /** What was registered, imported or set in bulk, and what ended because a person was erased. */
    imported: z.number(),
    erased: z.number(),
  })
  .meta({ id: 'DayCounts' });

/** `GET /v1/overview`: what needs attention, and how things go. */
export const Overview = z
  .object({
    needs: z.array(Need),
    people: z.number(),
    mail: OutboxHealth.nullable().meta({ description: 'Null without the right `mail`.' }),
    days: z.array(DayCounts),
    standings: z.array(z.object({ purpose: Key, counts: z.partialRecord(Decision, z.number()) })),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof Overview>;
