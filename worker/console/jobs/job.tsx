import { readProblems } from '../../admin/jobs/import-store.ts';
import { missingRight } from '../../admin/jobs/orders.ts';
import { readJob } from '../../admin/jobs/store.ts';
import { isUndoable } from '../../admin/jobs/undo.ts';
import type { Job } from '../../contract/jobs.ts';
import { Outcome } from '../../contract/outcomes.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { readActorNames } from '../kit/actors.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Badge, Fact, LinkButton, PostButton, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { queryOf } from '../people/filter.tsx';
import { OutcomeTable } from './outcomes.tsx';
import { RowProblems } from './row-problems.tsx';
import { jobWords } from './words/jobs.ts';

const MAX_PROBLEMS = 500;

type JobProps = { c: ConsoleContext; job: Job };

const stateBadges: Record<Job['state'], string> = {
  draft: 'off',
  running: 'warn',
  stopped: 'off',
  done: 'good',
  failed: 'bad',
};

/** The state of a job. */
export const StateBadge = ({ c, job }: JobProps) => (
  <Badge is={stateBadges[job.state]}>{localised(c, jobWords).states[job.state]}</Badge>
);

/** Reads the job that a screen is about; 404 where there is none. */
export const readJobOf = async (c: ConsoleContext): Promise<Job> => {
  const job = await readJob(c.get('db'), c.req.param('id') ?? '');
  if (!job) throw new ProblemError('not-found');
  return job;
};

/** The link to undoing a job that has ended; null if the user may not, or it cannot be undone. */
const undoAction = (c: ConsoleContext, job: Job) =>
  !isUndoable(job) || missingRight(c.get('rights'), 'undo') ? null : (
    <LinkButton to={`/jobs/${job.id}/undo`}>{localised(c, jobWords).undo}</LinkButton>
  );

/** The button that stops or resumes a job; null if the user may not, or the job has ended. */
const stateAction = (c: ConsoleContext, job: Job) => {
  const own = localised(c, jobWords);
  if (job.state === 'running')
    return <PostButton action={`/jobs/${job.id}/stop`} label={own.stop} kind="danger" />;
  if (!job.undoneBy && (job.state === 'stopped' || job.state === 'failed'))
    return <PostButton action={`/jobs/${job.id}/resume`} label={own.resume} kind="main" />;
  return null;
};

/** What the user may do with a job. */
const jobActions = (c: ConsoleContext, job: Job) =>
  missingRight(c.get('rights'), job.kind) ? null : (
    <>
      {stateAction(c, job)}
      {undoAction(c, job)}
    </>
  );

const Progress = ({ c, job }: JobProps) => {
  const own = localised(c, jobWords);
  const total = Math.max(1, job.total);
  return (
    <section class="card" data-again={job.state === 'running' ? '2' : undefined}>
      <p>
        <StateBadge c={c} job={job} /> {fill(own.progress, job)}
      </p>
      <progress
        max={total}
        value={job.state === 'done' ? total : job.seen}
        aria-label={own.kinds[job.kind]}
      />
      {job.undoneBy ? (
        <p>
          <a href={`/console/jobs/${job.undoneBy}`}>{own.undone}</a>
        </p>
      ) : null}
      {job.error ? (
        <p class="problem">
          <code>{job.error}</code>
        </p>
      ) : null}
    </section>
  );
};

const Facts = ({ c, job, actor }: JobProps & { actor: string }) => {
  const words = wordsOf(c);
  const own = localised(c, jobWords);
  const locale = localeOf(c);
  const { kind: _, ...orders } = job.orders;
  return (
    <dl class="facts card">
      <Fact term={words.who}>{actor}</Fact>
      <Fact term={words.when}>
        <Time at={job.createdAt} locale={locale} /> – <Time at={job.endedAt} locale={locale} />
      </Fact>
      <Fact term={own.filter}>
        <code>{String(queryOf(job.filter)) || words.any}</code>
      </Fact>
      <Fact term={own.orders}>
        <pre>{JSON.stringify(orders, null, 2)}</pre>
      </Fact>
    </dl>
  );
};

/** How many people came to what so far. */
const Outcomes = ({ c, job }: JobProps) => {
  const outcomes = Outcome.options.flatMap((outcome) => {
    const count = job.outcomes[outcome];
    return count === undefined ? [] : [{ outcome, count, sample: [] }];
  });
  return outcomes.length > 0 ? <OutcomeTable c={c} outcomes={outcomes} /> : null;
};

/** Shows a job: how far it is, who began it and for whom, and the rows that an import left out. */
export const showJob = async (c: ConsoleContext): Promise<Response> => {
  const job = await readJobOf(c);
  const words = wordsOf(c);
  const own = localised(c, jobWords);
  const problems =
    job.kind === 'import' ? await readProblems(c.get('db'), job.id, MAX_PROBLEMS) : [];
  const actorName = await readActorNames(c.get('db'), words);
  const skippedRows = (
    <>
      <h2>{own.skippedRows}</h2>
      <RowProblems c={c} label={own.skippedRows} problems={problems} />
    </>
  );
  return show(c, {
    title: own.kinds[job.kind] ?? job.kind,
    back: ['/jobs', words.jobs],
    actions: jobActions(c, job),
    children: (
      <>
        <Progress c={c} job={job} />
        <Outcomes c={c} job={job} />
        <Facts c={c} job={job} actor={actorName(job.actor)} />
        {problems.length > 0 ? skippedRows : null}
      </>
    ),
  });
};
