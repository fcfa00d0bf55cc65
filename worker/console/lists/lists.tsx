import { type Context, Hono } from 'hono';
import { saveEntry, saveTexts } from '../../admin/lists/edit.ts';
import type { Republished } from '../../contract/lists.ts';
import { ListName } from '../../contract/lists.ts';
import { type Entry, readWholeLists, type WholeLists } from '../../lists/whole.ts';
import { wordingsOf } from '../../lists/wordings.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { may } from '../kit/guard.ts';
import { nameOf } from '../kit/names.ts';
import { Badge, type Given, Table } from '../kit/parts.tsx';
import { readPosted, textOf, tried } from '../kit/posted.ts';
import { leadTo, show } from '../kit/shell.tsx';
import { localeOf, said, wordsOf } from '../kit/words/words.ts';
import { EntryForm, hintsOf, TextsForm } from './entry.tsx';
import { bodyOf, postedTexts } from './posted.ts';
import { NotShown, OlderWords } from './wordings.tsx';
import { listWords } from './words.ts';

const listOf = (c: Context<ConsoleApp>): ListName => {
  const list = ListName.safeParse(c.req.param('list'));
  if (!list.success) throw new ProblemError('not-found');
  return list.data;
};

const entryOf = (c: Context<ConsoleApp>, lists: WholeLists, list: ListName): Entry => {
  const entry = lists[list].find(({ key }) => key === c.req.param('key'));
  if (!entry) throw new ProblemError('not-found');
  return entry;
};

const showEntry = async (
  c: Context<ConsoleApp>,
  list: ListName,
  lists: WholeLists,
  entry: Entry,
  given: { entry?: Given; texts?: Given; failed?: Republished['failed'] } = {},
) => {
  const wordings = list === 'purposes' ? await wordingsOf(c.get('db'), entry.key) : null;
  const hints = hintsOf(c, list, entry);
  return show(
    c,
    {
      title: nameOf(entry, localeOf(c)),
      back: [`/lists#${list}`, wordsOf(c).lists],
      children: (
        <>
          <NotShown c={c} failed={given.failed ?? []} />
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
          <TextsForm c={c} list={list} entry={entry} given={given.texts ?? {}} />
          {wordings ? <OlderWords c={c} wordings={wordings} purpose={entry.key} /> : null}
        </>
      ),
    },
    given.entry?.errors || given.texts?.errors ? 422 : 200,
  );
};

/** Leads back to an entry that was saved, or stays on it where a form could not show what is new. */
const showSaved = async (
  c: Context<ConsoleApp>,
  list: ListName,
  { failed }: Republished,
): Promise<Response> => {
  if (failed.length === 0) return leadTo(c, `/lists/${list}/${c.req.param('key')}`, 'saved');
  const lists = await readWholeLists(c.get('db'));
  return showEntry(c, list, lists, entryOf(c, lists, list), { failed });
};

/** Purposes, legal bases, sources and subscription types: add, edit, order, translate, deactivate. */
export const listScreens = new Hono<ConsoleApp>()
  .use(may('lists'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const mine = said(c, listWords);
    const lists = await readWholeLists(c.get('db'));
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
    const lists = await readWholeLists(c.get('db'));
    return show(c, {
      title: said(c, listWords).adding[list],
      back: [`/lists#${list}`, wordsOf(c).lists],
      children: <EntryForm list={list} editing={{ c, lists, given: {} }} isNew />,
    });
  })
  .post('/:list/new', async (c) => {
    const list = listOf(c);
    const posted = await readPosted(c);
    const lists = await readWholeLists(c.get('db'));
    const key = textOf(posted, 'key').trim();
    const saved = lists[list].some((entry) => entry.key === key)
      ? ({
          ok: false,
          errors: [{ field: 'key', code: 'taken', message: said(c, listWords).taken }],
        } as const)
      : await tried(() => saveEntry(callerOf(c), list, key, bodyOf(list, posted)));
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
    const lists = await readWholeLists(c.get('db'));
    return showEntry(c, list, lists, entryOf(c, lists, list));
  })
  .post('/:list/:key', async (c) => {
    const list = listOf(c);
    const lists = await readWholeLists(c.get('db'));
    const entry = entryOf(c, lists, list);
    const posted = await readPosted(c);
    const saved = await tried(() => saveEntry(callerOf(c), list, entry.key, bodyOf(list, posted)));
    if (saved.ok) return showSaved(c, list, saved.value.forms);
    return showEntry(c, list, lists, entry, { entry: { values: posted, errors: saved.errors } });
  })
  .post('/:list/:key/texts', async (c) => {
    const list = listOf(c);
    const lists = await readWholeLists(c.get('db'));
    const entry = entryOf(c, lists, list);
    const posted = await readPosted(c);
    const saved = await tried(() =>
      saveTexts(callerOf(c), list, entry.key, postedTexts(list, posted)),
    );
    if (saved.ok) return showSaved(c, list, saved.value);
    return showEntry(c, list, lists, entry, { texts: { values: posted, errors: saved.errors } });
  });
