import { z } from 'zod';
import { locales } from '../../../widget/locales/texts.ts';
import { PersonField } from '../../contract/definition.ts';
import type { Person } from '../../contract/people.ts';
import type { Details } from '../../people/fields.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { type Editable, EditedFrom } from '../kit/editable.tsx';
import { type Choice, ErrorSummary, Field, Select, type Submitted } from '../kit/fields.tsx';
import { type Posted, textOf } from '../kit/posted.ts';
import { isOvertaken } from '../kit/submitted.tsx';
import { personFieldWords } from '../kit/words/person-fields.ts';
import { languageName, localised, wordsOf } from '../kit/words.ts';
import { correctionWords } from './words/correction.ts';

/** The details that the form shows, as they were when it was opened. */
const Shown = z.object({
  email: z.string(),
  locale: z.string(),
  fields: z.partialRecord(PersonField, z.string()),
});
type Shown = z.infer<typeof Shown>;

const shownOf = ({ email, locale, fields }: Person): Shown => ({
  email,
  locale,
  fields: Object.fromEntries(PersonField.options.map((name) => [name, fields[name] ?? ''])),
});

/** Reads what a posted form had shown; what is now, where it does not say. */
const shownIn = (posted: Posted, person: Person): Shown => {
  try {
    return Shown.parse(JSON.parse(textOf(posted, 'loaded')));
  } catch {
    return shownOf(person);
  }
};

/** Names the details that a posted form holds otherwise than it had shown them. */
const changedIn = (posted: Posted, shown: Shown) => ({
  email: textOf(posted, 'email').trim() !== shown.email,
  locale: textOf(posted, 'locale') !== shown.locale,
  fields: PersonField.options.filter(
    (name) => textOf(posted, `fields.${name}`).trim() !== (shown.fields[name] ?? ''),
  ),
});

/**
 * Returns the correction that a posted form holds, to be parsed: the details that its user has changed; and what they
 * had seen of these. What others have changed in between stays.
 */
export const correctionFrom = (
  posted: Posted,
  person: Person,
): { body: unknown; seen: Details } => {
  const shown = shownIn(posted, person);
  const { email, locale, fields } = changedIn(posted, shown);
  const pick = (textFor: (name: PersonField) => string) =>
    Object.fromEntries(fields.map((name) => [name, textFor(name)]));
  return {
    body: {
      ...(email ? { email: textOf(posted, 'email').trim() } : {}),
      ...(locale ? { locale: textOf(posted, 'locale') } : {}),
      fields: pick((name) => textOf(posted, `fields.${name}`).trim()),
      reason: textOf(posted, 'reason').trim(),
    },
    seen: {
      ...(email ? { email: shown.email } : {}),
      ...(locale ? { locale: shown.locale } : {}),
      fields: pick((name) => shown.fields[name] ?? ''),
    },
  };
};

/** What was submitted, with what others have changed in between in the place of what its user left as it was. */
const withCurrent = (submitted: Submitted, person: Person): Submitted => {
  const { values, errors } = submitted;
  if (!values || !isOvertaken(submitted)) return submitted;
  const { email, locale, fields } = changedIn(values, shownIn(values, person));
  const current = PersonField.options
    .filter((name) => !fields.includes(name))
    .map((name) => [`fields.${name}`, person.fields[name] ?? '']);
  return {
    errors,
    values: {
      ...values,
      ...(email ? {} : { email: person.email }),
      ...(locale ? {} : { locale: person.locale }),
      ...Object.fromEntries(current),
    },
  };
};

/** What the form carries: what it shows; and where someone was faster, what that is now. */
const editableOf = (submitted: Submitted, person: Person): Editable => {
  const { values } = submitted;
  const shown = values && !isOvertaken(submitted) ? shownIn(values, person) : shownOf(person);
  return { seen: JSON.stringify(shown), savedBy: null };
};

/** The fields that correct a person's details, and the button that saves them. */
export const CorrectionFields = ({
  c,
  person,
  submitted: refused,
}: {
  c: ConsoleContext;
  person: Person;
  submitted: Submitted;
}) => {
  const words = wordsOf(c);
  const submitted = withCurrent(refused, person);
  const own = localised(c, correctionWords);
  const labels = localised(c, personFieldWords);
  const languages = [...new Set([person.locale, ...locales])];
  return (
    <>
      <EditedFrom c={c} editable={editableOf(refused, person)} submitted={refused} />
      <ErrorSummary submitted={submitted} words={words} />
      <div class="sides">
        <Field
          name="email"
          type="email"
          label={words.email}
          value={person.email}
          required
          submitted={submitted}
        />
        <Select
          name="locale"
          label={words.language}
          value={person.locale}
          choices={languages.map((each): Choice => [each, languageName(c, each)])}
          submitted={submitted}
        />
        {PersonField.options.map((name) => (
          <Field
            name={`fields.${name}`}
            label={labels[name]}
            value={person.fields[name] ?? ''}
            autocomplete="off"
            submitted={submitted}
          />
        ))}
      </div>
      <Field
        name="reason"
        label={own.reason}
        help={own.reasonHelp}
        required
        submitted={submitted}
      />
      <button class="main">{own.save}</button>
    </>
  );
};
