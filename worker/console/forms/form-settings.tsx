import { Checkbox, type Choice, Field, Select, TextArea } from '../kit/fields.tsx';
import { fill, languageName, localised } from '../kit/words.ts';
import type { Editing } from './editing.ts';
import { closingDay } from './posted.ts';
import { Text } from './text.tsx';
import { editorWords } from './words/editor.ts';

type EditorProps = { editing: Editing };

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

/** The languages of a form, and which of them is edited. */
export const Languages = ({ editing }: EditorProps) => {
  const { c, draft, locale } = editing;
  const own = localised(c, editorWords);
  return (
    <section class="card wide">
      <input type="hidden" name="editing" value={locale} />
      <LanguageButtons editing={editing} />
      <div class="sides">
        <Field name="locales" label={own.languages} value={draft.locales.join(' ')} />
        <Select
          name="base"
          label={own.defaultLanguage}
          value={draft.locale}
          choices={draft.locales.map((tag): Choice => [tag, languageName(c, tag)])}
        />
      </div>
    </section>
  );
};

/** The texts of a form as a whole. */
export const Texts = ({ editing }: EditorProps) => {
  const { draft } = editing;
  const own = localised(editing.c, editorWords);
  const { title, text } = draft.done;
  return (
    <section class="card wide">
      <h2>{own.texts}</h2>
      <Text editing={editing} name="title" label={own.title} texts={draft.title} />
      <Text editing={editing} name="intro" label={own.intro} texts={draft.intro} isLong />
      <Text editing={editing} name="submit" label={own.submitButton} texts={draft.submit} />
      <Text editing={editing} name="doneTitle" label={own.thanksTitle} texts={title} />
      <Text editing={editing} name="doneText" label={own.thanksText} texts={text} isLong />
      <Text editing={editing} name="inactive" label={own.inactiveMessage} texts={draft.inactive} />
    </section>
  );
};

/** Switches Turnstile on; without a site key there is nothing to switch. */
const Turnstile = ({ editing: { c, draft } }: EditorProps) => {
  const own = localised(c, editorWords);
  return c.env.TURNSTILE_SITE_KEY ? (
    <>
      <input type="hidden" name="hasTurnstile" value="yes" />
      <Checkbox
        name="turnstile"
        label={own.turnstile}
        help={own.turnstileHelp}
        checked={draft.turnstile}
      />
    </>
  ) : null;
};

const Switches = ({ editing }: EditorProps) => {
  const { c, draft } = editing;
  const own = localised(c, editorWords);
  const reviews = ['none', 'unknown', 'all'] as const;
  return (
    <>
      <Checkbox name="active" label={own.active} checked={draft.active} />
      <Checkbox
        name="confirm"
        label={own.doubleOptIn}
        help={own.doubleOptInHelp}
        checked={draft.confirm}
      />
      <Turnstile editing={editing} />
      <Select
        name="review"
        label={own.review}
        value={draft.review}
        choices={reviews.map((review): Choice => [review, own.reviews[review]])}
      />
    </>
  );
};

const LimitFields = ({ editing: { c, draft } }: EditorProps) => {
  const own = localised(c, editorWords);
  return (
    <div class="sides">
      <Field
        name="expires"
        type="date"
        label={own.closingDate}
        help={fill(own.closingDateHelp, { zone: c.get('timeZone') })}
        value={closingDay(draft.expiresAt, c.get('timeZone'))}
      />
      <Field
        name="most"
        type="number"
        min={1}
        label={own.submissionLimit}
        value={draft.maxSubmissions}
      />
      <Field
        name="redirect"
        type="url"
        label={own.redirectUrl}
        help={own.redirectUrlHelp}
        value={draft.done.redirect}
      />
    </div>
  );
};

/** The rules of a form: whether it is open, where it may stand, and what follows a submission. */
export const Rules = ({ editing }: EditorProps) => {
  const { c, draft } = editing;
  const own = localised(c, editorWords);
  return (
    <section class="card wide">
      <h2>{own.rules}</h2>
      <Switches editing={editing} />
      <TextArea
        name="origins"
        label={own.origins}
        help={own.originsHelp}
        value={draft.origins.join('\n')}
      />
      <LimitFields editing={editing} />
    </section>
  );
};
