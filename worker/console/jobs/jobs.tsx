import { Hono } from 'hono';
import { resumeJob, stopJob } from '../../admin/jobs/begin.ts';
import { missingRight } from '../../admin/jobs/orders.ts';
import { readJobs } from '../../admin/jobs/store.ts';
import type { Job } from '../../contract/jobs.ts';
import { callerOf } from '../../platform/caller.ts';
import { readActorNames } from '../kit/actors.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { redirectWith } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import { EmptyState, LinkButton, Table, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { importScreens } from './import.ts';
import { StateBadge, showJob } from './job.tsx';
import { beginNewJob, showNewJob } from './new.tsx';
import { beginUndo, showUndo } from './undo.tsx';
import { importWords } from './words/import.ts';
import { jobWords } from './words/jobs.ts';

const NoJobs = ({ c }: { c: ConsoleContext }) => {
  const own = localised(c, jobWords);
  return (
    <EmptyState title={own.none}>
      <p>{own.noneText}</p>
      <LinkButton to="/people" kind="main">
        {wordsOf(c).people}
      </LinkButton>
    </EmptyState>
  );
};

const JobRow = ({ c, job, actor }: { c: ConsoleContext; job: Job; actor: string }) => {
  const own = localised(c, jobWords);
  const path = job.state === 'draft' ? `/jobs/import/${job.id}` : `/jobs/${job.id}`;
  return (
    <tr>
      <td>
        <a href={`/console${path}`}>{own.kinds[job.kind]}</a>
      </td>
      <td>
        <StateBadge c={c} job={job} />
      </td>
      <td>{actor}</td>
      <td>
        <Time at={job.createdAt} locale={localeOf(c)} />
      </td>
      <td>{fill(own.progress, job)}</td>
    </tr>
  );
};

const JobTable = ({
  c,
  jobs,
  actorName,
}: {
  c: ConsoleContext;
  jobs: readonly Job[];
  actorName: (actor: string) => string;
}) => {
  const words = wordsOf(c);
  return (
    <Table
      label={words.jobs}
      head={[words.what, words.state, words.who, words.when, localised(c, jobWords).progressColumn]}
    >
      {jobs.map((job) => (
        <JobRow c={c} job={job} actor={actorName(job.actor)} />
      ))}
    </Table>
  );
};

const showJobs = async (c: ConsoleContext): Promise<Response> => {
  const words = wordsOf(c);
  const [jobs, actorName] = await Promise.all([
    readJobs(c.get('db')),
    readActorNames(c.get('db'), words),
  ]);
  const importButton = (
    <LinkButton to="/jobs/import" kind="main">
      {localised(c, importWords).title}
    </LinkButton>
  );
  return show(c, {
    title: words.jobs,
    actions: missingRight(c.get('rights'), 'import') ? null : importButton,
    children: (
      <>
        <p class="intro">{localised(c, jobWords).intro}</p>
        {jobs.length === 0 ? (
          <NoJobs c={c} />
        ) : (
          <JobTable c={c} jobs={jobs} actorName={actorName} />
        )}
      </>
    ),
  });
};

/** Begins bulk jobs after a preview, shows their progress, stops and resumes them. */
export const jobScreens = new Hono<ConsoleApp>()
  .use(screenFor('people-register', 'bulk-update', 'bulk-delete', 'breach'))
  .route('/import', importScreens)
  .get('/', showJobs)
  .get('/new', (c) => showNewJob(c))
  .post('/new', beginNewJob)
  .get('/:id', showJob)
  .get('/:id/undo', (c) => showUndo(c))
  .post('/:id/undo', beginUndo)
  .post('/:id/stop', async (c) => {
    await stopJob(callerOf(c), c.req.param('id'));
    return redirectWith(c, `/jobs/${c.req.param('id')}`, 'done');
  })
  .post('/:id/resume', async (c) => {
    await resumeJob(callerOf(c), c.req.param('id'));
    return redirectWith(c, `/jobs/${c.req.param('id')}`, 'done');
  });
