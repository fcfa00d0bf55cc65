import type { Branding } from '../contract/branding.ts';
import type { Draft } from '../contract/draft.ts';
import { fieldKinds } from '../contract/field-kinds.ts';
import type { Warning } from '../contract/forms.ts';
import type { WholeLists } from '../lists/whole.ts';
import { contrast } from '../settings/branding/contrast.ts';
import { faintIn, ourCard } from '../settings/branding/ours.ts';
import { missingTexts } from './check.ts';
import { definitionOf } from './draft.ts';

/** More than these many fields besides the address need a reason. */
const FEW = 4;
const THIN = 80;

/** How texts say that one may take it back, in the languages that the console's users write. */
const wayBack =
  /withdraw|take (it|this|that) back|change your mind|object|unsubscribe|stop|fortryd|trække|indsigelse|afmeld|widerruf|widersprech|återkalla|ångra|trekke|ombestem|intrekken|peruut|retir|oppos|retirar|revoc|ritir|wycofa|سحب|تغيير رأيك/i;

const purposeWarnings = (draft: Draft, lists: WholeLists): Warning[] =>
  draft.sections
    .flatMap(({ purposes }) => purposes)
    .flatMap(({ purpose }) => {
      const entry = lists.purposes.find(({ key }) => key === purpose);
      return draft.locales.flatMap((locale): Warning[] => {
        const texts = entry?.texts[locale] ?? entry?.texts[draft.locale] ?? {};
        const { description = '', privacyUrl } = texts;
        return [
          ...(privacyUrl ? [] : [{ code: 'no-privacy-link', purpose, locale } as const]),
          ...(description.length < THIN ? [{ code: 'thin-text', purpose, locale } as const] : []),
          ...(wayBack.test(description) ? [] : [{ code: 'no-way-back', purpose, locale } as const]),
        ];
      });
    });

/** What the colours of a form must stand out by: from text 4.5, from what is larger 3 (WCAG 2.2). */
const leasts = { accent: 3, error: 4.5, border: 3 } as const;

/** Where a form may stand: on a page, and in a pop-up of its own colour. */
const styleWarnings = ({ style = {} }: Draft): Warning[] =>
  (['accent', 'error', 'border'] as const).flatMap((token) =>
    (['light', 'dark'] as const).flatMap((scheme): Warning[] => {
      const colour = style[token]?.[scheme];
      if (!colour) return [];
      const grounds = [ourCard[scheme], style.dialog?.[scheme] ?? ourCard[scheme]];
      const ratio = Math.min(...grounds.map((ground) => contrast(colour, ground)));
      const least = leasts[token];
      return ratio < least
        ? [{ code: 'low-own-contrast', token, scheme, ratio: ratio.toFixed(1), least }]
        : [];
    }),
  );

/** What could be better about a form as it is being written; none of it keeps it from being published. */
export const warningsOf = (
  draft: Draft,
  lists: WholeLists,
  { accent }: Pick<Branding, 'accent'>,
): Warning[] => {
  const fields = draft.sections.flatMap((section) => section.fields);
  const asked = fields.filter(
    ({ key, kind }) => key !== 'email' && !fieldKinds[kind].unseen && !fieldKinds[kind].silent,
  ).length;
  return [
    ...(draft.origins.length === 0 ? [{ code: 'no-origin' } as const] : []),
    ...(draft.sections.some(({ purposes }) => purposes.length > 0)
      ? []
      : [{ code: 'no-purpose' } as const]),
    ...purposeWarnings(draft, lists),
    ...(asked > FEW ? [{ code: 'many-fields', count: asked } as const] : []),
    ...faintIn(draft.style?.accent ? null : accent).map(
      (scheme): Warning => ({ code: 'low-contrast', scheme }),
    ),
    ...styleWarnings(draft),
    ...draft.locales.flatMap((locale): Warning[] => {
      const missing = missingTexts(definitionOf(draft), locale);
      return missing.length > 0 ? [{ code: 'missing-translation', locale, fields: missing }] : [];
    }),
  ];
};
