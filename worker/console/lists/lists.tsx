import { Hono } from 'hono';
import { z } from 'zod';
import { entryEdit, saveEntry, saveTexts } from '../../admin/lists/edit.ts';
import { ListName } from '../../contract/lists.ts';
import { Key } from '../../contract/words.ts';
import { type Entry, readWholeLists } from '../../lists/whole.ts';
import { callerOf } from '../../platform/caller.ts';
import { readEdit } from '../../platform/edits.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { seenOf } from '../kit/editable.tsx';
import { redirectWith } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import { entryName } from '../kit/names.ts';
import { Badge, LinkButton, Table } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { isOvertaken } from '../kit/submitted.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { listOf, openEntry, showEntry, showNewEntry, showSaved } from './entry.tsx';
import { leavingForms, showLeaving } from './leaving.tsx';
import { entryFrom, textsFrom } from './posted.ts';
import { listWords } from './words.ts';

const EntryRow = ({ c, list, entry }: { c: ConsoleContext; list: ListName; entry: Entry }) => {
  const words = wordsOf(c);
  return (
    <tr>
      <td>
        <a href={`/console/lists/${list}/${entry.key}`}>{entryName(entry, localeOf(c))}</a>
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
  );
};

const ListSection = ({
  c,
  list,
  entries,
}: {
  c: ConsoleContext;
  list: ListName;
  entries: readonly Entry[];
}) => {
  const words = wordsOf(c);
  const own = localised(c, listWords);
  return (
    <section id={list}>
      <div class="top">
        <div>
          <h2>{own.names[list]}</h2>
          <p class="intro">{own.about[list]}</p>
        </div>
        {c.get('isReadOnly') ? null : (
          <LinkButton to={`/lists/${list}/new`}>{words.add}</LinkButton>
        )}
      </div>
      <Table
        label={own.names[list]}
        head={[words.name, words.key, own.languages, words.order, words.state]}
      >
        {entries.map((entry) => (
          <EntryRow c={c} list={list} entry={entry} />
        ))}
      </Table>
    </section>
  );
};

const showLists = async (c: ConsoleContext): Promise<Response> => {
  const lists = await readWholeLists(c.get('db'));
  return show(c, {
    title: wordsOf(c).lists,
    children: (
      <>
        <p class="intro">{localised(c, listWords).intro}</p>
        {ListName.options.map((list) => (
          <ListSection c={c} list={list} entries={lists[list]} />
        ))}
      </>
    ),
  });
};

/**
 * Adds an entry to the list in the path. A key that is taken is refused: saving would change its entry. So it is
 * where someone else adds one of the same key at the same time.
 */
const addEntry = async (c: ConsoleContext): Promise<Response> => {
  const list = listOf(c);
  const posted = await readPosted(c);
  const key = textOf(posted, 'key').trim();
  const [{ version }, lists] = await Promise.all([
    readEdit(c.get('db'), entryEdit(list, key)),
    readWholeLists(c.get('db')),
  ]);
  const refuse = () => {
    const message = localised(c, listWords).keyTaken;
    return showNewEntry(c, { values: posted, errors: [{ field: 'key', code: 'taken', message }] });
  };
  if (lists[list].some((entry) => entry.key === key)) return refuse();
  const saved = await attempt(async () => {
    const named = parse(z.object({ key: Key }), { key });
    return saveEntry(callerOf(c), list, named.key, entryFrom(list, posted), version);
  });
  if (saved.ok) return redirectWith(c, `/lists/${list}/${key}`, 'added');
  const submitted = { values: posted, errors: saved.errors };
  return isOvertaken(submitted) ? refuse() : showNewEntry(c, submitted);
};

/** Lists purposes, legal bases, sources and subscription types; adds, changes and translates them. */
export const listScreens = new Hono<ConsoleApp>()
  .use(screenFor('lists'))
  .get('/', showLists)
  .get('/:list/new', (c) => showNewEntry(c))
  .post('/:list/new', addEntry)
  .get('/:list/:key', (c) => showEntry(c))
  .post('/:list/:key', async (c) => {
    const opened = await openEntry(c);
    const { list, entry } = opened;
    const posted = await readPosted(c);
    const leaving = await leavingForms(c, opened, posted);
    if (leaving.length > 0) return showLeaving(c, opened, posted, leaving);
    const [seen] = seenOf(posted);
    const saved = await attempt(() =>
      saveEntry(callerOf(c), list, entry.key, entryFrom(list, posted), seen),
    );
    if (saved.ok) return showSaved(c, opened, saved.value.forms);
    return showEntry(c, { entry: { values: posted, errors: saved.errors } });
  })
  .post('/:list/:key/texts', async (c) => {
    const opened = await openEntry(c);
    const { list, entry } = opened;
    const posted = await readPosted(c);
    const [seen] = seenOf(posted);
    const saved = await attempt(() =>
      saveTexts(callerOf(c), list, entry.key, textsFrom(list, posted), seen),
    );
    if (saved.ok) return showSaved(c, opened, saved.value.forms);
    return showEntry(c, { texts: { values: posted, errors: saved.errors } });
  });
