import { entryEdit, textsEdit } from '../../admin/lists/edit.ts';
import { NoticeName } from '../../contract/emails.ts';
import { ListName, type Republished } from '../../contract/lists.ts';
import { type Entry, readWholeLists, type WholeLists } from '../../lists/whole.ts';
import { wordingsOf } from '../../lists/wordings.ts';
import { readAllTexts } from '../../outbox/templates.ts';
import { inLocale } from '../../platform/in-locale.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { readEditable } from '../kit/editable.tsx';
import type { Choice } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { entryName } from '../kit/names.ts';
import { show } from '../kit/shell.tsx';
import { type Submitted, statusOf } from '../kit/submitted.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { EntryForm } from './entry-form.tsx';
import { hintsOf, TextsForm } from './texts-form.tsx';
import { FailedForms, WordingVersions } from './wordings.tsx';
import { listWords } from './words.ts';

/** An entry, the list that it is in, and all lists, from which its form chooses. */
export type Opened = { list: ListName; lists: WholeLists; entry: Entry };

/** Returns the list in the path; throws `not-found` if there is no such list. */
export const listOf = (c: ConsoleContext): ListName => {
  const list = ListName.safeParse(c.req.param('list'));
  if (!list.success) throw new ProblemError('not-found');
  return list.data;
};

/** Reads the entry in the path; throws `not-found` if there is none. */
export const openEntry = async (c: ConsoleContext): Promise<Opened> => {
  const list = listOf(c);
  const lists = await readWholeLists(c.get('db'));
  const entry = lists[list].find(({ key }) => key === c.req.param('key'));
  if (!entry) throw new ProblemError('not-found');
  return { list, lists, entry };
};

/** The privacy notices that a source may send, each by its subject. */
const readNotices = async (c: ConsoleContext, list: ListName): Promise<Choice[]> => {
  if (list !== 'sources') return [];
  const all = await readAllTexts(c.get('db'));
  return Object.entries(all)
    .filter(([name]) => NoticeName.safeParse(name).success)
    .map(([name, texts]): Choice => {
      const subject = inLocale(texts, localeOf(c))?.subject ?? '';
      return [name, `${fill(subject, { sender: '…' })} (${name})`];
    });
};

const Hints = ({ hints }: { hints: readonly string[] }) =>
  hints.length > 0 ? (
    <div class="warning">
      {hints.map((hint) => (
        <div>{hint}</div>
      ))}
    </div>
  ) : null;

/** Shows the entry in the path; `submitted` is what was refused, `failed` which forms could not show what was saved. */
export const showEntry = async (
  c: ConsoleContext,
  submitted: { entry?: Submitted; texts?: Submitted } = {},
  failed: Republished['failed'] = [],
): Promise<Response> => {
  const key = c.req.param('key') ?? '';
  const [editable, texts, notices, { list, lists, entry }] = await Promise.all([
    readEditable(c, [entryEdit(listOf(c), key)], submitted.entry),
    readEditable(c, [textsEdit(listOf(c), key)], submitted.texts),
    readNotices(c, listOf(c)),
    openEntry(c),
  ]);
  const wordings = list === 'purposes' ? await wordingsOf(c.get('db'), entry.key) : null;
  const editing = { c, lists, notices, entry, editable, submitted: submitted.entry ?? {} };
  return show(
    c,
    {
      title: entryName(entry, localeOf(c)),
      back: [`/lists#${list}`, wordsOf(c).lists],
      children: (
        <>
          <FailedForms c={c} failed={failed} />
          <Hints hints={hintsOf(c, list, entry)} />
          <p>
            <code>{entry.key}</code>
          </p>
          <EntryForm list={list} editing={editing} />
          <TextsForm
            c={c}
            list={list}
            entry={entry}
            editable={texts}
            submitted={submitted.texts ?? {}}
          />
          {wordings ? (
            <WordingVersions c={c} lists={lists} purpose={entry.key} wordings={wordings} />
          ) : null}
        </>
      ),
    },
    statusOf(submitted.entry, submitted.texts),
  );
};

/** Redirects to an entry that was saved; shows it at once if a form could not be published with it. */
export const showSaved = async (
  c: ConsoleContext,
  { list, entry }: Opened,
  { failed }: Republished,
): Promise<Response> =>
  failed.length === 0
    ? redirectWith(c, `/lists/${list}/${entry.key}`, 'saved')
    : showEntry(c, {}, failed);

/** Shows the form that adds an entry to the list in the path. */
export const showNewEntry = async (
  c: ConsoleContext,
  submitted: Submitted = {},
): Promise<Response> => {
  const list = listOf(c);
  const [lists, notices] = await Promise.all([readWholeLists(c.get('db')), readNotices(c, list)]);
  return show(
    c,
    {
      title: localised(c, listWords).adding[list],
      back: [`/lists#${list}`, wordsOf(c).lists],
      children: <EntryForm list={list} editing={{ c, lists, notices, submitted }} isNew />,
    },
    statusOf(submitted),
  );
};
