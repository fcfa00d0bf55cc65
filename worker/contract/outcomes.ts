import { z } from 'zod';
import { Email, Id } from './words.ts';

/**
 * What comes of a person in an import or in bulk: added or changed, unchanged because it is so already, or
 * left alone because of the no that they said. And of undoing it: restored to what stood before, erased if the
 * import had added them, or left because something came since.
 */
export const Outcome = z
  .enum([
    'new',
    'changed',
    'unchanged',
    'refused',
    'withdrawn',
    'objected',
    'restricted',
    'expired',
    'restored',
    'erased',
    'left',
  ])
  .meta({
    id: 'JobOutcome',
    description:
      '`new`, `changed`, `unchanged`, or the decision because of which the person is left alone; of an undo `restored`, `erased`, or `left` because something came since.',
  });
export type Outcome = z.infer<typeof Outcome>;

/** How many people an outcome is of; the first of them only for callers with `people-read`. */
export const OutcomeCount = z
  .object({
    outcome: Outcome,
    count: z.number(),
    sample: z.array(
      z.object({
        id: Id.nullable().meta({ description: 'null if the person is not known yet' }),
        email: Email,
      }),
    ),
  })
  .meta({ id: 'OutcomeCount' });
export type OutcomeCount = z.infer<typeof OutcomeCount>;

/** How many people of each outcome a job has seen. */
export const OutcomeTotals = z.partialRecord(Outcome, z.number());
export type OutcomeTotals = z.infer<typeof OutcomeTotals>;
