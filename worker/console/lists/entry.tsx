import { EmailTemplate } from '../../contract/emails.ts';
import type { ListName } from '../../contract/lists.ts';
import type { Entry, WholeLists } from '../../lists/whole.ts';
import type { ConsoleContext } from '../kit/app.ts';
import {
  Checkbox,
  ErrorSummary,
  Field,
  KeyField,
  Select,
  type Submitted,
  TextArea,
} from '../kit/fields.tsx';
import { entryName } from '../kit/names.ts';
import { isChecked } from '../kit/posted.ts';
import { fill, languageName, localeOf, localised, wordsOf } from '../kit/words.ts';
import { textFields } from './posted.ts';
import { listWords } from './words.ts';

const channels = ['e-mail', 'sms', 'phone', 'post'] as const;

const isLong = (name: string): boolean => ['approval', 'notice', 'description'].includes(name);

type Editing = {
  c: ConsoleContext;
  lists: WholeLists;
  entry?: Record<string, unknown>;
  submitted: Submitted;
};

const text = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);

const ticked = ({ submitted, entry }: Editing, name: string, start: boolean): boolean =>
  submitted.values
    ? isChecked(submitted.values, name)
    : ((entry?.[name] as boolean | undefined) ?? start);

/** What is special to the entries of one list. */
const Special = ({ list, editing }: { list: ListName; editing: Editing }) => {
  const { c, lists, entry, submitted } = editing;
  const words = wordsOf(c);
  const own = localised(c, listWords);
  const locale = localeOf(c);
  const choices = (name: 'purposes' | 'legal-bases') =>
    lists[name].map((each) => [each.key, entryName(each, locale)] as const);
  switch (list) {
    case 'purposes':
      return (
        <>
          <Select
            name="legalBasis"
            label={words.legalBasis}
            value={text(entry?.legalBasis) || '61A'}
            choices={choices('legal-bases')}
            submitted={submitted}
          />
          <Checkbox
            name="explicit"
            label={own.explicit}
            help={own.explicitHelp}
            checked={ticked(editing, 'explicit', true)}
          />
          <Field
            name="retentionDays"
            type="number"
            min={1}
            label={own.retention}
            help={own.retentionHelp}
            value={text(entry?.retentionDays)}
            submitted={submitted}
          />
        </>
      );
    case 'sources':
      return (
        <>
          <Select
            name="noticeTemplate"
            label={own.noticeTemplate}
            value={text(entry?.noticeTemplate)}
            choices={[
              ['', words.none],
              ...EmailTemplate.options
                .filter((name) => name.endsWith('notice') && name !== 'breach-notice')
                .map((name) => [name, name] as const),
            ]}
            submitted={submitted}
          />
          <Checkbox
            name="noticeAutomatic"
            label={own.noticeAutomatic}
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
            submitted={submitted}
          />
          <Select
            name="channel"
            label={own.channel}
            value={text(entry?.channel) || 'e-mail'}
            choices={channels.map((channel) => [channel, own.channels[channel]] as const)}
            submitted={submitted}
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
  const { c, entry, submitted } = editing;
  const words = wordsOf(c);
  const own = localised(c, listWords);
  return (
    <form method="post" class="sheet">
      <ErrorSummary submitted={submitted} words={words} />
      {isNew ? <KeyField label={words.key} help={own.keyHelp} submitted={submitted} /> : null}
      <Special list={list} editing={editing} />
      <Field
        name="rank"
        type="number"
        min={0}
        label={words.order}
        help={own.orderHelp}
        value={text(entry?.rank) || 0}
        submitted={submitted}
      />
      <Checkbox
        name="active"
        label={words.active}
        help={own.activeHelp}
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
        return isLong(name) ? (
          <TextArea {...shared} value={texts[name]} rows={name === 'description' ? 5 : 3} />
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
  submitted,
}: {
  c: ConsoleContext;
  list: ListName;
  entry: Entry;
  submitted: Submitted;
}) => {
  const words = wordsOf(c);
  const own = localised(c, listWords);
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
      <h2>{own.textsTitle}</h2>
      <p class="intro">{list === 'purposes' ? own.purposeTexts : own.textsIntro}</p>
      <form method="get" class="filter">
        <Field
          name="language"
          label={own.addLanguage}
          placeholder="de"
          pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8})?"
        />
        <button class="quiet">{words.add}</button>
      </form>
      <form method="post" action={`/console/lists/${list}/${entry.key}/texts`}>
        <ErrorSummary submitted={submitted} words={words} />
        <div class="sides">
          {locales.map((locale) => (
            <LocaleTexts
              c={c}
              list={list}
              locale={locale}
              submitted={submitted}
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

export const hintsOf = (c: ConsoleContext, list: ListName, entry: Entry): string[] => {
  const own = localised(c, listWords);
  if (list !== 'purposes') return [];
  return Object.entries(entry.texts).flatMap(([locale, { privacyUrl, description = '' }]) => [
    ...(privacyUrl ? [] : [fill(own.noUrl, { locale })]),
    ...(description.length < 80 ? [fill(own.shortText, { locale })] : []),
  ]);
};
