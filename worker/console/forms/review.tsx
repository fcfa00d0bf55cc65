import type { Draft } from '../../contract/draft.ts';
import type { Difference } from '../../contract/forms.ts';
import type { FieldError } from '../../contract/problem.ts';
import { missingTexts } from '../../forms/check.ts';
import { definitionOf, publishable, publishDraft } from '../../forms/draft.ts';
import { checkPublishing } from '../../forms/publish.ts';
import { formEdit, readForm } from '../../forms/store.ts';
import { differences } from '../../forms/versions.ts';
import { warningsOf } from '../../forms/warnings.ts';
import { callerOf } from '../../platform/caller.ts';
import { readEdit } from '../../platform/edits.ts';
import { knownBrand } from '../../settings/known-brand.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { seenOf } from '../kit/editable.tsx';
import { ErrorSummary } from '../kit/fields.tsx';
import { type Names, readNames } from '../kit/names.ts';
import { LinkButton } from '../kit/parts.tsx';
import { attempt, readPosted } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { isOvertaken } from '../kit/submitted.tsx';
import { fill, languageName, localeOf, localised, wordsOf } from '../kit/words.ts';
import { ChangeTable } from './changes.tsx';
import { placed } from './errors.ts';
import { formKey, nameOf, readDraftOf } from './opened.ts';
import { placeIn } from './place.ts';
import { showEditor } from './saving.tsx';
import { WarningList } from './warnings.tsx';
import { editorWords } from './words/editor.ts';
import { reviewWords } from './words/review.ts';
import { warningWords } from './words/warnings.ts';

type ReviewProps = { c: ConsoleContext; draft: Draft };

/** Texts that a language lacks and that are shown in the default language there. */
const MissingTexts = ({ c, draft }: ReviewProps) => {
  const own = localised(c, reviewWords);
  const lacking = draft.locales
    .filter((locale) => locale !== draft.locale)
    .map((locale) => ({ locale, paths: missingTexts(definitionOf(draft), locale) }))
    .filter(({ paths }) => paths.length > 0);
  if (lacking.length === 0) return draft.locales.length > 1 ? <p>{own.noMissing}</p> : null;
  return (
    <>
      <h2>{own.missing}</h2>
      <p class="help">{fill(own.missingHelp, { language: languageName(c, draft.locale) })}</p>
      <ul>
        {lacking.map(({ locale, paths }) => (
          <li>
            <strong>{languageName(c, locale)}</strong>:{' '}
            {paths.map((path) => placeIn(c, draft, path).name).join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
};

const EmptyPages = ({ c, draft }: ReviewProps) => {
  const own = localised(c, reviewWords);
  const empty = draft.sections.flatMap(({ fields, purposes }, s) =>
    fields.length + purposes.length === 0 ? [s + 1] : [],
  );
  return empty.length > 0 ? (
    <>
      <h2>{own.empty}</h2>
      <ul>
        {empty.map((n) => (
          <li>{fill(own.emptyPage, { n })}</li>
        ))}
      </ul>
    </>
  ) : null;
};

/** What publishing changes of what visitors see and of the form's rules. */
const Changes = ({
  c,
  draft,
  changes,
}: ReviewProps & { changes: readonly Difference[] | null }) => {
  const own = localised(c, reviewWords);
  if (changes === null) {
    const address = `${callerOf(c).host}/f/${formKey(c)}`;
    return <p class="intro">{fill(own.first, { address })}</p>;
  }
  return (
    <>
      <h2>{own.changes}</h2>
      {changes.length === 0 ? (
        <p>{own.noChanges}</p>
      ) : (
        <ChangeTable c={c} draft={draft} changes={changes} heads={[own.before, own.after]} />
      )}
    </>
  );
};

const Buttons = ({
  c,
  seen,
  mayPublish,
}: {
  c: ConsoleContext;
  seen: number;
  mayPublish: boolean;
}) => {
  const own = localised(c, reviewWords);
  return (
    <form method="post">
      <input type="hidden" name="loaded" value={seen} />
      <p class="buttons">
        {mayPublish ? <button class="main">{own.publish}</button> : null}
        <LinkButton to={`/forms/${formKey(c)}`}>{own.back}</LinkButton>
      </p>
    </form>
  );
};

/** Finds why a draft cannot be published; nothing is written. */
const errorsOf = async (c: ConsoleContext, draft: Draft): Promise<readonly FieldError[]> => {
  const checked = await attempt(() =>
    checkPublishing(callerOf(c), { key: formKey(c), definition: publishable(draft) }),
  );
  return checked.ok ? [] : checked.errors;
};

/** Compares as visitors and rules would differ: what is only left out of one is no difference. */
const changesOf = (before: unknown, draft: Draft): Difference[] =>
  differences(before, JSON.parse(JSON.stringify(definitionOf(draft))));

const warningsFor = async (c: ConsoleContext, draft: Draft, names: Names) =>
  warningsOf(draft, names.lists, await knownBrand(c.get('db')))
    // Missing translations have a list of their own here.
    .filter(({ code }) => code !== 'missing-translation');

/**
 * Shows what publishing the form in the path changes, and what is missing, and asks. `message` says why it asks
 * again.
 */
export const showReview = async (c: ConsoleContext, message?: string): Promise<Response> => {
  const own = localised(c, reviewWords);
  const [{ version }, draft] = await Promise.all([
    readEdit(c.get('db'), formEdit(formKey(c))),
    readDraftOf(c),
  ]);
  const [published, names, errors] = await Promise.all([
    readForm(c.get('db'), formKey(c)),
    readNames(c.get('db'), localeOf(c)),
    errorsOf(c, draft),
  ]);
  const name = nameOf(draft, formKey(c));
  const editor = `/console/forms/${formKey(c)}`;
  const submitted = {
    errors: placed(c, draft, errors).map((error) => ({ ...error, page: editor })),
  };
  const warnings = await warningsFor(c, draft, names);
  return show(
    c,
    {
      title: own.title,
      back: [`/forms/${formKey(c)}`, name],
      children: (
        <>
          <ErrorSummary submitted={submitted} words={{ ...wordsOf(c), errorSummary: own.cannot }} />
          <Changes
            c={c}
            draft={draft}
            changes={published ? changesOf(published.latest, draft) : null}
          />
          <EmptyPages c={c} draft={draft} />
          <MissingTexts c={c} draft={draft} />
          {warnings.length > 0 ? (
            <>
              <h2>{localised(c, warningWords).title}</h2>
              <WarningList c={c} draft={draft} names={names} warnings={warnings} />
            </>
          ) : null}
          <Buttons c={c} seen={version} mayPublish={errors.length === 0} />
        </>
      ),
      ...(message === undefined ? {} : { message }),
    },
    message === undefined ? (errors.length > 0 ? 422 : 200) : 409,
  );
};

/** Publishes the draft that was reviewed; one that was saved since is reviewed again. */
export const publishReviewed = async (c: ConsoleContext): Promise<Response> => {
  const [seen] = seenOf(await readPosted(c));
  const form = formKey(c);
  const own = localised(c, editorWords);
  const [{ version: stands }, draft] = await Promise.all([
    readEdit(c.get('db'), formEdit(form)),
    readDraftOf(c),
  ]);
  const published = await attempt(() =>
    publishDraft(callerOf(c), { form, seen: seen ?? stands }, draft),
  );
  if (!published.ok && isOvertaken({ errors: published.errors }))
    return showReview(c, localised(c, reviewWords).overtaken);
  if (!published.ok) return showEditor(c, draft, { seen: stands, errors: published.errors });
  const { version, isNew } = published.value;
  const message = fill(isNew ? own.published : own.unchanged, { n: version });
  return showEditor(c, draft, { seen: stands + 1, message });
};
