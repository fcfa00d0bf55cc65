import type { Context } from 'hono';
import { EmailTemplate } from '../../contract/emails.ts';
import type { ListName } from '../../contract/lists.ts';
import type { Entry, WholeLists } from '../../lists/whole.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { nameOf } from '../kit/names.ts';
import { Area, Check, Field, type Given, KeyField, Select, Wrong } from '../kit/parts.tsx';
import { isTicked } from '../kit/posted.ts';
import { fill, languageName, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { textFields } from './posted.ts';
import { listWords } from './words.ts';

const channels = ['e-mail', 'sms', 'phone', 'post'] as const;

const isLong = (name: string): boolean => ['approval', 'notice', 'description'].includes(name);

type Editing = {
  c: Context<ConsoleApp>;
  lists: WholeLists;
  entry?: Record<string, unknown>;
  given: Given;
};

const text = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);

const ticked = ({ given, entry }: Editing, name: string, start: boolean): boolean =>
  given.values ? isTicked(given.values, name) : ((entry?.[name] as boolean | undefined) ?? start);

/** What is special to the entries of one list. */
const Special = ({ list, editing }: { list: ListName; editing: Editing }) => {
  const { c, lists, entry, given } = editing;
  const words = wordsOf(c);
  const mine = said(c, listWords);
  const locale = localeOf(c);
  const choices = (name: 'purposes' | 'legal-bases') =>
    lists[name].map((each) => [each.key, nameOf(each, locale)] as const);
  switch (list) {
    case 'purposes':
      return (
        <>
          <Select
            name="legalBasis"
            label={words.legalBasis}
            value={text(entry?.legalBasis) || '61A'}
            choices={choices('legal-bases')}
            given={given}
          />
          <Check
            name="explicit"
            label={mine.explicit}
            help={mine.explicitHelp}
            checked={ticked(editing, 'explicit', true)}
          />
          <Field
            name="retentionDays"
            type="number"
            min={1}
            label={mine.retention}
            help={mine.retentionHelp}
            value={text(entry?.retentionDays)}
            given={given}
          />
        </>
      );
    case 'sources':
      return (
        <>
          <Select
            name="noticeTemplate"
            label={mine.noticeTemplate}
            value={text(entry?.noticeTemplate)}
            choices={[
              ['', words.none],
              ...EmailTemplate.options
                .filter((name) => name.endsWith('notice') && name !== 'breach-notice')
                .map((name) => [name, name] as const),
            ]}
            given={given}
          />
          <Check
            name="noticeAutomatic"
            label={mine.noticeAutomatic}
            checked={ticked(editing, 'noticeAutomatic', false)}
          />
        </>
      );
    case 'subscription-types':
      return (
        <>
          <Select
            name="purpose"
            label={words.purpose}
            value={text(entry?.purpose)}
            choices={choices('purposes')}
            given={given}
          />
          <Select
            name="channel"
            label={mine.channel}
            value={text(entry?.channel) || 'e-mail'}
            choices={channels.map((channel) => [channel, mine.channels[channel]] as const)}
            given={given}
          />
        </>
      );
    default:
      return null;
  }
};

export const EntryForm = ({
  list,
  editing,
  isNew,
}: {
  list: ListName;
  editing: Editing;
  isNew?: boolean;
}) => {
  const { c, entry, given } = editing;
  const words = wordsOf(c);
  const mine = said(c, listWords);
  return (
    <form method="post" class="sheet">
      <Wrong given={given} words={words} />
      {isNew ? <KeyField label={words.key} help={mine.keyHelp} given={given} /> : null}
      <Special list={list} editing={editing} />
      <Field
        name="rank"
        type="number"
        min={0}
        label={words.order}
        help={mine.orderHelp}
        value={text(entry?.rank) || 0}
        given={given}
      />
      <Check
        name="active"
        label={words.active}
        help={mine.activeHelp}
        checked={ticked(editing, 'active', true)}
      />
      <p class="buttons">
        <button class="main">{isNew ? words.add : words.save}</button>
      </p>
    </form>
  );
};

/** One locale's texts; the names of its controls begin with the locale. */
const LocaleTexts = ({
  c,
  list,
  locale,
  texts,
  given,
}: {
  c: Context<ConsoleApp>;
  list: ListName;
  locale: string;
  texts: Record<string, string>;
  given: Given;
}) => {
  const mine = said(c, listWords);
  return (
    <fieldset lang={locale}>
      <legend lang={localeOf(c)}>
        {languageName(c, locale)} ({locale})
      </legend>
      {textFields[list].map((name) => {
        const shared = { name: `${locale}.${name}`, label: mine.texts[name] ?? name, given };
        return isLong(name) ? (
          <Area {...shared} value={texts[name]} rows={name === 'description' ? 5 : 3} />
        ) : (
          <Field {...shared} value={texts[name]} type={name === 'privacyUrl' ? 'url' : 'text'} />
        );
      })}
    </fieldset>
  );
};

export const TextsForm = ({
  c,
  list,
  entry,
  given,
}: {
  c: Context<ConsoleApp>;
  list: ListName;
  entry: Entry;
  given: Given;
}) => {
  const words = wordsOf(c);
  const mine = said(c, listWords);
  const added = c.req.query('language');
  const locales = [
    ...new Set([
      ...Object.keys(entry.texts).toSorted((a, b) => Number(b === 'en') - Number(a === 'en')),
      ...(added && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(added) ? [added] : []),
      ...(Object.keys(entry.texts).length === 0 ? ['en'] : []),
    ]),
  ];
  return (
    <>
      <h2>{mine.textsTitle}</h2>
      <p class="intro">{list === 'purposes' ? mine.purposeTexts : mine.textsIntro}</p>
      <form method="get" class="filter">
        <Field
          name="language"
          label={mine.addLanguage}
          placeholder="de"
          pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8})?"
        />
        <button class="quiet">{words.add}</button>
      </form>
      <form method="post" action={`/console/lists/${list}/${entry.key}/texts`}>
        <Wrong given={given} words={words} />
        <div class="sides">
          {locales.map((locale) => (
            <LocaleTexts
              c={c}
              list={list}
              locale={locale}
              given={given}
              texts={entry.texts[locale] ?? {}}
            />
          ))}
        </div>
        <p class="buttons">
          <button class="main">{words.save}</button>
        </p>
      </form>
    </>
  );
};

export const hintsOf = (c: Context<ConsoleApp>, list: ListName, entry: Entry): string[] => {
  const mine = said(c, listWords);
  if (list !== 'purposes') return [];
  return Object.entries(entry.texts).flatMap(([locale, { privacyUrl, description = '' }]) => [
    ...(privacyUrl ? [] : [fill(mine.noUrl, { locale })]),
    ...(description.length < 80 ? [fill(mine.shortText, { locale })] : []),
  ]);
};
