/** Names the log of an installation: where it is served, without the scheme (c2sp.org/tlog-tiles). */
export const originOf = (url: string, number: number): string =>
  `${new URL(url).host}/log/${number}`;

/** Reads which of an installation's logs a name is of; null where it is none of ours. */
export const numberOf = (origin: string): number | null => {
  const [, number] = /\/log\/([1-9]\d{0,8})$/.exec(origin) ?? [];
  return number === undefined ? null : Number(number);
};
