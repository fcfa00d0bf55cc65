import { locales } from '../../../widget/locales/texts.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { LegalBasisSelect, SourceSelect } from '../kit/choices.tsx';
import { Checkbox, ErrorSummary, Field, Select, type Submitted, TextArea } from '../kit/fields.tsx';
import { readNames } from '../kit/names.ts';
import { type Posted, textOf, textsOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { languageName, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import { peopleWords } from './words.ts';

export const showRegistration = async (c: ConsoleContext, submitted: Submitted = {}) => {
  const words = wordsOf(c);
  const own = localised(c, peopleWords);
  const names = await readNames(c.get('db'), localeOf(c));
  const basis = await readSetting(c.get('db'), 'default-legal-basis');
  const ticked = (name: string) => (submitted.values ? textsOf(submitted.values, name) : []);
  const boxes = (name: string, list: 'purposes' | 'subscription-types', legend: string) => (
    <fieldset>
      <legend>{legend}</legend>
      {names.choices(list).map(([key, label]) => (
        <Checkbox name={name} value={key} label={label} checked={ticked(name).includes(key)} />
      ))}
    </fieldset>
  );
  return show(
    c,
    {
      title: own.registerTitle,
      back: ['/people', words.people],
      children: (
        <form method="post" class="sheet">
          <p class="intro">{own.registerIntro}</p>
          <ErrorSummary submitted={submitted} words={words} />
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
          {boxes('purposes', 'purposes', own.registerPurposes)}
          {boxes('subscriptions', 'subscription-types', own.registerSubscriptions)}
          <SourceSelect c={c} names={names} submitted={submitted} value="manual" />
          <LegalBasisSelect c={c} names={names} submitted={submitted} value={basis} />
          <TextArea
            name="comment"
            label={own.why}
            help={own.whyHelp}
            required
            submitted={submitted}
          />
          <p class="buttons">
            <button class="main">{words.add}</button>
          </p>
        </form>
      ),
    },
    submitted.errors ? 422 : 200,
  );
};

export const registration = (posted: Posted) => ({
  email: textOf(posted, 'email'),
  locale: textOf(posted, 'locale'),
  fields: textOf(posted, 'name').trim() ? { name: textOf(posted, 'name').trim() } : {},
  purposes: textsOf(posted, 'purposes'),
  subscriptions: textsOf(posted, 'subscriptions'),
  source: textOf(posted, 'source'),
  legalBasis: textOf(posted, 'legalBasis'),
  comment: textOf(posted, 'comment'),
});
