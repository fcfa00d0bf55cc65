import { rightOf } from '../../admin/jobs/orders.ts';
import type { PeopleFilter } from '../../contract/search.ts';
import { countPeople, searchPeople } from '../../people/search.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { DecisionSelect, LegalBasisSelect, SourceSelect } from '../kit/choices.tsx';
import { showForbidden } from '../kit/error-page.tsx';
import { ErrorSummary, Field, Select, type Submitted, TextArea } from '../kit/fields.tsx';
import { readNames } from '../kit/names.ts';
import { EmptyState } from '../kit/parts.tsx';
import { type Posted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import { filterOf, queryOf } from '../people/filter.tsx';
import { jobWords } from './words.ts';

/** The kinds that begin with a selection; others have screens of their own. */
const selectable = ['bulk-update', 'bulk-delete', 'ask-anew', 'notice'] as const;
type Selectable = (typeof selectable)[number];

export const kindOf = (c: ConsoleContext): Selectable => {
  const kind = selectable.find((each) => each === c.req.query('kind'));
  if (!kind) throw new ProblemError('not-found');
  return kind;
};

export const ordersOf = (kind: Selectable, filter: PeopleFilter, posted: Posted): unknown => {
  const comment = textOf(posted, 'comment');
  switch (kind) {
    case 'bulk-update':
      return {
        kind,
        purpose: textOf(posted, 'purpose'),
        decision: textOf(posted, 'decision'),
        legalBasis: textOf(posted, 'legalBasis'),
        source: textOf(posted, 'source'),
        comment,
      };
    case 'bulk-delete':
      return { kind, comment };
    case 'ask-anew':
      return { kind, purpose: filter.purpose };
    case 'notice':
      return { kind };
  }
};

/** What must be typed, so that nobody does this by a slip. */
export const confirmationPhrase = (c: ConsoleContext, kind: Selectable, count: number): string => {
  const { phrase } = localised(c, jobWords);
  return fill(kind === 'bulk-delete' ? phrase['bulk-delete'] : phrase.other, { count });
};

export const showNew = async (c: ConsoleContext, submitted: Submitted = {}) => {
  const kind = kindOf(c);
  if (!c.get('rights').includes(rightOf[kind])) return showForbidden(c, rightOf[kind]);
  const words = wordsOf(c);
  const own = localised(c, jobWords);
  const filter = filterOf(c.req.query());
  const [count, { people }, names] = await Promise.all([
    countPeople(c.get('db'), filter),
    searchPeople(c.get('db'), filter, '', 10),
    readNames(c.get('db'), localeOf(c)),
  ]);
  const query = queryOf(filter);
  const form = (
    <form method="post" action={`/console/jobs/new?kind=${kind}&${query}`} class="sheet">
      <ErrorSummary submitted={submitted} words={words} />
      <input type="hidden" name="expected" value={count} />
      {kind === 'bulk-update' ? (
        <div class="sides">
          <Select
            name="purpose"
            label={words.purpose}
            value={filter.purpose}
            choices={names.choices('purposes')}
            submitted={submitted}
          />
          <DecisionSelect c={c} submitted={submitted} />
          <LegalBasisSelect c={c} names={names} submitted={submitted} value="61A" />
          <SourceSelect c={c} names={names} submitted={submitted} value="manual" />
        </div>
      ) : null}
      {kind === 'bulk-update' || kind === 'bulk-delete' ? (
        <TextArea
          name="comment"
          label={own.why}
          help={own.whyHelp}
          required
          submitted={submitted}
        />
      ) : null}
      {kind === 'bulk-delete' ? <p class="problem">{own.undo}</p> : null}
      {kind === 'bulk-update' ? <p class="help">{own.noUndo}</p> : null}
      <Field
        name="typed"
        label={fill(own.type, { what: `“${confirmationPhrase(c, kind, count)}”` })}
        autocomplete="off"
        required
        submitted={submitted}
      />
      <p class="buttons">
        <button class={kind === 'bulk-delete' ? 'danger' : 'main'}>
          {fill(own.begin[kind] ?? '', { count })}
        </button>
        <a class="quiet button" href={`/console/people?${query}`}>
          {words.cancel}
        </a>
      </p>
    </form>
  );
  return show(
    c,
    {
      title: own.kinds[kind] ?? kind,
      back: [`/people?${query}`, words.people],
      children: (
        <>
          <section class="card">
            <h2>{own.dryRun}</h2>
            <p>
              <strong>{fill(own.count, { count })}</strong> {query.size === 0 ? own.everybody : ''}
            </p>
            {people.length > 0 ? (
              <details>
                <summary>{own.sample}</summary>
                <ul>
                  {people.map(({ id, email }) => (
                    <li>
                      <a href={`/console/people/${id}`}>{email}</a>
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
          </section>
          {count === 0 ? <EmptyState title={own.nobody} /> : form}
        </>
      ),
    },
    submitted.errors ? 422 : 200,
  );
};
