import { originPattern } from '../../contract/definition.ts';
import { Checkbox, type Choice, Field, Select } from '../kit/fields.tsx';
import { ListField } from '../kit/list-field.tsx';
import { fill, localised } from '../kit/words.ts';
import type { Editing } from './editing.ts';
import { closingDay } from './posted.ts';
import { Text } from './text.tsx';
import { editorWords } from './words/editor.ts';

type EditorProps = { editing: Editing };

/** What the form is called among staff, and its key while nothing was published under it. */
export const About = ({ editing: { c, form, draft, isNew, submitted } }: EditorProps) => {
  const own = localised(c, editorWords);
  return (
    <section class="card wide">
      <h2>{own.about}</h2>
      <Field
        name="name"
        label={own.name}
        help={own.nameHelp}
        value={draft.name}
        submitted={submitted}
      />
      {isNew ? (
        <Field name="key" label={own.key} help={own.keyHelp} value={form} submitted={submitted} />
      ) : null}
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

const LimitFields = ({ editing: { c, draft, submitted } }: EditorProps) => {
  const own = localised(c, editorWords);
  return (
    <div class="sides">
      <Field
        name="expires"
        type="date"
        label={own.closingDate}
        help={fill(own.closingDateHelp, { zone: c.get('timeZone') })}
        value={closingDay(draft.expiresAt, c.get('timeZone'))}
        submitted={submitted}
      />
      <Field
        name="most"
        type="number"
        min={1}
        label={own.submissionLimit}
        value={draft.maxSubmissions}
        submitted={submitted}
      />
      <Field
        name="redirect"
        type="url"
        label={own.redirectUrl}
        help={own.redirectUrlHelp}
        value={draft.done.redirect}
        submitted={submitted}
      />
    </div>
  );
};

/** The rules of a form: whether it is open, where it may be used, and what follows a submission. */
export const Rules = ({ editing }: EditorProps) => {
  const { c, draft, submitted } = editing;
  const own = localised(c, editorWords);
  return (
    <section class="card wide">
      <h2>{own.rules}</h2>
      <Switches editing={editing} />
      <ListField
        c={c}
        name="origins"
        label={own.origins}
        help={own.originsHelp}
        wrong={own.originWrong}
        pattern={originPattern.source}
        add={own.addOrigin}
        values={draft.origins}
        submitted={submitted}
      />
      <LimitFields editing={editing} />
    </section>
  );
};
