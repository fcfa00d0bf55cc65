import type { PeopleFilter } from '../../contract/search.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { DecisionSelect, LegalBasisSelect, SourceSelect } from '../kit/choices.tsx';
import { ErasureReasonSelect } from '../kit/erasure.tsx';
import { ErrorSummary, Field, Select, type Submitted } from '../kit/fields.tsx';
import type { Names } from '../kit/names.ts';
import { LinkButton } from '../kit/parts.tsx';
import { textOf } from '../kit/posted.ts';
import { ReasonField } from '../kit/reason-field.tsx';
import { fill, fillCount, localised, wordsOf } from '../kit/words.ts';
import { jobWords } from './words/jobs.ts';

/** The kinds of jobs that begin with a filter; the others have screens of their own. */
export const newJobKinds = ['bulk-update', 'bulk-delete', 'consent-renewal', 'notice'] as const;
export type NewJobKind = (typeof newJobKinds)[number];

/** A job that the user is about to begin: its kind, and the people whom it is about. */
type NewJob = {
  kind: NewJobKind;
  filter: PeopleFilter;
  query: URLSearchParams;
  count: number;
  isChecked: boolean;
};

type FormProps = { c: ConsoleContext; names: Names; job: NewJob; submitted: Submitted };

/** Returns the phrase that a user must type, so that nobody begins a job by accident. */
export const confirmPhrase = (c: ConsoleContext, kind: NewJobKind, count: number): string => {
  const phrases = localised(c, jobWords).confirmPhrase;
  return fill(kind === 'bulk-delete' ? phrases['bulk-delete'] : phrases.other, { count });
};

const UpdateFields = ({ c, names, job, submitted }: FormProps) => (
  <div class="sides">
    <Select
      name="purpose"
      label={wordsOf(c).purpose}
      value={job.filter.purpose}
      choices={names.choices('purposes')}
      submitted={submitted}
    />
    <DecisionSelect c={c} submitted={submitted} none={localised(c, jobWords).sameDecision} />
    <LegalBasisSelect c={c} choices={names.choices('legal-bases')} submitted={submitted} />
    <SourceSelect c={c} names={names} submitted={submitted} value="manual" />
  </div>
);

const Reason = ({ c, submitted }: Pick<FormProps, 'c' | 'submitted'>) => {
  const own = localised(c, jobWords);
  return <ReasonField own={own} submitted={submitted} />;
};

/** What the user must type, and the button that begins. */
const Confirm = ({ c, job, submitted }: Pick<FormProps, 'c' | 'job' | 'submitted'>) => {
  const own = localised(c, jobWords);
  const { kind, count } = job;
  return (
    <>
      <Field
        name="typed"
        label={fill(own.confirm, { what: `“${confirmPhrase(c, kind, count)}”` })}
        autocomplete="off"
        required
        submitted={submitted}
      />
      <button class={kind === 'bulk-delete' ? 'danger' : 'main'}>
        {fillCount(c, own.begin[kind], count)}
      </button>
    </>
  );
};

/** A bulk update is previewed before there is a button that begins it, and as often as it is changed. */
const Check = ({ c, job, submitted }: Pick<FormProps, 'c' | 'job' | 'submitted'>) => (
  <>
    <input type="hidden" name="checked" value={textOf(submitted.values ?? {}, 'checked')} />
    <button class={job.isChecked ? 'quiet' : 'main'} name="preview" value="1" formnovalidate>
      {localised(c, jobWords).preview}
    </button>
  </>
);

/** The form that begins a job for the people whom a filter matches. */
export const NewJobForm = ({ c, names, job, submitted }: FormProps) => {
  const own = localised(c, jobWords);
  const { kind, query, count, isChecked } = job;
  const isUpdate = kind === 'bulk-update';
  const isErasure = kind === 'bulk-delete';
  return (
    <form method="post" action={`/console/jobs/new?kind=${kind}&${query}`} class="sheet">
      <ErrorSummary submitted={submitted} words={wordsOf(c)} />
      <input type="hidden" name="expected" value={count} />
      {isUpdate ? <UpdateFields c={c} names={names} job={job} submitted={submitted} /> : null}
      {isErasure ? <ErasureReasonSelect c={c} submitted={submitted} /> : null}
      {isUpdate || isErasure ? <Reason c={c} submitted={submitted} /> : null}
      {isErasure ? <p class="problem">{own.noUndo}</p> : null}
      {isChecked || !isUpdate ? <Confirm c={c} job={job} submitted={submitted} /> : null}
      <p class="buttons">
        {isUpdate ? <Check c={c} job={job} submitted={submitted} /> : null}
        <LinkButton to={`/people?${query}`}>{wordsOf(c).cancel}</LinkButton>
      </p>
    </form>
  );
};
