import type { ListName } from '../../contract/lists.ts';
import type { Entry } from '../../lists/whole.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { type Editable, EditedFrom } from '../kit/editable.tsx';
import { ErrorSummary, Field, type Submitted, TextArea } from '../kit/fields.tsx';
import { SubmitButton } from '../kit/parts.tsx';
import { fill, languageName, localeOf, localised, wordsOf } from '../kit/words.ts';
import { textFields } from './posted.ts';
import { listWords } from './words.ts';

const SHORT_DESCRIPTION = 80;

const longTexts = ['approval', 'notice', 'description'];

/** The texts of an entry in one language; the names of its controls begin with the language. */
const LocaleTexts = ({
  c,
  list,
  locale,
  texts,
  submitted,
}: {
  c: ConsoleContext;
  list: ListName;
  locale: string;
  texts: Record<string, string>;
  submitted: Submitted;
}) => {
  const own = localised(c, listWords);
  return (
    <fieldset lang={locale}>
      <legend lang={localeOf(c)}>
        {languageName(c, locale)} ({locale})
      </legend>
      {textFields[list].map((name) => {
        const shared = { name: `${locale}.${name}`, label: own.texts[name] ?? name, submitted };
        return longTexts.includes(name) ? (
          <TextArea {...shared} value={texts[name]} rows={name === 'description' ? 5 : 3} />
        ) : (
          <Field {...shared} value={texts[name]} type={name === 'privacyUrl' ? 'url' : 'text'} />
        );
      })}
    </fieldset>
  );
};

/** Returns the languages of an entry, English first, and one that the user is about to add. */
const localesOf = ({ texts }: Entry, added: string | undefined): string[] => {
  const written = Object.keys(texts).toSorted((a, b) => Number(b === 'en') - Number(a === 'en'));
  const isTag = added !== undefined && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(added);
  return [
    ...new Set([...written, ...(isTag ? [added] : []), ...(written.length === 0 ? ['en'] : [])]),
  ];
};

const AddLanguage = ({ c }: { c: ConsoleContext }) => (
  <form method="get" class="filter">
    <Field
      name="language"
      label={localised(c, listWords).addLanguage}
      placeholder="de"
      pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8})?"
    />
    <button class="quiet">{wordsOf(c).add}</button>
  </form>
);

/** The form for the texts of an entry, language beside language. */
export const TextsForm = ({
  c,
  list,
  entry,
  editable,
  submitted,
}: {
  c: ConsoleContext;
  list: ListName;
  entry: Entry;
  editable: Editable;
  submitted: Submitted;
}) => {
  const words = wordsOf(c);
  const own = localised(c, listWords);
  return (
    <>
      <h2>{own.textsTitle}</h2>
      <p class="intro">{list === 'purposes' ? own.purposeTexts : own.textsIntro}</p>
      <AddLanguage c={c} />
      <form method="post" action={`/console/lists/${list}/${entry.key}/texts`}>
        <EditedFrom c={c} editable={editable} submitted={submitted} />
        <ErrorSummary submitted={submitted} words={words} />
        <div class="sides">
          {localesOf(entry, c.req.query('language')).map((locale) => (
            <LocaleTexts
              c={c}
              list={list}
              locale={locale}
              submitted={submitted}
              texts={entry.texts[locale] ?? {}}
            />
          ))}
        </div>
        <SubmitButton label={words.save} />
      </form>
    </>
  );
};

/** Returns what is missing in the texts of a purpose, by language. */
export const hintsOf = (c: ConsoleContext, list: ListName, entry: Entry): string[] => {
  if (list !== 'purposes') return [];
  const own = localised(c, listWords);
  return Object.entries(entry.texts).flatMap(([locale, { privacyUrl, description = '' }]) => [
    ...(privacyUrl ? [] : [fill(own.missingPrivacyUrl, { locale })]),
    ...(description.length < SHORT_DESCRIPTION ? [fill(own.shortDescription, { locale })] : []),
  ]);
};
