import type { Context } from 'hono';
import { locales } from '../../../widget/locales/texts.ts';
import type { Branding } from '../../contract/branding.ts';
import { readableOn } from '../../settings/branding/contrast.ts';
import { faintIn, ourAccent } from '../../settings/branding/ours.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { Area, Field, type Given, Wrong } from '../kit/parts.tsx';
import { fill, languageName, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { settingWords } from './words.ts';

const BYTES = 60_000;

/** A picture as it stands in a page itself: base64 in a data URI. */
const dataUri = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:${file.type};base64,${btoa(text)}`;
};

/** The branding that a posted form holds; a logo stays unless another is sent or it is removed. */
export const postedBranding = async (c: Context<ConsoleApp>): Promise<unknown> => {
  const before = await readSetting(c.get('db'), 'branding');
  const body = await c.req.parseBody();
  const line = (name: string): string => (typeof body[name] === 'string' ? body[name].trim() : '');
  const { logo } = body;
  const texts = { ...before.texts };
  for (const locale of locales.filter((each) => `${each}.title` in body)) {
    const written = ['title', 'intro']
      .map((name) => [name, line(`${locale}.${name}`)] as const)
      .filter(([, text]) => text);
    delete texts[locale];
    if (written.length > 0) texts[locale] = Object.fromEntries(written);
  }
  const isNew = logo instanceof File && logo.size > 0;
  return {
    logo: body.removeLogo
      ? ''
      : isNew && logo.size <= BYTES
        ? await dataUri(logo)
        : isNew
          ? 'too large'
          : before.logo,
    accent: body.plain ? null : { light: line('light'), dark: line('dark') },
    width: Number(line('width')),
    texts,
  };
};

/** What the preference centre says above itself, in one language. */
const Words = ({
  c,
  language,
  branding,
}: {
  c: Context<ConsoleApp>;
  language: string;
  branding: Branding;
}) => {
  const words = wordsOf(c);
  const mine = said(c, settingWords);
  return (
    <fieldset lang={language}>
      <legend lang={localeOf(c)}>{languageName(c, language)}</legend>
      <Field
        name={`${language}.title`}
        label={words.title}
        value={branding.texts[language]?.title}
      />
      <Area
        name={`${language}.intro`}
        label={mine.instructions}
        value={branding.texts[language]?.intro ?? ''}
      />
    </fieldset>
  );
};

/** How hosted pages and letters look, and what the preference centre says above itself. */
export const BrandingForm = ({
  c,
  branding,
  given,
}: {
  c: Context<ConsoleApp>;
  branding: Branding;
  given: Given;
}) => {
  const words = wordsOf(c);
  const mine = said(c, settingWords);
  const { accent } = branding;
  const faint = faintIn(accent);
  const chosen = accent ?? ourAccent;
  const written = locales.filter(
    (language) => ['en', 'da'].includes(language) || branding.texts[language],
  );
  const others = locales.filter((language) => !written.includes(language));
  return (
    <form
      method="post"
      action="/console/settings/branding"
      enctype="multipart/form-data"
      class="sheet"
    >
      <h2>{mine.branding}</h2>
      <p class="intro">{mine.brandingIntro}</p>
      <Wrong given={given} words={words} />
      {faint.length > 0 ? (
        <p class="warning">
          {fill(mine.faint, { schemes: faint.map((scheme) => mine[scheme]).join(', ') })}
        </p>
      ) : null}
      {branding.logo ? <img class="logo" src={branding.logo} alt={mine.logo} height={48} /> : null}
      <Field name="logo" type="file" label={mine.logo} help={mine.logoHelp} />
      {branding.logo ? (
        <label class="check">
          <input type="checkbox" name="removeLogo" value="yes" />
          <span>{mine.removeLogo}</span>
        </label>
      ) : null}
      <div class="sides">
        <Field name="light" type="color" label={mine.light} value={chosen.light} />
        <Field name="dark" type="color" label={mine.dark} value={chosen.dark} />
      </div>
      <label class="check">
        <input type="checkbox" name="plain" value="yes" checked={accent === null} />
        <span>{mine.plain}</span>
      </label>
      <Field
        name="width"
        type="number"
        min={24}
        max={72}
        label={mine.width}
        value={branding.width}
        given={given}
      />
      <div class="sides">
        {written.map((language) => (
          <Words c={c} language={language} branding={branding} />
        ))}
      </div>
      <details>
        <summary>{mine.moreLanguages}</summary>
        <div class="sides">
          {others.map((language) => (
            <Words c={c} language={language} branding={branding} />
          ))}
        </div>
      </details>
      {accent ? (
        <p class="help">
          {fill(mine.onAccent, {
            light: readableOn(accent.light),
            dark: readableOn(accent.dark),
          })}
        </p>
      ) : null}
      <p class="buttons">
        <button class="main">{words.save}</button>
      </p>
    </form>
  );
};
