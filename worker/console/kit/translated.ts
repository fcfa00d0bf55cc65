import { inDanish } from './words/problems.ts';
import type { ConsoleLocale } from './words.ts';

/** Returns the sentence of a problem in the user's language: the API speaks English, people may not. */
export const translated = (locale: ConsoleLocale, message: string): string =>
  locale === 'da' ? inDanish(message) : message;
