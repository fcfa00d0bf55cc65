import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directionOf, locales, ownLocale } from '../../../widget/locales/texts.ts';
import { canonicalLocale, localePattern } from '../../../worker/contract/locale.ts';
import { ownLocaleFor } from '../../../worker/locales/own.ts';
import { acceptedLocales, chooseLocale } from '../../../worker/platform/locale.ts';
import { anEmail, as, call } from '../builders.ts';

describe('of the available locales', () => {
  test.each([
    ['da-DK', ['en', 'da'], 'da'],
    ['DA_dk', ['en', 'da'], 'da'],
    ['da_DK.UTF-8', ['en', 'da'], 'da'],
    ['no', ['en', 'nb'], 'nb'],
    ['nn-NO', ['en', 'nb'], 'nb'],
    ['nb', ['en', 'no'], 'no'],
    ['nn', ['nb', 'nn'], 'nn'],
    ['iw', ['en', 'he'], 'he'],
    ['zh-TW', ['zh', 'zh-Hant'], 'zh-Hant'],
    ['zh-HK', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['zh-CN', ['zh-TW', 'zh-Hans'], 'zh-Hans'],
    ['zh', ['zh-TW', 'zh-CN'], 'zh-CN'],
    ['yue', ['zh-CN', 'zh-HK'], 'zh-HK'],
    ['pt-PT', ['en', 'pt-BR'], 'pt-BR'],
    ['pt-BR', ['pt-PT', 'pt'], 'pt'],
    ['pt-PT', ['pt', 'pt-PT'], 'pt-PT'],
    ['pt-AO', ['pt-BR', 'pt'], 'pt'],
    ['sr-Latn-RS', ['sr', 'sr-Latn'], 'sr-Latn'],
    ['sr-ME', ['sr-Cyrl', 'sr-Latn'], 'sr-Latn'],
    ['sh', ['sr-Cyrl', 'sr-Latn'], 'sr-Latn'],
    ['sr-Latn', ['en', 'sr'], 'sr'],
    ['de-CH-1996', ['de', 'de-AT'], 'de'],
    ['en-US-u-hc-h12', ['en-GB', 'en-US'], 'en-US'],
    ['en-12', ['en', 'da'], 'none'],
    ['', ['en'], 'none'],
    ['*', ['en'], 'none'],
    ['xx', ['en'], 'none'],
  ])('someone who wants %s gets, among %o, %s', (wanted, available, chosen) => {
    expect(chooseLocale([wanted], [...available, 'none'], 'none')).toBe(chosen);
  });

  test('another wanted language goes before another script', () => {
    expect(chooseLocale(['zh-TW', 'da'], ['zh-Hans', 'da'], 'en')).toBe('da');
    expect(chooseLocale(['zh-TW'], ['zh-Hans', 'en'], 'en')).toBe('zh-Hans');
  });

  test('the widget chooses its words as the Worker does', () => {
    const regions = ['', '-XX', '_xx', '-Latn', '-001'];
    for (const language of [...locales, 'no', 'nn', 'ja', 'pt', 'zh'])
      for (const region of regions)
        for (const tag of [`${language}${region}`, `${language}${region}`.toUpperCase()])
          expect([tag, ownLocale(tag)]).toEqual([tag, ownLocaleFor(tag)]);
  });
});

describe('a language tag', () => {
  test('that is accepted is valid wherever it is used later', () => {
    fc.assert(
      fc.property(fc.stringMatching(localePattern), (tag) => {
        expect(new Intl.DateTimeFormat(tag).format(0)).toBeTypeOf('string');
        expect(directionOf(tag)).toMatch(/ltr|rtl/);
      }),
    );
  });

  test.each(['en-12', 'en-GB-US', 'en-a1', 'e', 'en-', '12', 'en-x-y', ''])(
    '%j is refused',
    (tag) => {
      expect(localePattern.test(tag)).toBe(false);
    },
  );

  test('that is none is refused for a person, and shown as another to a visitor', async () => {
    const { post } = await as(['people-register']);
    const refused = await post('/v1/people', {
      email: anEmail(),
      locale: 'en-12',
      source: 'phone',
      legalBasis: '61A',
      comment: 'Called.',
    });
    expect(refused.status).toBe(422);
    const headers = { 'Accept-Language': 'en-12, xx-12345678901' };
    for (const path of ['/enter/none', '/address/none'])
      expect((await call(path, { headers })).status).toBe(404);
    for (const path of ['/preferences?locale=en-12', '/preferences'])
      expect((await call(path, { headers })).status).toBe(200);
  });

  test.each([
    ['EN_gb', 'en-GB'],
    ['zh_hant_tw', 'zh-Hant-TW'],
    [' da ', 'da'],
    ['de-DE-u-co-phonebk', 'de-DE'],
    ['en-12', null],
    ['x'.repeat(5000), null],
  ])('%.20s is written %s', (written, canonical) => {
    expect(canonicalLocale(written)).toBe(canonical);
  });

  test('of a browser that is none is left out', () => {
    expect(acceptedLocales('en-12, *;q=0.9, da_DK;q=0.5, fr;q=0, DE;q=0.8')).toEqual([
      'de',
      'da-DK',
    ]);
  });

  test.each([
    ['ar', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['arn', 'ltr'],
    ['he', 'rtl'],
    ['yi', 'rtl'],
    ['ckb', 'rtl'],
    ['dv', 'rtl'],
    ['ps-AF', 'rtl'],
    ['ur-Latn', 'ltr'],
    ['az', 'ltr'],
    ['az-Arab', 'rtl'],
    ['pa-PK', 'rtl'],
    ['th', 'ltr'],
    ['en', 'ltr'],
  ])('%s is written %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction);
  });
});

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
