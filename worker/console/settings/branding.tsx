import { locales } from '../../../widget/locales/texts.ts';
import type { Branding } from '../../contract/branding.ts';
import { readableOn } from '../../settings/branding/contrast.ts';
import { faintIn, ourAccent } from '../../settings/branding/ours.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { ErrorSummary, Field, type Submitted, TextArea } from '../kit/fields.tsx';
import { fill, languageName, localeOf, localised, wordsOf } from '../kit/words.ts';
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
export const brandingFrom = async (c: ConsoleContext): Promise<unknown> => {
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
  c: ConsoleContext;
  language: string;
  branding: Branding;
}) => {
  const words = wordsOf(c);
  const own = localised(c, settingWords);
  return (
    <fieldset lang={language}>
      <legend lang={localeOf(c)}>{languageName(c, language)}</legend>
      <Field
        name={`${language}.title`}
        label={words.title}
        value={branding.texts[language]?.title}
      />
      <TextArea
        name={`${language}.intro`}
        label={own.instructions}
        value={branding.texts[language]?.intro ?? ''}
      />
    </fieldset>
  );
};

/** How hosted pages and letters look, and what the preference centre says above itself. */
export const BrandingForm = ({
  c,
  branding,
  submitted,
}: {
  c: ConsoleContext;
  branding: Branding;
  submitted: Submitted;
}) => {
  const words = wordsOf(c);
  const own = localised(c, settingWords);
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
      <h2>{own.branding}</h2>
      <p class="intro">{own.brandingIntro}</p>
      <ErrorSummary submitted={submitted} words={words} />
      {faint.length > 0 ? (
        <p class="warning">
          {fill(own.faint, { schemes: faint.map((scheme) => own[scheme]).join(', ') })}
        </p>
      ) : null}
      {branding.logo ? <img class="logo" src={branding.logo} alt={own.logo} height={48} /> : null}
      <Field name="logo" type="file" label={own.logo} help={own.logoHelp} />
      {branding.logo ? (
        <label class="check">
          <input type="checkbox" name="removeLogo" value="yes" />
          <span>{own.removeLogo}</span>
        </label>
      ) : null}
      <div class="sides">
        <Field name="light" type="color" label={own.light} value={chosen.light} />
        <Field name="dark" type="color" label={own.dark} value={chosen.dark} />
      </div>
      <label class="check">
        <input type="checkbox" name="plain" value="yes" checked={accent === null} />
        <span>{own.plain}</span>
      </label>
      <Field
        name="width"
        type="number"
        min={24}
        max={72}
        label={own.width}
        value={branding.width}
        submitted={submitted}
      />
      <div class="sides">
        {written.map((language) => (
          <Words c={c} language={language} branding={branding} />
        ))}
      </div>
      <details>
        <summary>{own.moreLanguages}</summary>
        <div class="sides">
          {others.map((language) => (
            <Words c={c} language={language} branding={branding} />
          ))}
        </div>
      </details>
      {accent ? (
        <p class="help">
          {fill(own.onAccent, {
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
