import type { Message } from './message.ts';

/**
 * Makes a text safe as the value of a header: on one line, without control characters. A line break in a
 * name or a subject would begin a header of its own (RFC 5322 §2.2).
 */
export const headerValue = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** Makes every header value of a message safe, wherever its words came from. */
export const withSafeHeaders = (message: Message): Message => ({
  messageId: headerValue(message.messageId),
  from: { name: headerValue(message.from.name), address: headerValue(message.from.address) },
  to: headerValue(message.to),
  subject: headerValue(message.subject),
  text: message.text,
  html: message.html,
  headers: Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, headerValue(value)]),
  ),
});
