import { z } from 'zod';
import { OutboxHealth } from './emails.ts';
import { Decision, Id, Key } from './words.ts';

/** Something that someone should see to, the most pressing first. Negative hours and days are too late. */
export const Need = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('breach'), id: Id, title: z.string(), hours: z.number() }),
    z.object({ kind: z.literal('request'), number: z.number(), days: z.number() }),
    z.object({ kind: z.literal('due-notices'), count: z.number() }),
    z.object({ kind: z.literal('failed-emails'), count: z.number() }),
    z.object({ kind: z.literal('no-public-url') }),
    z.object({ kind: z.literal('no-sender') }),
    z.object({ kind: z.literal('no-privacy-link') }),
  ])
  .meta({ id: 'Need', examples: [{ kind: 'request', number: 12, days: 3 }] });
export type Need = z.infer<typeof Need>;

/** `GET /v1/overview`: what needs attention, and how things go. */
export const Overview = z
  .object({
    needs: z.array(Need),
    people: z.number(),
    mail: OutboxHealth.nullable().meta({ description: 'Null without the right `mail`.' }),
    days: z.array(z.object({ day: z.iso.date(), given: z.number(), withdrawn: z.number() })),
    standings: z.array(z.object({ purpose: Key, counts: z.partialRecord(Decision, z.number()) })),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof Overview>;
