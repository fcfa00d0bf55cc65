import { autonym } from '../../widget/locales/autonym.ts';
import { locales } from '../../widget/locales/texts.ts';
import type { AppContext } from '../platform/env.ts';

/** A language that a page can be read in, by its own name, and where. */
export type Language = { locale: string; name: string; url: string };

/** Pages that answer a post, and can be opened by their address as well. */
const opened = /^\/(?:preferences|address\/[^/]+|confirm\/[^/]+|v1\/unsubscribe\/[^/]+)$/;

/** Where the page that is answered can be opened; null where only a post leads to it. */
const addressOf = ({ req: { method, path } }: AppContext): string | null => {
  if (method === 'GET' || opened.test(path)) return path;
  return path.startsWith('/preferences/') ? '/preferences' : null;
};

/** Lists the languages that a page can be read in; none where it cannot be opened again, or has only one. */
export const languagesOf = (c: AppContext, offered: readonly string[] = locales): Language[] => {
  const path = addressOf(c);
  if (path === null || offered.length < 2) return [];
  return offered.map((locale) => {
    const query = new URLSearchParams(path === c.req.path ? c.req.query() : {});
    query.set('locale', locale);
    return { locale, name: autonym(locale), url: `${path}?${query}` };
  });
};
