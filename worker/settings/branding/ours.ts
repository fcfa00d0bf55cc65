import type { Colours } from '../../contract/style.ts';
import { contrast } from './contrast.ts';

/** The accent of pages, emails and forms where nobody has chosen another. */
export const ourAccent: Colours = { light: '#2f5bd0', dark: '#7d9dff' };

/** What hosted pages and most sites have behind a form. */
export const ourCard: Colours = { light: '#ffffff', dark: '#1e2129' };

/** In which schemes an accent stands out too little from our cards (WCAG 2.2, 1.4.11). */
export const faintIn = (accent: Colours | null): ('light' | 'dark')[] =>
  (['light', 'dark'] as const).filter(
    (scheme) => accent && contrast(accent[scheme], ourCard[scheme]) < 3,
  );
