/** Where a definition is fetched and where its submissions go, below the Worker's own address. */
export const formAddress = (host: string, form: string): string =>
  `${host}v1/forms/${encodeURIComponent(form)}`;

/** The page on which a form stands alone. */
export const formPage = (host: string, form: string): string =>
  `${host}f/${encodeURIComponent(form)}`;

/** The language an element speaks: its own, the page's, the browser's. From a shadow root no ancestor is found. */
export const wantedLocale = (element: Element & { locale?: string | null }): string =>
  element.locale ||
  element.getAttribute('locale') ||
  (element.closest('[lang]') ?? document.documentElement).getAttribute('lang') ||
  navigator.language;

/** The address of the definition that an element shows, as a whole form or as the consent part. */
export const definitionAddress = (
  element: Element & { host?: string },
  form: string,
  part: string,
): string =>
  `${formAddress(element.host ?? '', form)}?locale=${wantedLocale(element)}&part=${part}`;

/** More of a page's address than this is not kept. */
const MOST_PAGE = 2000;

/** The page that the visitor is on, without its fragment; of a frame that has no address, the page around it. */
export const pageAddress = (): string =>
  (/^http/.test(location.href) ? location.href : document.baseURI)
    .replace(/#.*/s, '')
    .slice(0, MOST_PAGE);
