import { DeliveryError, type Message } from './message.ts';

/** A name or a subject longer than this is cut: no mail program shows as much. */
const MOST_WORDS = 250;
/** RFC 5322 §2.1.1 allows 998 octets a line, and an address or a link cannot be folded. */
const MOST_OCTETS = 998;

/** Cuts a text between what readers see as characters, never within an emoji or between a letter and its accent. */
const cut = (text: string): string => {
  if (text.length <= MOST_WORDS) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, 4 * MOST_WORDS))) {
    if (index + segment.length > MOST_WORDS - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
};

/**
 * Makes words safe as the value of a header: on one line, without control characters, of a decent length. A
 * line break in a name or a subject would begin a header of its own (RFC 5322 §2.2).
 */
export const headerValue = (text: string): string =>
  cut(
    text
      .toWellFormed()
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim(),
  );

/** Passes an address, an id or a link on as it is, and refuses the message where it would not be one header. */
const exactValue = (text: string): string => {
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) || text.length > MOST_OCTETS)
    throw new DeliveryError('header', 'message');
  return text;
};

/** Checks every header value of a message once it is filled in, wherever its words came from. */
export const withSafeHeaders = (message: Message): Message => ({
  messageId: exactValue(message.messageId),
  from: { name: headerValue(message.from.name), address: exactValue(message.from.address) },
  to: exactValue(message.to),
  subject: headerValue(message.subject),
  text: message.text,
  html: message.html,
  headers: Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, exactValue(value)]),
  ),
});
