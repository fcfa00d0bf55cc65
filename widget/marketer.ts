/** Whether whoever looks at the page is likely to be the one who makes it. */
export const isMarketer = (): boolean =>
  /^(localhost$|127\.|\[)/.test(location.hostname) || location.search.includes('samtykke-debug');
