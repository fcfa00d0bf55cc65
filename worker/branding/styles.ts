import type { Branding } from './branding.ts';
import { readableOn } from './contrast.ts';

/** What a hosted page's own style sheet takes from the brand: colours and width as custom properties. */
export const brandStyles = ({ accent, width }: Branding): string => {
  const colours = accent
    ? `--accent:light-dark(${accent.light},${accent.dark});--on-accent:light-dark(${readableOn(accent.light)},${readableOn(accent.dark)});`
    : '';
  return `:root{${colours}--width:${width}rem}`;
};
