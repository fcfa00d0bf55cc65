import type { Branding } from '../../contract/branding.ts';
import { readableOn } from './contrast.ts';

/** What a hosted page's own style sheet takes from the brand: colours and width as custom properties. */
export const brandStyles = ({ accent, width }: Branding): string => {
  const colours = accent
    ? `--brand:light-dark(${accent.light},${accent.dark});--on-brand:light-dark(${readableOn(accent.light)},${readableOn(accent.dark)});`
    : '';
  return `:root{${colours}--brand-width:${width}rem}`;
};
