import { z } from 'zod';

const Colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'Give a colour as #rrggbb.')
  .meta({ examples: ['#1d4ed8'] });

/** A colour on light pages and on dark ones. */
export const Colours = z.strictObject({ light: Colour, dark: Colour });
export type Colours = z.infer<typeof Colours>;

/** The colours that a form may have of its own. */
export const styleColours = ['accent', 'error', 'border', 'field', 'dialog'] as const;
/** The lengths that it may, in rem: their bounds, and what forms have without one. */
export const lengths = {
  radius: { least: 0, most: 3, usual: 0.4 },
  gap: { least: 0.25, most: 4, usual: 1.1 },
} as const;
/** The size (px) that 1rem is of, unless a site or a visitor has another. */
export const REM_PX = 16;
export const styleLengths = ['radius', 'gap'] as const satisfies (keyof typeof lengths)[];

const between = (least: number, most: number): string =>
  `Enter ${least * REM_PX} to ${most * REM_PX} px (${least} to ${most}rem).`;

const length = ({ least, most }: { least: number; most: number }) =>
  z.number().min(least, between(least, most)).max(most, between(least, most)).optional();

/**
 * How one form looks, by the names of its style tokens (`--samtykke-accent` …). What is left out is as on
 * any form; a token that the page itself sets goes before. Text on the accent and in the pop-up is black or
 * white, whichever reads better.
 */
export const FormStyle = z
  .strictObject({
    accent: Colours.optional(),
    error: Colours.optional(),
    border: Colours.optional(),
    field: Colours.optional(),
    dialog: Colours.optional(),
    radius: length(lengths.radius),
    gap: length(lengths.gap),
  })
  .meta({ id: 'FormStyle' });
export type FormStyle = z.infer<typeof FormStyle>;
