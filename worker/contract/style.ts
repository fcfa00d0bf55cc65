import { z } from 'zod';

const Colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'Give a colour as #rrggbb.');

/** A colour on light pages and on dark ones. */
export const Colours = z.strictObject({ light: Colour, dark: Colour });
export type Colours = z.infer<typeof Colours>;

/** The colours that a form may have of its own. */
export const styleColours = ['accent', 'error', 'border', 'field', 'dialog'] as const;
/** The lengths that it may, in rem. */
export const styleLengths = ['radius', 'gap'] as const;

/**
 * How one form looks, by the names of its style tokens (`--samtykke-accent` …). What is left out is as on
 * any form; a token that the page itself sets goes before. Text on the accent and in the pop-up is black or
 * white, whichever reads better.
 */
export const FormStyle = z.strictObject({
  accent: Colours.optional(),
  error: Colours.optional(),
  border: Colours.optional(),
  field: Colours.optional(),
  dialog: Colours.optional(),
  radius: z.number().min(0).max(3).optional(),
  gap: z.number().min(0.25).max(4).optional(),
});
export type FormStyle = z.infer<typeof FormStyle>;
