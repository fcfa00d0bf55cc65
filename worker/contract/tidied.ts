import type { FieldKind } from './form.ts';
import { bareAddress, plainDigits, tidy } from './tidy.ts';

/** Writes digits, and what people put between them, as they are on a keyboard; marks of direction go. */
const plainNumber = (text: string): string =>
  plainDigits(text.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\u00B7/g, '.')
    .replace(/\s/g, ' ');

/** Brings an answer to a field into the form in which it is checked, counted and kept. */
export const tidied = (kind: FieldKind, text: string): string => {
  const lines = tidy(text).replace(/\r\n?/g, '\n');
  switch (kind) {
    case 'email':
      return bareAddress(lines);
    case 'tel':
      return plainNumber(lines).replace(/^tel:/i, '');
    case 'integer':
      return plainNumber(lines).replaceAll(' ', '');
    case 'date':
      return plainNumber(lines);
    default:
      return lines;
  }
};
