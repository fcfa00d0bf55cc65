// What `import { fetchEmbed } from 'samtykke/embed'` brings: a form in pages that a site's server renders.

export type EmbedOptions = {
  /** The language wanted, such as `da`; the form's own when absent. */
  locale?: string;
  /** The address of the page that the form will stand in: the record names it where no script runs. */
  page?: string;
  /** What a visitor without script reads, as a link to the form's own page, if the Worker cannot be reached. */
  link?: string;
  /** For how long the page may wait for the Worker; a second when absent. */
  timeout?: number;
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
};

const USUAL_TIMEOUT_MS = 1000;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The tag that has the browser fetch the form, as in pages that no server renders. */
const tagFor = (hosted: string, form: string, { locale, link }: EmbedOptions): string => {
  const script = `${hosted}.js${locale ? `?locale=${encodeURIComponent(locale)}` : ''}`;
  const inside = link ? `<a href="${escaped(hosted)}">${escaped(link)}</a>` : '';
  return `<script async src="${escaped(script)}"></script><samtykke-form form="${escaped(form)}">${inside}</samtykke-form>`;
};

/**
 * Fetches a form as HTML to put into a page, with a declarative shadow root: visitors see it at once, and can answer it
 * without JavaScript. Resolves with the form's tag instead if the Worker says no, or nothing in time, so a page never
 * waits or fails for it; the element then says in the page what is wrong. Keep what it resolves with for a minute or so.
 *
 * @param host The address of your Worker.
 * @example
 * const html = await fetchEmbed('https://consent.example.com', 'newsletter', { locale: 'en' });
 */
export const fetchEmbed = async (
  host: string,
  form: string,
  options: EmbedOptions = {},
): Promise<string> => {
  const { locale, page, timeout = USUAL_TIMEOUT_MS, fetch: ask = fetch } = options;
  const hosted = new URL(`/f/${encodeURIComponent(form)}`, host).href;
  const url = new URL(`${hosted}/embed`);
  if (locale) url.searchParams.set('locale', locale);
  if (page) url.searchParams.set('page', page);
  try {
    const answer = await ask(url.href, { signal: AbortSignal.timeout(timeout) });
    if (answer.ok) return await answer.text();
  } catch {
    // The visitor's browser may reach what this server does not.
  }
  return tagFor(hosted, form, options);
};

/** Makes a script again: one that was parsed with a part of a page does not run. */
const revived = (script: HTMLScriptElement): HTMLScriptElement => {
  const fresh = document.createElement('script');
  for (const { name, value } of script.attributes) fresh.setAttribute(name, value);
  fresh.text = script.text;
  return fresh;
};

/**
 * Puts that HTML into an element of a page that is open already, as routers do that fetch a part of a page: assigning
 * `innerHTML` would leave out the shadow root, and run no script.
 */
export const placeEmbed = (target: Element, html: string): void => {
  target.setHTMLUnsafe(html);
  for (const script of target.querySelectorAll('script')) script.replaceWith(revived(script));
};
