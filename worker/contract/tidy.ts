// What people type and paste, brought into one form. The widget and the Worker run the same functions.

/** A character that is seen: no space, control character or filler of any script. */
const seen = /[^\s\p{Cc}\p{DI}\u2800]/u;

/** What is not seen, and ends an emoji: the mark of a coloured one, and the end of a flag. */
const endsEmoji = /[\uFE0F\u{E007F}]/u;

/** Cuts off what is not seen at both ends; a text of which nothing is seen is empty. */
export const tidy = (text: string): string => {
  const marks = [...text];
  const first = marks.findIndex((mark) => seen.test(mark));
  const last = marks.findLastIndex((mark) => seen.test(mark) || endsEmoji.test(mark));
  return first < 0 ? '' : marks.slice(first, last + 1).join('');
};

/** More than this is no address, whatever is around it. */
const MOST_PASTED = 1000;

/** Returns an address as pasted out of a mail program or a sentence: `Anna <anna@example.com>.`, `“…”`, `mailto:…`. */
export const bareAddress = (text: string): string =>
  tidy(text.slice(0, MOST_PASTED)).replace(
    /^(.*<)?["'„\p{Pi}\p{Pf}([]*(mailto:)?|[>?][^@]*$|[^@\P{P}]+$/giu,
    '',
  );

/** Returns an address from a query, where a `+` that was not encoded reads as a space. */
export const addressInQuery = (text: string): string => tidy(text).replaceAll(' ', '+');

/** Returns the value of a digit of any script: each script has its ten in a row, from zero. */
const digitValue = (mark: string): string => {
  const code = mark.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
};

/** Writes the digits of every script as 0 to 9. */
export const plainDigits = (text: string): string => text.replace(/\p{Nd}/gu, digitValue);
