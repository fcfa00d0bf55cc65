import { html, raw } from 'hono/html';
import { directionOf } from '../../widget/locales/texts.ts';
import { type Look, readLook } from '../forms/looks.ts';
import { pageStyle } from '../forms/style.ts';
import type { Database } from '../platform/database.ts';
import { shownWords } from '../proof/shown-words.ts';
import { brandStyles } from '../settings/branding/styles.ts';
import { knownBrand } from '../settings/known-brand.ts';
import { renderStatement } from './element.ts';

/** How a statement looked: the element, and the version of the form that it is of. */
export type Looked = { element: string; look: Look | null };

/** Renders how a statement looked, from its words and the style of its version; null where it is of no known kind. */
export const readLooked = async (
  db: Database,
  content: string,
  host: string,
): Promise<Looked | null> => {
  const words = shownWords(content);
  if (!words) return null;
  const { form, version } = words;
  const [element, look] = await Promise.all([
    renderStatement(JSON.parse(content), host),
    form === null ? null : readLook(db, form, version),
  ]);
  return element === null ? null : { element, look };
};

const around = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { max-inline-size: 36rem; margin: 0 auto; padding: 1.5rem; }
samtykke-form, samtykke-preferences { --samtykke-accent: var(--brand, light-dark(#2f5bd0, #7d9dff)); --samtykke-on-accent: var(--on-brand, light-dark(#fff, #10131c)); }`;

/** Writes how a statement looked as a page of its own, which opens anywhere; empty where it is of no known kind. */
export const lookedPage = async (db: Database, content: string, host: string): Promise<string> => {
  const [looked, brand] = await Promise.all([readLooked(db, content, host), knownBrand(db)]);
  const words = shownWords(content);
  if (!looked || !words) return '';
  const { locale, form, version } = words;
  const title = form === null ? 'preferences' : `${form} (${version})`;
  const styles = `${around}${brandStyles(brand)}${pageStyle(looked.look?.style)}`;
  return String(
    await html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${raw(styles)}</style></head>
<body>${raw(looked.element)}</body>
</html>`,
  );
};
