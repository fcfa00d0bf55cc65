import { z } from 'zod';
import { Colours } from './style.ts';
import { Locale, Typed } from './words.ts';

/** What the preference centre says above itself, where it is not to say its own words; and where hosted pages link to. */
export const CentreTexts = z.strictObject({
  title: Typed.min(1).max(100).optional(),
  intro: Typed.min(1).max(1000).optional(),
  /** The privacy statement; that of the first purpose where it is left out. */
  privacyUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
});
export type CentreTexts = z.infer<typeof CentreTexts>;

/**
 * How hosted pages and emails look. The logo is an image in the setting itself, so that no page loads
 * anything from elsewhere; `width` is that of a page's card, in rem.
 */
export const Branding = z.strictObject({
  logo: z
    .string()
    .max(84_000, 'A logo is at most 60 kB.')
    .regex(
      /^(data:image\/(png|jpeg|webp|svg\+xml);base64,[a-zA-Z0-9+/]+=*)?$/,
      'A logo is a PNG, JPEG, WebP or SVG of at most 60 kB.',
    )
    .meta({ examples: [''] }),
  accent: Colours.nullable(),
  width: z.int().min(24).max(72),
  texts: z.record(Locale, CentreTexts),
});
export type Branding = z.infer<typeof Branding>;
