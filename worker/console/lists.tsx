import { type Context, Hono } from 'hono';
import type { App } from '../env.ts';
import { saveEntry, saveTexts } from '../lists/edit.ts';
import { type Entry, ListName, readWholeLists, type WholeLists } from '../lists/edit-store.ts';
import { Template } from '../mail/templates.ts';
import { ProblemError } from '../problems/problem.ts';
import { has, may } from './guard.ts';
import { listWords } from './list-words.ts';
import { Area, Badge, Check, Field, type Given, Select, Table, Wrong } from './parts.tsx';
import { isTicked, numberOf, type Posted, readPosted, textOf, tried } from './posted.ts';
import { leadTo, show } from './shell.tsx';
import { fill, localeOf, said, wordsOf } from './words/words.ts';

const channels = ['e-mail', 'sms', 'phone', 'post'] as const;

/** The texts of a list's entries, and how much is written in each. */
const textFields = {
  purposes: ['title', 'approval', 'notice', 'description', 'privacyTitle', 'privacyUrl'],
  'legal-bases': ['name', 'description'],
  sources: ['name'],
  'subscription-types': ['name', 'description'],
} as const satisfies Record<ListName, readonly string[]>;

const isLong = (name: string): boolean => ['approval', 'notice', 'description'].includes(name);

const nameOf = ({ key, texts }: Entry, locale: string): string => {
  const words = texts[locale] ?? texts.en ?? Object.values(texts)[0];
  return words?.title ?? words?.name ?? key;
};

const listOf = (c: Context<App>): ListName => {
  const list = ListName.safeParse(c.req.param('list'));
  if (!list.success) throw new ProblemError('not-found');
  return list.data;
};

const entryOf = (c: Context<App>, lists: WholeLists, list: ListName): Entry => {
  const entry = lists[list].find(({ key }) => key === c.req.param('key'));
  if (!entry) throw new ProblemError('not-found');
  return entry;
};

/** What an entry is besides its texts, as its form posts it. */
const bodyOf = (list: ListName, posted: Posted): Record<string, unknown> => ({
  active: isTicked(posted, 'active'),
  rank: numberOf(posted, 'rank'),
  ...(list === 'purposes'
    ? {
        legalBasis: textOf(posted, 'legalBasis'),
        explicit: isTicked(posted, 'explicit'),
        retentionDays: textOf(posted, 'retentionDays') ? numberOf(posted, 'retentionDays') : null,
      }
    : {}),
  ...(list === 'sources'
    ? {
        noticeTemplate: textOf(posted, 'noticeTemplate') || null,
        noticeAutomatic: isTicked(posted, 'noticeAutomatic'),
      }
    : {}),
  ...(list === 'subscription-types'
    ? { purpose: textOf(posted, 'purpose'), channel: textOf(posted, 'channel') }
    : {}),
});

type Editing = {
  c: Context<App>;
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
              ...Template.options
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

const EntryForm = ({
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
      {isNew ? (
        <Field
          name="key"
          label={words.key}
          help={mine.keyHelp}
          pattern="[A-Za-z0-9][A-Za-z0-9\-]*"
          required
          given={given}
        />
      ) : null}
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
  c: Context<App>;
  list: ListName;
  locale: string;
  texts: Record<string, string>;
  given: Given;
}) => {
  const mine = said(c, listWords);
  const language = new Intl.DisplayNames([localeOf(c)], { type: 'language' }).of(locale);
  return (
    <fieldset lang={locale}>
      <legend lang={localeOf(c)}>
        {language} ({locale})
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

const TextsForm = ({
  c,
  list,
  entry,
  given,
}: {
  c: Context<App>;
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
            <LocaleTexts {...{ c, list, locale, given }} texts={entry.texts[locale] ?? {}} />
          ))}
        </div>
        <p class="buttons">
          <button class="main">{words.save}</button>
        </p>
      </form>
    </>
  );
};

const hintsOf = (c: Context<App>, list: ListName, entry: Entry): string[] => {
  const mine = said(c, listWords);
  if (list !== 'purposes') return [];
  return Object.entries(entry.texts).flatMap(([locale, { privacyUrl, description = '' }]) => [
    ...(privacyUrl ? [] : [fill(mine.noUrl, { locale })]),
    ...(description.length < 80 ? [fill(mine.shortText, { locale })] : []),
  ]);
};

const showEntry = async (
  c: Context<App>,
  list: ListName,
  lists: WholeLists,
  entry: Entry,
  given: { entry?: Given; texts?: Given } = {},
) => {
  const mine = said(c, listWords);
  const hints = hintsOf(c, list, entry);
  return show(
    c,
    {
      title: nameOf(entry, localeOf(c)),
      back: [`/lists#${list}`, wordsOf(c).lists],
      children: (
        <>
          {hints.length > 0 ? (
            <div class="warning">
              {hints.map((hint) => (
                <div>{hint}</div>
              ))}
            </div>
          ) : null}
          <p>
            <code>{entry.key}</code>
          </p>
          <EntryForm list={list} editing={{ c, lists, entry, given: given.entry ?? {} }} />
          <TextsForm {...{ c, list, entry }} given={given.texts ?? {}} />
          {list === 'purposes' && has(c, 'bulk-update') ? (
            <section class="card">
              <h2>{mine.anew}</h2>
              <p>{mine.anewText}</p>
              <a
                class="quiet button"
                href={`/console/jobs/new?kind=ask-anew&purpose=${entry.key}&decision=given`}
              >
                {mine.anewButton}
              </a>
            </section>
          ) : null}
        </>
      ),
    },
    given.entry?.errors || given.texts?.errors ? 422 : 200,
  );
};

/** The texts that were posted, by locale; a locale in which nothing was written is left out. */
const postedTexts = (list: ListName, posted: Posted): Record<string, Record<string, string>> => {
  const texts: Record<string, Record<string, string>> = {};
  for (const name of Object.keys(posted)) {
    const [locale = '', field = ''] = name.split('.');
    if (!(textFields[list] as readonly string[]).includes(field)) continue;
    texts[locale] = { ...texts[locale], [field]: textOf(posted, name).trim() };
  }
  return Object.fromEntries(
    Object.entries(texts).filter(([, fields]) => Object.values(fields).some(Boolean)),
  );
};

/** Purposes, legal bases, sources and subscription types: add, edit, order, translate, deactivate. */
export const listScreens = new Hono<App>()
  .use(may('lists'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const mine = said(c, listWords);
    const lists = await readWholeLists(c.env.DB);
    const locale = localeOf(c);
    return show(c, {
      title: words.lists,
      children: (
        <>
          <p class="intro">{mine.intro}</p>
          {ListName.options.map((list) => (
            <section id={list}>
              <div class="top">
                <div>
                  <h2>{mine.names[list]}</h2>
                  <p class="intro">{mine.about[list]}</p>
                </div>
                <a class="quiet button" href={`/console/lists/${list}/new`}>
                  {words.add}
                </a>
              </div>
              <Table
                label={mine.names[list]}
                head={[words.name, words.key, mine.languages, words.order, words.state]}
              >
                {lists[list].map((entry) => (
                  <tr>
                    <td>
                      <a href={`/console/lists/${list}/${entry.key}`}>{nameOf(entry, locale)}</a>
                    </td>
                    <td>
                      <code>{entry.key}</code>
                    </td>
                    <td>{Object.keys(entry.texts).join(', ')}</td>
                    <td class="number">{entry.rank}</td>
                    <td>
                      <Badge is={entry.active ? 'good' : 'off'}>
                        {entry.active ? words.active : words.inactive}
                      </Badge>
                    </td>
                  </tr>
                ))}
              </Table>
            </section>
          ))}
        </>
      ),
    });
  })
  .get('/:list/new', async (c) => {
    const list = listOf(c);
    const lists = await readWholeLists(c.env.DB);
    return show(c, {
      title: said(c, listWords).adding[list],
      back: [`/lists#${list}`, wordsOf(c).lists],
      children: <EntryForm list={list} editing={{ c, lists, given: {} }} isNew />,
    });
  })
  .post('/:list/new', async (c) => {
    const list = listOf(c);
    const posted = await readPosted(c);
    const lists = await readWholeLists(c.env.DB);
    const key = textOf(posted, 'key').trim();
    const saved = lists[list].some((entry) => entry.key === key)
      ? ({
          ok: false,
          errors: [{ field: 'key', code: 'taken', message: said(c, listWords).taken }],
        } as const)
      : await tried(() => saveEntry(c.env.DB, c.get('actor'), list, key, bodyOf(list, posted)));
    if (saved.ok) return leadTo(c, `/lists/${list}/${key}`, 'added');
    const given = { values: posted, errors: saved.errors };
    return show(
      c,
      {
        title: said(c, listWords).adding[list],
        back: [`/lists#${list}`, wordsOf(c).lists],
        children: <EntryForm list={list} editing={{ c, lists, given }} isNew />,
      },
      422,
    );
  })
  .get('/:list/:key', async (c) => {
    const list = listOf(c);
    const lists = await readWholeLists(c.env.DB);
    return showEntry(c, list, lists, entryOf(c, lists, list));
  })
  .post('/:list/:key', async (c) => {
    const list = listOf(c);
    const lists = await readWholeLists(c.env.DB);
    const entry = entryOf(c, lists, list);
    const posted = await readPosted(c);
    const saved = await tried(() =>
      saveEntry(c.env.DB, c.get('actor'), list, entry.key, bodyOf(list, posted)),
    );
    if (saved.ok) return leadTo(c, `/lists/${list}/${entry.key}`, 'saved');
    return showEntry(c, list, lists, entry, { entry: { values: posted, errors: saved.errors } });
  })
  .post('/:list/:key/texts', async (c) => {
    const list = listOf(c);
    const lists = await readWholeLists(c.env.DB);
    const entry = entryOf(c, lists, list);
    const posted = await readPosted(c);
    const saved = await tried(() =>
      saveTexts(c.env.DB, c.get('actor'), list, entry.key, postedTexts(list, posted)),
    );
    if (saved.ok) return leadTo(c, `/lists/${list}/${entry.key}`, 'saved');
    return showEntry(c, list, lists, entry, { texts: { values: posted, errors: saved.errors } });
  });
