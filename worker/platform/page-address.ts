/** What looks like an address in a path or a utm value; the ledger must not hold one. */
const address = /[^\s/@&=+]+(@|%40)[^\s/@&=+]+\.[^\s/@&=+]+/gi;

/**
 * What the ledger keeps of the page a form stood on: origin, path and `utm_*`. Query and fragment are
 * dropped, and what looks like an e-mail address is blotted out.
 */
export const keptPage = (page: string | undefined): string | null => {
  const url = page ? URL.parse(page) : null;
  if (!url) return null;
  const utm = [...url.searchParams].filter(([name]) => /^utm_[a-z]+$/.test(name));
  const query = new URLSearchParams(utm.map(([name, value]) => [name, value.slice(0, 100)]));
  const kept = `${url.origin}${url.pathname.slice(0, 500)}${query.size > 0 ? `?${query}` : ''}`;
  return kept.replace(address, '…');
};
