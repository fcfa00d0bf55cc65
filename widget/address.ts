/** Where a definition is fetched and where its submissions go, below the Worker's own address. */
export const formAddress = (host: string, form: string): string =>
  `${host}v1/forms/${encodeURIComponent(form)}`;

/** The language an element speaks: its own, the page's, the browser's. */
export const wantedLocale = (element: Element): string =>
  element.getAttribute('locale') ||
  element.closest('[lang]')?.getAttribute('lang') ||
  navigator.language;

/** The address of the definition that an element shows, as a whole form or as the consent part. */
export const definitionAddress = (
  element: Element & { host?: string },
  form: string,
  part: string,
): string =>
  `${formAddress(element.host ?? '', form)}?locale=${wantedLocale(element)}&part=${part}`;
