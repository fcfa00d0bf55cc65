import { beginJob } from '../../admin/jobs/begin.ts';
import { dryRunJob } from '../../admin/jobs/dry-runs.ts';
import { missingRight } from '../../admin/jobs/orders.ts';
import { type Job, type JobDryRun, NewJobBody } from '../../contract/jobs.ts';
import { PeopleFilter } from '../../contract/search.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { showForbidden } from '../kit/error-page.tsx';
import { ErrorSummary, Field, type Submitted } from '../kit/fields.tsx';
import { LinkButton } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { ReasonField } from '../kit/reason-field.tsx';
import { show } from '../kit/shell.tsx';
import { fill, fillCount, localised, wordsOf } from '../kit/words.ts';
import { readJobOf } from './job.tsx';
import { OutcomeTable } from './outcomes.tsx';
import { jobWords } from './words/jobs.ts';

type UndoProps = { c: ConsoleContext; job: Job; run: JobDryRun; submitted: Submitted };

const everyone = PeopleFilter.parse({});

const UndoForm = ({ c, job, run, submitted }: UndoProps) => {
  const own = localised(c, jobWords);
  return (
    <form method="post" class="sheet">
      <ErrorSummary submitted={submitted} words={wordsOf(c)} />
      <input type="hidden" name="expected" value={run.count} />
      <ReasonField own={own} submitted={submitted} />
      <Field
        name="typed"
        label={fill(own.confirm, { what: `“${run.count}”` })}
        autocomplete="off"
        required
        submitted={submitted}
      />
      <p class="buttons">
        <button class="danger">{own.undo}</button>
        <LinkButton to={`/jobs/${job.id}`}>{wordsOf(c).cancel}</LinkButton>
      </p>
    </form>
  );
};

/** Shows what undoing a job would do, and the form that begins it. */
export const showUndo = async (c: ConsoleContext, submitted: Submitted = {}): Promise<Response> => {
  const job = await readJobOf(c);
  const rights = c.get('rights');
  const missing = missingRight(rights, 'undo') ?? missingRight(rights, job.kind);
  if (missing) return showForbidden(c, missing);
  const own = localised(c, jobWords);
  const orders = { kind: 'undo', job: job.id, comment: '' } as const;
  const run = await dryRunJob(callerOf(c), { filter: everyone, orders });
  return show(
    c,
    {
      title: own.undoTitle,
      back: [`/jobs/${job.id}`, own.kinds[job.kind] ?? job.kind],
      children: (
        <>
          <p class="intro">{own.undoIntro}</p>
          <section class="card">
            <h2>{own.preview}</h2>
            <p>
              <strong>{fillCount(c, own.count, run.count)}</strong>
            </p>
            <OutcomeTable c={c} outcomes={run.outcomes} />
          </section>
          <UndoForm c={c} job={job} run={run} submitted={submitted} />
        </>
      ),
    },
    submitted.errors ? 422 : 200,
  );
};

/** Begins to undo a job, once the user has typed how many people it is about. */
export const beginUndo = async (c: ConsoleContext): Promise<Response> => {
  const { id } = await readJobOf(c);
  const posted = await readPosted(c);
  const expected = Number(textOf(posted, 'expected'));
  if (textOf(posted, 'typed').trim() !== String(expected)) {
    const message = fill(localised(c, jobWords).confirm, { what: `“${expected}”` });
    return showUndo(c, { values: posted, errors: [{ field: 'typed', code: 'typed', message }] });
  }
  const begun = await attempt(() => {
    const orders = { kind: 'undo', job: id, comment: textOf(posted, 'comment') };
    return beginJob(callerOf(c), parse(NewJobBody, { filter: everyone, orders, expected }));
  });
  if (!begun.ok) return showUndo(c, { values: posted, errors: begun.errors });
  return c.redirect(`/console/jobs/${begun.value}`, 303);
};
