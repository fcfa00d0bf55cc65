import { locales as translated } from '../../../widget/locales/texts.ts';
import { Checkbox, type Choice, Select } from '../kit/fields.tsx';
import { languageName, localised } from '../kit/words.ts';
import type { Editing } from './editing.ts';
import { editorWords } from './words/editor.ts';

type EditorProps = { editing: Editing };

/** Languages that forms are often written in besides those that have texts of their own. */
const untranslated = [
  ...['bg', 'cs', 'el', 'et', 'fo', 'ga', 'he', 'hr', 'hu', 'is', 'ja', 'ko', 'lt', 'lv', 'mt'],
  ...['pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sr', 'tr', 'uk', 'vi', 'zh', 'en-US', 'fr-CA'],
];

/** Links for who may only look, as there is nothing to post. */
const LanguageLinks = ({ editing: { c, draft, locale } }: EditorProps) => (
  <p class="tags">
    {draft.locales.map((tag) => (
      <a href={`?locale=${tag}`} aria-current={tag === locale ? 'true' : undefined}>
        {languageName(c, tag)}
      </a>
    ))}
  </p>
);

const LanguageButtons = ({ editing: { c, draft, locale } }: EditorProps) => (
  <p class="tags">
    {localised(c, editorWords).editLanguage}
    {draft.locales.map((tag) => (
      <button
        class="small"
        name="do"
        value={`edit:${tag}`}
        aria-pressed={tag === locale ? 'true' : 'false'}
      >
        {languageName(c, tag)}
      </button>
    ))}
  </p>
);

const LanguageChoice = ({ editing }: EditorProps) =>
  editing.c.get('isReadOnly') ? (
    <LanguageLinks editing={editing} />
  ) : (
    <LanguageButtons editing={editing} />
  );

/** Selects a language to add: first those that have texts for buttons and messages. */
const AddLanguage = ({ editing: { c, draft } }: EditorProps) => {
  const own = localised(c, editorWords);
  const choices = (tags: readonly string[]) =>
    tags
      .filter((tag) => !draft.locales.includes(tag))
      .map((tag) => [tag, languageName(c, tag)] as const)
      .toSorted(([, one], [, other]) => one.localeCompare(other));
  return (
    <div class="filter">
      <div class="field">
        <label for="add-locale">{own.addLanguage}</label>
        <select id="add-locale" name="add-locale">
          <option value="">{own.selectLanguage}</option>
          {([own.translated, own.otherLanguages] as const).map((label, at) => (
            <optgroup label={label}>
              {choices(at === 0 ? translated : untranslated).map(([tag, name]) => (
                <option value={tag}>{name}</option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <button class="quiet" name="do" value="add-language">
        {own.addLanguage}
      </button>
    </div>
  );
};

const LanguageBoxes = ({ editing: { c, draft } }: EditorProps) => {
  const own = localised(c, editorWords);
  return (
    <fieldset>
      <legend>{own.languages}</legend>
      <p class="help">{own.languagesHelp}</p>
      <div class="grid">
        {draft.locales.map((tag) => (
          <Checkbox name="locales" value={tag} label={languageName(c, tag)} checked />
        ))}
      </div>
    </fieldset>
  );
};

/** The languages of a form, and which of them is edited. */
export const Languages = ({ editing }: EditorProps) => {
  const { c, draft, locale } = editing;
  const own = localised(c, editorWords);
  return (
    <section class="card wide">
      <h2>{own.languages}</h2>
      <input type="hidden" name="editing" value={locale} />
      {draft.locales.length > 1 ? <LanguageChoice editing={editing} /> : null}
      <LanguageBoxes editing={editing} />
      <AddLanguage editing={editing} />
      <Select
        name="base"
        label={own.defaultLanguage}
        help={own.defaultLanguageHelp}
        value={draft.locale}
        choices={draft.locales.map((tag): Choice => [tag, languageName(c, tag)])}
      />
    </section>
  );
};
