import { beginJob } from '../../admin/jobs/begin.ts';
import { rightOf } from '../../admin/jobs/orders.ts';
import { NewJobBody } from '../../contract/jobs.ts';
import type { PeopleFilter, PersonLine } from '../../contract/search.ts';
import { countPeople, searchPeople } from '../../people/search.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { showForbidden } from '../kit/error-page.tsx';
import type { Submitted } from '../kit/fields.tsx';
import { hasRight } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { EmptyState } from '../kit/parts.tsx';
import { attempt, type Posted, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, fillCount, localeOf, localised, wordsOf } from '../kit/words.ts';
import { filterOf, queryOf } from '../people/filter.tsx';
import { confirmPhrase, NewJobForm, type NewJobKind, newJobKinds } from './new-form.tsx';
import { jobWords } from './words/jobs.ts';

const SAMPLE = 10;

const kindOf = (c: ConsoleContext): NewJobKind => {
  const kind = newJobKinds.find((each) => each === c.req.query('kind'));
  if (!kind) throw new ProblemError('not-found');
  return kind;
};

const ordersFrom = (kind: NewJobKind, filter: PeopleFilter, posted: Posted): unknown => {
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

const Sample = ({ c, people }: { c: ConsoleContext; people: readonly PersonLine[] }) => (
  <details>
    <summary>{localised(c, jobWords).sample}</summary>
    <ul>
      {people.map(({ id, email }) => (
        <li>
          <a href={`/console/people/${id}`}>{email}</a>
        </li>
      ))}
    </ul>
  </details>
);

const Preview = ({
  c,
  count,
  people,
  isUnfiltered,
}: {
  c: ConsoleContext;
  count: number;
  people: readonly PersonLine[];
  isUnfiltered: boolean;
}) => {
  const own = localised(c, jobWords);
  return (
    <section class="card">
      <h2>{own.preview}</h2>
      <p>
        <strong>{fillCount(c, own.count, count)}</strong> {isUnfiltered ? own.everyone : ''}
      </p>
      {people.length > 0 ? <Sample c={c} people={people} /> : null}
    </section>
  );
};

/** Shows whom a new job is about, and the form that begins it. */
export const showNewJob = async (c: ConsoleContext, submitted: Submitted = {}) => {
  const kind = kindOf(c);
  if (!hasRight(c, rightOf[kind])) return showForbidden(c, rightOf[kind]);
  const own = localised(c, jobWords);
  const filter = filterOf(c.req.query());
  const [count, { people }, names] = await Promise.all([
    countPeople(c.get('db'), filter),
    searchPeople(c.get('db'), filter, '', SAMPLE),
    readNames(c.get('db'), localeOf(c)),
  ]);
  const query = queryOf(filter);
  const job = { kind, filter, query, count };
  const content = (
    <>
      <Preview c={c} count={count} people={people} isUnfiltered={query.size === 0} />
      {count === 0 ? (
        <EmptyState title={own.noMatch} />
      ) : (
        <NewJobForm c={c} names={names} job={job} submitted={submitted} />
      )}
    </>
  );
  return show(
    c,
    {
      title: own.kinds[kind] ?? kind,
      back: [`/people?${query}`, wordsOf(c).people],
      children: content,
    },
    submitted.errors ? 422 : 200,
  );
};

/** Begins a job, once the user has typed the phrase that confirms it. */
export const beginNewJob = async (c: ConsoleContext): Promise<Response> => {
  const kind = kindOf(c);
  const posted = await readPosted(c);
  const filter = filterOf(c.req.query());
  const expected = Number(textOf(posted, 'expected'));
  const phrase = confirmPhrase(c, kind, expected);
  if (textOf(posted, 'typed').trim().toLowerCase() !== phrase) {
    const message = fill(localised(c, jobWords).confirm, { what: `“${phrase}”` });
    const errors = [{ field: 'typed', code: 'typed', message }];
    return showNewJob(c, { values: posted, errors });
  }
  const begun = await attempt(() => {
    const orders = ordersFrom(kind, filter, posted);
    return beginJob(callerOf(c), parse(NewJobBody, { filter, orders, expected }));
  });
  if (!begun.ok) return showNewJob(c, { values: posted, errors: begun.errors });
  return c.redirect(`/console/jobs/${begun.value}`, 303);
};
