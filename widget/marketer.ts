/** Whether the visitor of the page is likely to be its maker. */
export const isMarketer = (): boolean =>
  /^(localhost$|127\.|\[)/.test(location.hostname) || location.search.includes('samtykke-debug');
