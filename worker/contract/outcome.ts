import { z } from 'zod';

/** One thing that a person is told, with the names of what it is about. */
export const OutcomePart = z
  .object({
    text: z.string(),
    items: z.array(z.object({ name: z.string(), description: z.string() })),
  })
  .meta({
    id: 'OutcomePart',
    examples: [
      {
        text: 'You’re signed up at anna@example.com for:',
        items: [{ name: 'Newsletter', description: 'Once a month.' }],
      },
    ],
  });
export type OutcomePart = z.infer<typeof OutcomePart>;

/** What a person is told of what was decided, in their language. */
export const Outcome = z
  .object({
    title: z.string(),
    parts: z.array(OutcomePart),
    /** The label of the link to the preference centre. */
    change: z.string(),
    /** The label of the link to the receipt. */
    proof: z.string(),
    /** Where the form leads instead of showing this, once something is agreed to. */
    redirect: z.string().optional(),
  })
  .meta({ id: 'Outcome' });
export type Outcome = z.infer<typeof Outcome>;
