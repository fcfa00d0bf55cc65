import { dropDraft } from '../../forms/draft.ts';
import { deleteForm } from '../../forms/remove.ts';
import { readForm } from '../../forms/store.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { redirectWith } from '../kit/flash.ts';
import { LinkButton } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, fillCount, localised, wordsOf } from '../kit/words.ts';
import { formKey, nameOf, readDraftOf } from './opened.ts';
import { removingWords } from './words/removing.ts';

const Buttons = ({ c, label, what }: { c: ConsoleContext; label: string; what: string }) => (
  <form method="post">
    <p class="buttons">
      <button class="danger" name="what" value={what}>
        {label}
      </button>
      <LinkButton to={`/forms/${formKey(c)}`}>{wordsOf(c).cancel}</LinkButton>
    </p>
  </form>
);

/** Says what deleting the form in the path takes away, or why it cannot be deleted, and asks. */
export const showRemoving = async (c: ConsoleContext): Promise<Response> => {
  const own = localised(c, removingWords);
  const [draft, published] = await Promise.all([readDraftOf(c), readForm(c.get('db'), formKey(c))]);
  const name = nameOf(draft, formKey(c));
  const submissions = published?.settings.submissions ?? 0;
  return show(c, {
    title: fill(own.title, { name }),
    back: [`/forms/${formKey(c)}`, name],
    children: (
      <div class="sheet">
        {submissions > 0 ? (
          <p>{fillCount(c, own.used, submissions)}</p>
        ) : (
          <>
            <p>{published ? own.unused : own.draft}</p>
            <Buttons c={c} label={own.delete} what="form" />
          </>
        )}
        {published ? (
          <>
            <h2>{own.discard}</h2>
            <p>{fill(own.discardHelp, { n: published.current.version })}</p>
            <Buttons c={c} label={own.discard} what="draft" />
          </>
        ) : null}
      </div>
    ),
  });
};

/** Deletes the form in the path, or only its draft. */
export const removeForm = async (c: ConsoleContext): Promise<Response> => {
  const isOnlyDraft = textOf(await readPosted(c), 'what') === 'draft';
  if (isOnlyDraft) {
    await dropDraft(callerOf(c), formKey(c));
    return redirectWith(c, `/forms/${formKey(c)}`, 'done');
  }
  const removed = await attempt(() => deleteForm(callerOf(c), formKey(c)));
  return removed.ok ? redirectWith(c, '/forms', 'deleted') : showRemoving(c);
};
