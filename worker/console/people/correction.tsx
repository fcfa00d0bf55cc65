import { locales } from '../../../widget/locales/texts.ts';
import { PersonField } from '../../contract/definition.ts';
import type { Person } from '../../contract/people.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { type Choice, ErrorSummary, Field, Select, type Submitted } from '../kit/fields.tsx';
import { type Posted, textOf } from '../kit/posted.ts';
import { personFieldWords } from '../kit/words/person-fields.ts';
import { languageName, localised, wordsOf } from '../kit/words.ts';
import { correctionWords } from './words/correction.ts';

/** Returns the correction that a posted form holds, to be parsed: the details that differ. */
export const correctionFrom = (posted: Posted, person: Person): unknown => {
  const email = textOf(posted, 'email').trim();
  const locale = textOf(posted, 'locale');
  const changed = PersonField.options
    .map((name) => [name, textOf(posted, `fields.${name}`).trim()] as const)
    .filter(([name, value]) => value !== (person.fields[name] ?? ''));
  return {
    ...(email === person.email ? {} : { email }),
    ...(locale === person.locale ? {} : { locale }),
    fields: Object.fromEntries(changed),
    reason: textOf(posted, 'reason').trim(),
  };
};

/** The fields that correct a person's details, and the button that saves them. */
export const CorrectionFields = ({
  c,
  person,
  submitted,
}: {
  c: ConsoleContext;
  person: Person;
  submitted: Submitted;
}) => {
  const words = wordsOf(c);
  const own = localised(c, correctionWords);
  const labels = localised(c, personFieldWords);
  const languages = [...new Set([person.locale, ...locales])];
  return (
    <>
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
