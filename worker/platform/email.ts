/** What browsers accept in `<input type=email>` (HTML, 4.10.5.1.5), with a dot asked for in the domain. */
const valid =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

const asciiDomain = (domain: string): string | null => {
  if (/[/?#:@\\\s]/.test(domain)) return null;
  return URL.parse(`https://${domain}`)?.hostname ?? null;
};

/** An address as its owner knows it again and nobody else reads it: `a…@example.com`. */
export const masked = (email: string): string => email.replace(/^(.).*@/, '$1…@');

/**
 * The one spelling under which an address is kept: trimmed, lower case, the domain in ASCII
 * (RFC 5891). Null for what is no address, or is longer than the 254 characters of RFC 5321.
 */
export const normaliseEmail = (written: string): string | null => {
  const text = written.trim().normalize('NFC').toLowerCase();
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64 || text.length > 254) return null;
  const domain = asciiDomain(text.slice(at + 1));
  const email = `${text.slice(0, at)}@${domain}`;
  return domain && valid.test(email) ? email : null;
};
