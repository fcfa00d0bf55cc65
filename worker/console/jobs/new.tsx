import { beginJob } from '../../admin/jobs/begin.ts';
import { countNotices, dryRunJob, previewPeople } from '../../admin/jobs/dry-runs.ts';
import { missingRight } from '../../admin/jobs/orders.ts';
import { type JobDryRun, NewJobBody, Orders } from '../../contract/jobs.ts';
import type { OutcomeCount } from '../../contract/outcomes.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { PeopleFilter, PersonLine } from '../../contract/search.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { showForbidden } from '../kit/error-page.tsx';
import type { Submitted } from '../kit/fields.tsx';
import { type Names, readNames } from '../kit/names.ts';
import { Badge, EmptyState, Table } from '../kit/parts.tsx';
import { attempt, type Posted, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, fillCount, formatNumber, localeOf, localised, wordsOf } from '../kit/words.ts';
import { filterOf, queryOf } from '../people/filter.tsx';
import { confirmPhrase, NewJobForm, type NewJobKind, newJobKinds } from './new-form.tsx';
import { OutcomeTable } from './outcomes.tsx';
import { jobWords } from './words/jobs.ts';

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
        decision: textOf(posted, 'decision') || undefined,
        legalBasis: textOf(posted, 'legalBasis'),
        source: textOf(posted, 'source'),
        comment,
      };
    case 'bulk-delete':
      return { kind, reason: textOf(posted, 'reason'), comment };
    case 'consent-renewal':
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

/** For how many of the people each purpose stands how. */
const Statuses = ({
  c,
  names,
  statuses,
}: {
  c: ConsoleContext;
  names: Names;
  statuses: JobDryRun['statuses'];
}) => {
  const words = wordsOf(c);
  return (
    <Table
      label={localised(c, jobWords).statuses}
      head={[words.purpose, words.state, words.people]}
    >
      {statuses.map(({ purpose, decision, count }) => (
        <tr>
          <td>{names.name('purposes', purpose)}</td>
          <td>
            <Badge is={decision}>{words[decision]}</Badge>
          </td>
          <td class="number">{formatNumber(c, count)}</td>
        </tr>
      ))}
    </Table>
  );
};

const Preview = ({
  c,
  names,
  people: { count, sample, statuses },
  isUnfiltered,
}: {
  c: ConsoleContext;
  names: Names;
  people: Awaited<ReturnType<typeof previewPeople>>;
  isUnfiltered: boolean;
}) => {
  const own = localised(c, jobWords);
  return (
    <section class="card">
      <h2>{own.preview}</h2>
      <p>
        <strong>{fillCount(c, own.count, count)}</strong> {isUnfiltered ? own.everyone : ''}
      </p>
      {statuses.length > 0 ? <Statuses c={c} names={names} statuses={statuses} /> : null}
      {sample.length > 0 ? <Sample c={c} people={sample} /> : null}
    </section>
  );
};

/** What was posted before, and what a dry run of it found. */
type Shown = { submitted?: Submitted; outcomes?: readonly OutcomeCount[] };

/** Shows whom a new job is about, and the form that begins it; a bulk update is checked first. */
export const showNewJob = async (
  c: ConsoleContext,
  { submitted = {}, outcomes }: Shown = {},
): Promise<Response> => {
  const kind = kindOf(c);
  const missing = missingRight(c.get('rights'), kind);
  if (missing) return showForbidden(c, missing);
  const own = localised(c, jobWords);
  const filter = filterOf(c.req.query());
  const [people, names, noticed] = await Promise.all([
    previewPeople(callerOf(c), { filter, kind }),
    readNames(c.get('db'), localeOf(c)),
    kind === 'notice' ? countNotices(c.get('db'), filter) : undefined,
  ]);
  const { count } = people;
  const counts = noticed ?? outcomes;
  const query = queryOf(filter);
  const job = { kind, filter, query, count, isChecked: outcomes !== undefined };
  const content = (
    <>
      <Preview c={c} names={names} people={people} isUnfiltered={query.size === 0} />
      {counts ? <OutcomeTable c={c} kind={kind} outcomes={counts} /> : null}
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

/** Tells whether the user asked for a preview only. */
const isPreview = (posted: Posted): boolean => textOf(posted, 'preview') !== '';

/** What of a bulk update was checked; it begins only as long as that is the same. */
const checkedOf = (posted: Posted): string =>
  ['purpose', 'decision', 'legalBasis'].map((name) => textOf(posted, name)).join(' ');

/** Shows what would come of a bulk update, and what is wrong with beginning it. */
const checkUpdate = async (
  c: ConsoleContext,
  posted: Posted,
  errors?: readonly FieldError[],
): Promise<Response> => {
  const filter = filterOf(c.req.query());
  const checked = await attempt(async () => {
    const orders = parse(Orders, ordersFrom('bulk-update', filter, posted));
    return dryRunJob(callerOf(c), { filter, orders });
  });
  if (!checked.ok) return showNewJob(c, { submitted: { values: posted, errors: checked.errors } });
  const values = { ...posted, checked: checkedOf(posted), typed: '' };
  return showNewJob(c, { submitted: { values, errors }, outcomes: checked.value.outcomes });
};

/** Shows the form again with what is wrong in it. */
const showRefused = (
  c: ConsoleContext,
  posted: Posted,
  errors: readonly FieldError[],
): Promise<Response> =>
  kindOf(c) === 'bulk-update'
    ? checkUpdate(c, posted, errors)
    : showNewJob(c, { submitted: { values: posted, errors } });

/** Begins a job, once the user has typed the phrase that confirms it; a bulk update begins as it was checked. */
export const beginNewJob = async (c: ConsoleContext): Promise<Response> => {
  const kind = kindOf(c);
  const posted = await readPosted(c);
  const isChecked = !isPreview(posted) && textOf(posted, 'checked') === checkedOf(posted);
  if (kind === 'bulk-update' && !isChecked) return checkUpdate(c, posted);
  const filter = filterOf(c.req.query());
  const expected = Number(textOf(posted, 'expected'));
  const phrase = confirmPhrase(c, kind, expected);
  if (textOf(posted, 'typed').trim().toLowerCase() !== phrase) {
    const message = fill(localised(c, jobWords).confirm, { what: `“${phrase}”` });
    return showRefused(c, posted, [{ field: 'typed', code: 'typed', message }]);
  }
  const begun = await attempt(() => {
    const orders = ordersFrom(kind, filter, posted);
    return beginJob(callerOf(c), parse(NewJobBody, { filter, orders, expected }));
  });
  if (!begun.ok) return showRefused(c, posted, begun.errors);
  return c.redirect(`/console/jobs/${begun.value}`, 303);
};
