import { locales } from '../../../widget/locales/texts.ts';
import type { Branding } from '../../contract/branding.ts';
import { readableOn } from '../../settings/branding/contrast.ts';
import { faintIn, ourAccent } from '../../settings/branding/ours.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { type Editable, EditedFrom } from '../kit/editable.tsx';
import { Checkbox, ErrorSummary, Field, type Submitted, TextArea } from '../kit/fields.tsx';
import { SubmitButton } from '../kit/parts.tsx';
import { textOf } from '../kit/posted.ts';
import { fill, languageName, localeOf, localised, wordsOf } from '../kit/words.ts';
import { settingWords } from './words.ts';

type BrandingProps = { c: ConsoleContext; branding: Branding };
type FieldsProps = BrandingProps & { submitted: Submitted };

/** The languages whose texts are always shown; the others only once something is written in them. */
const mainLanguages: readonly string[] = ['en', 'da'];

const ContrastWarning = ({ c, branding }: BrandingProps) => {
  const own = localised(c, settingWords);
  const schemes = faintIn(branding.accent);
  return schemes.length > 0 ? (
    <p class="warning">
      {fill(own.lowContrast, { schemes: schemes.map((scheme) => own[scheme]).join(', ') })}
    </p>
  ) : null;
};

/** A picture that was uploaded and not saved: a browser would not send it again. */
const UnsavedLogo = ({ c, submitted }: Omit<FieldsProps, 'branding'>) => {
  const logo = textOf(submitted.values ?? {}, 'unsavedLogo');
  return logo ? (
    <>
      <input type="hidden" name="unsavedLogo" value={logo} />
      <img class="logo" src={logo} alt={localised(c, settingWords).logo} height={48} />
    </>
  ) : null;
};

const LogoFields = ({ c, branding: { logo }, submitted }: FieldsProps) => {
  const own = localised(c, settingWords);
  return (
    <>
      {logo ? <img class="logo" src={logo} alt={own.logo} height={48} /> : null}
      <UnsavedLogo c={c} submitted={submitted} />
      <Field name="logo" type="file" label={own.logo} help={own.logoHelp} />
      {logo ? (
        <Checkbox name="removeLogo" label={own.removeLogo} checked={false} submitted={submitted} />
      ) : null}
    </>
  );
};

const ColourFields = ({ c, branding: { accent }, submitted }: FieldsProps) => {
  const own = localised(c, settingWords);
  const { light, dark } = accent ?? ourAccent;
  return (
    <>
      <div class="sides">
        <Field name="light" type="color" label={own.light} value={light} submitted={submitted} />
        <Field name="dark" type="color" label={own.dark} value={dark} submitted={submitted} />
      </div>
      <Checkbox
        name="plain"
        label={own.standardColours}
        checked={accent === null}
        submitted={submitted}
      />
    </>
  );
};

/** What the preference centre says at its top, and where the privacy statement is, in one language. */
const LanguageTexts = ({
  c,
  branding,
  language,
  submitted,
}: FieldsProps & { language: string }) => {
  const texts = branding.texts[language];
  return (
    <fieldset lang={language}>
      <legend lang={localeOf(c)}>{languageName(c, language)}</legend>
      <Field
        name={`${language}.title`}
        label={wordsOf(c).title}
        value={texts?.title}
        submitted={submitted}
      />
      <TextArea
        name={`${language}.intro`}
        label={localised(c, settingWords).instructions}
        value={texts?.intro ?? ''}
        submitted={submitted}
      />
      <Field
        name={`${language}.privacyUrl`}
        type="url"
        label={localised(c, settingWords).privacyUrl}
        value={texts?.privacyUrl}
        submitted={submitted}
      />
    </fieldset>
  );
};

const TextFields = ({ c, branding, submitted }: FieldsProps) => {
  const isShown = (language: string) =>
    mainLanguages.includes(language) || branding.texts[language] !== undefined;
  const fieldsIn = (languages: readonly string[]) => (
    <div class="sides">
      {languages.map((language) => (
        <LanguageTexts c={c} branding={branding} language={language} submitted={submitted} />
      ))}
    </div>
  );
  return (
    <>
      {fieldsIn(locales.filter(isShown))}
      <details>
        <summary>{localised(c, settingWords).moreLanguages}</summary>
        {fieldsIn(locales.filter((language) => !isShown(language)))}
      </details>
    </>
  );
};

const TextColours = ({ c, branding: { accent } }: BrandingProps) =>
  accent ? (
    <p class="help">
      {fill(localised(c, settingWords).textOnColours, {
        light: readableOn(accent.light),
        dark: readableOn(accent.dark),
      })}
    </p>
  ) : null;

/** The form for how hosted pages and emails look, and what the preference centre says at its top. */
export const BrandingForm = ({
  c,
  branding,
  editable,
  submitted,
}: FieldsProps & { editable: Editable }) => {
  const words = wordsOf(c);
  const own = localised(c, settingWords);
  return (
    <form
      method="post"
      action="/console/settings/branding"
      enctype="multipart/form-data"
      class="sheet"
    >
      <h2>{own.branding}</h2>
      <p class="intro">{own.brandingIntro}</p>
      <EditedFrom c={c} editable={editable} submitted={submitted} />
      <ErrorSummary submitted={submitted} words={words} />
      <ContrastWarning c={c} branding={branding} />
      <LogoFields c={c} branding={branding} submitted={submitted} />
      <ColourFields c={c} branding={branding} submitted={submitted} />
      <Field
        name="width"
        type="number"
        min={24}
        max={72}
        label={own.width}
        value={branding.width}
        submitted={submitted}
      />
      <TextFields c={c} branding={branding} submitted={submitted} />
      <TextColours c={c} branding={branding} />
      <SubmitButton label={words.save} />
    </form>
  );
};
