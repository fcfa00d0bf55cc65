/** Names the log of an installation: where it is served, without the scheme (c2sp.org/tlog-tiles). */
export const originOf = (url: string, number: number): string =>
  `${new URL(url).host}/log/${number}`;
