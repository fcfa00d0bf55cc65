import type { Context } from 'hono';
import { locales } from '../../../widget/locales/texts.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { LegalBasisSelect, SourceSelect } from '../kit/choices.tsx';
import { readNames } from '../kit/names.ts';
import { Area, Check, Field, type Given, Select, Wrong } from '../kit/parts.tsx';
import { type Posted, textOf, textsOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { languageName, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { peopleWords } from './words.ts';

export const registerForm = async (c: Context<ConsoleApp>, given: Given = {}) => {
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  const names = await readNames(c.get('db'), localeOf(c));
  const basis = await readSetting(c.get('db'), 'default-legal-basis');
  const ticked = (name: string) => (given.values ? textsOf(given.values, name) : []);
  const boxes = (name: string, list: 'purposes' | 'subscription-types', legend: string) => (
    <fieldset>
      <legend>{legend}</legend>
      {names.choices(list).map(([key, label]) => (
        <Check name={name} value={key} label={label} checked={ticked(name).includes(key)} />
      ))}
    </fieldset>
  );
  return show(
    c,
    {
      title: mine.registerTitle,
      back: ['/people', words.people],
      children: (
        <form method="post" class="sheet">
          <p class="intro">{mine.registerIntro}</p>
          <Wrong given={given} words={words} />
          <Field
            name="email"
            type="email"
            label={words.email}
            required
            given={given}
            autocomplete="off"
          />
          <Field name="name" label={words.name} given={given} autocomplete="off" />
          <Select
            name="locale"
            label={words.language}
            value={localeOf(c)}
            choices={locales.map((tag) => [tag, languageName(c, tag)] as const)}
            given={given}
          />
          {boxes('purposes', 'purposes', mine.registerPurposes)}
          {boxes('subscriptions', 'subscription-types', mine.registerSubscriptions)}
          <SourceSelect c={c} names={names} given={given} value="manual" />
          <LegalBasisSelect c={c} names={names} given={given} value={basis} />
          <Area name="comment" label={mine.why} help={mine.whyHelp} required given={given} />
          <p class="buttons">
            <button class="main">{words.add}</button>
          </p>
        </form>
      ),
    },
    given.errors ? 422 : 200,
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
