import { pageWith } from './visitor.ts';

export const form = (key: string, attributes = '') =>
  pageWith(`<samtykke-form form="${key}" ${attributes}></samtykke-form>`);

/** An address that browsers take and RFC 5321 does not: its local part has more than 64 characters. */
export const tooLong = `${'a'.repeat(65)}@example.com`;
