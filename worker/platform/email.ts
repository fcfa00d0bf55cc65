import { z } from 'zod';
import { bareAddress } from '../contract/tidy.ts';
import { ENTER_EMAIL } from './problems/plain.ts';

/** What browsers accept in `<input type=email>` (HTML, 4.10.5.1.5), with a dot asked for in the domain. */
const valid =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Letters, digits and hyphens of any script (RFC 5890 §2.3.2.3), with dots between. */
const named = /^[\p{L}\p{M}\p{N}.-]+$/u;

/** A last label of digits, or of a hexadecimal number, would be an IPv4 address to a URL and is no domain. */
const numbered = /(?:^|\.)(?:\d+|0x[\da-f]*)$/;

/**
 * Returns a domain in ASCII. Only mail's own rules decide what a domain is (RFC 5321 §4.1.2); a URL's would take
 * `127.1` for an address and cut off a port. They are asked for one thing: to write letters of other scripts in
 * ASCII (RFC 5891).
 */
const asciiDomain = (domain: string): string | null => {
  if (!named.test(domain) || numbered.test(domain)) return null;
  if (/^[a-z\d.-]+$/.test(domain)) return domain;
  const host = URL.parse(`https://${domain}`)?.hostname;
  return host && !numbered.test(host) ? host : null;
};

/** An address as its owner knows it again and nobody else reads it: `a…@example.com`. */
export const masked = (email: string): string => email.replace(/^(.).*@/, '$1…@');

/** What reads as an address or as a phone number within a text; a date or an IP address does not. */
const contact =
  /[^\s@<>"',;:()[\]]{1,64}@[^\s@<>"',;:()[\]]{1,253}|(?<![\w.-])(?:\+\d(?:[ ().-]?\d){6,14}|\d(?: ?\d){7,14}|\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}|\d{2}(?:-\d{2}){3,4}|\d{2}(?:\.\d{2}){4})(?![\w-])/g;

/** A text without the addresses and phone numbers in it, for where what was written is never erased. */
export const withoutContacts = (text: string): string => text.replace(contact, '(removed)');

/** A value as JSON without the addresses and phone numbers in its texts. */
export const jsonWithoutContacts = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === 'string' ? withoutContacts(inner) : inner));

/**
 * The one spelling under which an address is kept: without what it was pasted in, lower case, the domain in
 * ASCII. Null for what is no address, or is longer than the 254 characters of RFC 5321.
 */
export const normaliseEmail = (written: string): string | null => {
  const text = bareAddress(written.normalize('NFKC')).toLowerCase();
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64 || text.length > 254) return null;
  const domain = asciiDomain(text.slice(at + 1).replaceAll('\u3002', '.'));
  const email = `${text.slice(0, at)}@${domain}`;
  return domain && email.length <= 254 && valid.test(email) ? email : null;
};

/** An address as it was entered, read in the spelling under which it is kept. */
export const EmailAddress = z
  .string()
  .meta({ examples: ['anna@example.com'] })
  .transform((written, context) => {
    const email = normaliseEmail(written);
    if (email) return email;
    context.addIssue({ code: 'custom', message: ENTER_EMAIL });
    return z.NEVER;
  });
