const MOST_PATH = 500;
const MOST_UTM = 10;
const MOST_VALUE = 100;

/** What looks like an address; written as it is, or encoded once or more. */
const looksLikeAddress = (piece: string): boolean => {
  const [name, ...rest] = piece.split(/@|%(?:25)*40/i);
  return name !== '' && rest.some((domain) => /[^.]\../.test(domain));
};

/** Replaces what looks like an email address: the ledger must not hold one. Linear, for anyone may send anything. */
const withoutAddresses = (text: string): string =>
  text
    .split(/([\s/&=+?])/)
    .map((piece) => (looksLikeAddress(piece) ? '…' : piece))
    .join('');

/** The address of a page that people can visit; null for `about:srcdoc`, `data:` and what is none. */
const pageUrl = (page: string | null | undefined): URL | null => {
  const url = page ? URL.parse(page) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
};

/**
 * Returns what is kept of the page that a form was on: origin, path and `utm_*`, cut to what is worth reading.
 * Query and fragment are dropped, and email addresses replaced. A page that is none, or not one of those it may
 * be, leaves the origin that the browser named. It refuses nothing: evidence never stands in the way of a decision.
 */
export const keptPage = (
  page: string | undefined,
  named: string | undefined,
  mayBe: (origin: string) => boolean,
): string | null => {
  const told = pageUrl(page);
  const url = told && mayBe(told.origin) ? told : pageUrl(named);
  if (!url) return null;
  const utm = [...url.searchParams]
    .filter(([name]) => /^utm_[a-z]{1,20}$/.test(name))
    .slice(0, MOST_UTM)
    .map(([name, value]) => [name, value.slice(0, MOST_VALUE)]);
  const query = new URLSearchParams(utm);
  const path = url.pathname.slice(0, MOST_PATH);
  return withoutAddresses(`${url.origin}${path}${query.size > 0 ? `?${query}` : ''}`);
};
