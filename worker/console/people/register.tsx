import { locales } from '../../../widget/locales/texts.ts';
import type { ListName } from '../../contract/lists.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { LegalBasisSelect, SourceSelect } from '../kit/choices.tsx';
import { Checkbox, ErrorSummary, Field, Select, type Submitted } from '../kit/fields.tsx';
import { type Names, readNames } from '../kit/names.ts';
import { SubmitButton } from '../kit/parts.tsx';
import { dayOf, type Posted, textOf, textsOf } from '../kit/posted.ts';
import { ReasonField } from '../kit/reason-field.tsx';
import { show } from '../kit/shell.tsx';
import { languageName, localeOf, localised, wordsOf } from '../kit/words.ts';
import { personWords } from './words/person.ts';

type FormProps = { c: ConsoleContext; names: Names; submitted: Submitted };

const IdentityFields = ({ c, submitted }: Omit<FormProps, 'names'>) => {
  const words = wordsOf(c);
  return (
    <>
      <Field
        name="email"
        type="email"
        label={words.email}
        required
        submitted={submitted}
        autocomplete="off"
      />
      <Field name="name" label={words.name} submitted={submitted} autocomplete="off" />
      <Select
        name="locale"
        label={words.language}
        value={localeOf(c)}
        choices={locales.map((tag) => [tag, languageName(c, tag)] as const)}
        submitted={submitted}
      />
    </>
  );
};

const Checkboxes = ({
  names,
  submitted,
  name,
  list,
  legend,
}: Omit<FormProps, 'c'> & { name: string; list: ListName; legend: string }) => {
  const checked = submitted.values ? textsOf(submitted.values, name) : [];
  return (
    <fieldset>
      <legend>{legend}</legend>
      {names.choices(list).map(([key, label]) => (
        <Checkbox name={name} value={key} label={label} checked={checked.includes(key)} />
      ))}
    </fieldset>
  );
};

const ConsentFields = ({ c, names, submitted }: FormProps) => {
  const own = localised(c, personWords);
  return (
    <>
      <Checkboxes
        names={names}
        submitted={submitted}
        name="purposes"
        list="purposes"
        legend={own.registerPurposes}
      />
      <Checkboxes
        names={names}
        submitted={submitted}
        name="subscriptions"
        list="subscription-types"
        legend={own.registerSubscriptions}
      />
    </>
  );
};

/** Shows the form that registers a person by hand. */
export const showRegistration = async (c: ConsoleContext, submitted: Submitted = {}) => {
  const words = wordsOf(c);
  const own = localised(c, personWords);
  const [names, basis] = await Promise.all([
    readNames(c.get('db'), localeOf(c)),
    readSetting(c.get('db'), 'default-legal-basis'),
  ]);
  const form = (
    <form method="post" class="sheet">
      <p class="intro">{own.registerIntro}</p>
      <ErrorSummary submitted={submitted} words={words} />
      <IdentityFields c={c} submitted={submitted} />
      <ConsentFields c={c} names={names} submitted={submitted} />
      <SourceSelect c={c} names={names} submitted={submitted} value="manual" />
      <LegalBasisSelect
        c={c}
        choices={names.choices('legal-bases')}
        submitted={submitted}
        value={basis}
      />
      <Field
        name="decidedAt"
        type="date"
        label={own.registerDecidedAt}
        help={own.registerDecidedAtHelp}
        submitted={submitted}
      />
      <ReasonField own={own} submitted={submitted} />
      <SubmitButton label={words.add} />
    </form>
  );
  return show(
    c,
    { title: own.registerTitle, back: ['/people', words.people], children: form },
    submitted.errors ? 422 : 200,
  );
};

/** Returns the person whom a posted form registers, to be parsed; a day is one of the operator's zone. */
export const personFrom = (posted: Posted, zone: string) => ({
  email: textOf(posted, 'email'),
  locale: textOf(posted, 'locale'),
  fields: textOf(posted, 'name').trim() ? { name: textOf(posted, 'name').trim() } : {},
  purposes: textsOf(posted, 'purposes'),
  subscriptions: textsOf(posted, 'subscriptions'),
  source: textOf(posted, 'source'),
  legalBasis: textOf(posted, 'legalBasis'),
  comment: textOf(posted, 'comment'),
  decidedAt: dayOf(posted, 'decidedAt', zone),
});
