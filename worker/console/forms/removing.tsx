import { dropDraft } from '../../forms/draft.ts';
import { deleteForm } from '../../forms/remove.ts';
import { formEdit, readForm } from '../../forms/store.ts';
import { callerOf } from '../../platform/caller.ts';
import { readEdit } from '../../platform/edits.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { seenOf } from '../kit/editable.tsx';
import { redirectWith } from '../kit/flash.ts';
import { LinkButton } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { isOvertaken, type Submitted, statusOf } from '../kit/submitted.tsx';
import { fill, fillCount, localised, wordsOf } from '../kit/words.ts';
import { formKey, nameOf, readDraftOf } from './opened.ts';
import { removingWords } from './words/removing.ts';

const Buttons = ({
  c,
  seen,
  label,
  what,
}: {
  c: ConsoleContext;
  seen: number;
  label: string;
  what: string;
}) => (
  <form method="post">
    <input type="hidden" name="loaded" value={seen} />
    <p class="buttons">
      <button class="danger" name="what" value={what}>
        {label}
      </button>
      <LinkButton to={`/forms/${formKey(c)}`}>{wordsOf(c).cancel}</LinkButton>
    </p>
  </form>
);

/** Says what deleting the form in the path takes away, or why it cannot be deleted, and asks. */
export const showRemoving = async (
  c: ConsoleContext,
  errors?: Submitted['errors'],
): Promise<Response> => {
  const own = localised(c, removingWords);
  const [{ version }, draft, published] = await Promise.all([
    readEdit(c.get('db'), formEdit(formKey(c))),
    readDraftOf(c),
    readForm(c.get('db'), formKey(c)),
  ]);
  const name = nameOf(draft, formKey(c));
  const submissions = published?.settings.submissions ?? 0;
  return show(
    c,
    {
      message: isOvertaken({ errors }) ? own.overtaken : undefined,
      title: fill(own.title, { name }),
      back: [`/forms/${formKey(c)}`, name],
      children: (
        <div class="sheet">
          {submissions > 0 ? (
            <p>{fillCount(c, own.used, submissions)}</p>
          ) : (
            <>
              <p>{published ? own.unused : own.draft}</p>
              <Buttons c={c} seen={version} label={own.delete} what="form" />
            </>
          )}
          {published ? (
            <>
              <h2>{own.discard}</h2>
              <p>{fill(own.discardHelp, { n: published.current.version })}</p>
              <Buttons c={c} seen={version} label={own.discard} what="draft" />
            </>
          ) : null}
        </div>
      ),
    },
    statusOf({ errors }),
  );
};

/** Deletes the form in the path, or only its draft; one that was saved since is shown as it is now. */
export const removeForm = async (c: ConsoleContext): Promise<Response> => {
  const posted = await readPosted(c);
  const isOnlyDraft = textOf(posted, 'what') === 'draft';
  const which = { form: formKey(c), seen: seenOf(posted)[0] };
  const removed = await attempt<unknown>(() =>
    isOnlyDraft ? dropDraft(callerOf(c), which) : deleteForm(callerOf(c), which),
  );
  if (!removed.ok) return showRemoving(c, removed.errors);
  return isOnlyDraft
    ? redirectWith(c, `/forms/${formKey(c)}`, 'done')
    : redirectWith(c, '/forms', 'deleted');
};
