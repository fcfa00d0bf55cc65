import { describe, expect, test } from 'vitest';
import { acceptedLocales, chooseLocale } from '../../../worker/platform/locale.ts';

describe('locales', () => {
  test('of Accept-Language come in the order of their weights', () => {
    expect(acceptedLocales('en;q=0.5, da-DK, *;q=0.1, fr;q=0.8, de;q=0')).toEqual([
      'da-DK',
      'fr',
      'en',
    ]);
  });

  test('match exactly before they match by language', () => {
    expect(chooseLocale(['pt-BR'], ['pt', 'pt-BR'], 'en')).toBe('pt-BR');
    expect(chooseLocale(['pt-PT'], ['pt-BR', 'pt'], 'en')).toBe('pt');
  });
});
