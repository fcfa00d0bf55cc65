import { Hono } from 'hono';
import { saveEntry, saveTexts } from '../../admin/lists/edit.ts';
import { ListName, type Republished } from '../../contract/lists.ts';
import { type Entry, readWholeLists, type WholeLists } from '../../lists/whole.ts';
import { wordingsOf } from '../../lists/wordings.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import type { Submitted } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { requireRight } from '../kit/guard.ts';
import { entryName } from '../kit/names.ts';
import { Badge, Table } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { EntryForm, hintsOf, TextsForm } from './entry.tsx';
import { bodyOf, textsFrom } from './posted.ts';
import { FailedForms, WordingVersions } from './wordings.tsx';
import { listWords } from './words.ts';

const listOf = (c: ConsoleContext): ListName => {
  const list = ListName.safeParse(c.req.param('list'));
  if (!list.success) throw new ProblemError('not-found');
  return list.data;
};

const entryOf = (c: ConsoleContext, lists: WholeLists, list: ListName): Entry => {
  const entry = lists[list].find(({ key }) => key === c.req.param('key'));
  if (!entry) throw new ProblemError('not-found');
  return entry;
};

const showEntry = async (
  c: ConsoleContext,
  list: ListName,
  lists: WholeLists,
  entry: Entry,
  submitted: { entry?: Submitted; texts?: Submitted; failed?: Republished['failed'] } = {},
) => {
  const wordings = list === 'purposes' ? await wordingsOf(c.get('db'), entry.key) : null;
  const hints = hintsOf(c, list, entry);
  return show(
    c,
    {
      title: entryName(entry, localeOf(c)),
      back: [`/lists#${list}`, wordsOf(c).lists],
      children: (
        <>
          <FailedForms c={c} failed={submitted.failed ?? []} />
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
          <EntryForm list={list} editing={{ c, lists, entry, submitted: submitted.entry ?? {} }} />
          <TextsForm c={c} list={list} entry={entry} submitted={submitted.texts ?? {}} />
          {wordings ? <WordingVersions c={c} wordings={wordings} purpose={entry.key} /> : null}
        </>
      ),
    },
    submitted.entry?.errors || submitted.texts?.errors ? 422 : 200,
  );
};

/** Leads back to an entry that was saved, or stays on it where a form could not show what is new. */
const showSaved = async (
  c: ConsoleContext,
  list: ListName,
  { failed }: Republished,
): Promise<Response> => {
  if (failed.length === 0) return redirectWith(c, `/lists/${list}/${c.req.param('key')}`, 'saved');
  const lists = await readWholeLists(c.get('db'));
  return showEntry(c, list, lists, entryOf(c, lists, list), { failed });
};

/** Purposes, legal bases, sources and subscription types: add, edit, order, translate, deactivate. */
export const listScreens = new Hono<ConsoleApp>()
  .use(requireRight('lists'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const own = localised(c, listWords);
    const lists = await readWholeLists(c.get('db'));
    const locale = localeOf(c);
    return show(c, {
      title: words.lists,
      children: (
        <>
          <p class="intro">{own.intro}</p>
          {ListName.options.map((list) => (
            <section id={list}>
              <div class="top">
                <div>
                  <h2>{own.names[list]}</h2>
                  <p class="intro">{own.about[list]}</p>
                </div>
                <a class="quiet button" href={`/console/lists/${list}/new`}>
                  {words.add}
                </a>
              </div>
              <Table
                label={own.names[list]}
                head={[words.name, words.key, own.languages, words.order, words.state]}
              >
                {lists[list].map((entry) => (
                  <tr>
                    <td>
                      <a href={`/console/lists/${list}/${entry.key}`}>{entryName(entry, locale)}</a>
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
      title: localised(c, listWords).adding[list],
      back: [`/lists#${list}`, wordsOf(c).lists],
      children: <EntryForm list={list} editing={{ c, lists, submitted: {} }} isNew />,
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
          errors: [{ field: 'key', code: 'taken', message: localised(c, listWords).taken }],
        } as const)
      : await attempt(() => saveEntry(callerOf(c), list, key, bodyOf(list, posted)));
    if (saved.ok) return redirectWith(c, `/lists/${list}/${key}`, 'added');
    const submitted = { values: posted, errors: saved.errors };
    return show(
      c,
      {
        title: localised(c, listWords).adding[list],
        back: [`/lists#${list}`, wordsOf(c).lists],
        children: <EntryForm list={list} editing={{ c, lists, submitted }} isNew />,
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
    const saved = await attempt(() =>
      saveEntry(callerOf(c), list, entry.key, bodyOf(list, posted)),
    );
    if (saved.ok) return showSaved(c, list, saved.value.forms);
    return showEntry(c, list, lists, entry, { entry: { values: posted, errors: saved.errors } });
  })
  .post('/:list/:key/texts', async (c) => {
    const list = listOf(c);
    const lists = await readWholeLists(c.get('db'));
    const entry = entryOf(c, lists, list);
    const posted = await readPosted(c);
    const saved = await attempt(() =>
      saveTexts(callerOf(c), list, entry.key, textsFrom(list, posted)),
    );
    if (saved.ok) return showSaved(c, list, saved.value);
    return showEntry(c, list, lists, entry, { texts: { values: posted, errors: saved.errors } });
  });
