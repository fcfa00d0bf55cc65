import { Hono } from 'hono';
import { beginJob, resumeJob, stopJob } from '../../admin/jobs/begin.ts';
import { readProblems } from '../../admin/jobs/import-store.ts';
import { rightOf } from '../../admin/jobs/orders.ts';
import { readJob, readJobs } from '../../admin/jobs/store.ts';
import { type Job, JobKind, NewJobBody } from '../../contract/jobs.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readActorNames } from '../kit/actors.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { redirectWith } from '../kit/flash.ts';
import { requireRight } from '../kit/guard.ts';
import { Badge, EmptyState, PostButton, Table, Time } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import { filterOf, queryOf } from '../people/filter.tsx';
import { importScreens } from './import.tsx';
import { confirmationPhrase, kindOf, ordersOf, showNew } from './new.tsx';
import { jobWords } from './words.ts';

const stateKinds: Record<Job['state'], string> = {
  draft: 'off',
  running: 'warn',
  stopped: 'off',
  done: 'good',
  failed: 'bad',
};

const jobOf = async (c: ConsoleContext): Promise<Job> => {
  const job = await readJob(c.get('db'), c.req.param('id') ?? '');
  if (!job) throw new ProblemError('not-found');
  return job;
};

/** Work over many people: begun after a look, watched, stopped, taken up again. */
export const jobScreens = new Hono<ConsoleApp>()
  .use(requireRight('people-register', 'bulk-update', 'bulk-delete', 'breach'))
  .route('/import', importScreens)
  .get('/', async (c) => {
    const words = wordsOf(c);
    const own = localised(c, jobWords);
    const locale = localeOf(c);
    const [jobs, nameOf] = await Promise.all([
      readJobs(c.get('db')),
      readActorNames(c.get('db'), words),
    ]);
    return show(c, {
      title: words.jobs,
      actions: c.get('rights').includes('people-register') ? (
        <a class="main button" href="/console/jobs/import">
          {own.upload}
        </a>
      ) : null,
      children: (
        <>
          <p class="intro">{own.intro}</p>
          {jobs.length === 0 ? (
            <EmptyState title={own.none}>
              <p>{own.noneText}</p>
              <a class="main button" href="/console/people">
                {words.people}
              </a>
            </EmptyState>
          ) : (
            <Table
              label={words.jobs}
              head={[words.what, words.state, words.who, words.when, own.howFar]}
            >
              {jobs.map((job) => (
                <tr>
                  <td>
                    <a
                      href={
                        job.state === 'draft'
                          ? `/console/jobs/import/${job.id}`
                          : `/console/jobs/${job.id}`
                      }
                    >
                      {own.kinds[job.kind]}
                    </a>
                  </td>
                  <td>
                    <Badge is={stateKinds[job.state]}>{own.states[job.state]}</Badge>
                  </td>
                  <td>{nameOf(job.actor)}</td>
                  <td>
                    <Time at={job.createdAt} locale={locale} />
                  </td>
                  <td>{fill(own.progress, job)}</td>
                </tr>
              ))}
            </Table>
          )}
        </>
      ),
    });
  })
  .get('/new', (c) => showNew(c))
  .post('/new', async (c) => {
    const kind = kindOf(c);
    const posted = await readPosted(c);
    const filter = filterOf(c.req.query());
    const expected = Number(textOf(posted, 'expected'));
    const what = confirmationPhrase(c, kind, expected);
    if (textOf(posted, 'typed').trim().toLowerCase() !== what) {
      const message = fill(localised(c, jobWords).type, { what: `“${what}”` });
      return showNew(c, { values: posted, errors: [{ field: 'typed', code: 'typed', message }] });
    }
    const begun = await attempt(() => {
      const orders = ordersOf(kind, filter, posted);
      return beginJob(callerOf(c), parse(NewJobBody, { filter, orders, expected }));
    });
    if (!begun.ok) return showNew(c, { values: posted, errors: begun.errors });
    return c.redirect(`/console/jobs/${begun.value}`, 303);
  })
  .get('/:id', async (c) => {
    const job = await jobOf(c);
    const words = wordsOf(c);
    const own = localised(c, jobWords);
    const locale = localeOf(c);
    const problems = job.kind === 'import' ? await readProblems(c.get('db'), job.id, 500) : [];
    const nameOf = await readActorNames(c.get('db'), words);
    const { kind: _, ...orders } = job.orders;
    const mayAct = c.get('rights').includes(rightOf[JobKind.parse(job.kind)]);
    return show(c, {
      title: own.kinds[job.kind] ?? job.kind,
      back: ['/jobs', words.jobs],
      actions:
        mayAct && job.state === 'running' ? (
          <PostButton action={`/jobs/${job.id}/stop`} label={own.stop} kind="danger" />
        ) : mayAct && (job.state === 'stopped' || job.state === 'failed') ? (
          <PostButton action={`/jobs/${job.id}/resume`} label={own.resume} kind="main" />
        ) : null,
      children: (
        <>
          <section class="card" data-again={job.state === 'running' ? '2' : undefined}>
            <p>
              <Badge is={stateKinds[job.state]}>{own.states[job.state]}</Badge>{' '}
              {fill(own.progress, job)}
            </p>
            <progress
              max={Math.max(1, job.total)}
              value={job.state === 'done' ? Math.max(1, job.total) : job.seen}
              aria-label={own.kinds[job.kind]}
            />
            {job.error ? (
              <p class="problem">
                <code>{job.error}</code>
              </p>
            ) : null}
          </section>
          <dl class="facts card">
            <dt>{words.who}</dt>
            <dd>{nameOf(job.actor)}</dd>
            <dt>{words.when}</dt>
            <dd>
              <Time at={job.createdAt} locale={locale} /> –{' '}
              <Time at={job.endedAt} locale={locale} />
            </dd>
            <dt>{own.filter}</dt>
            <dd>
              <code>{String(queryOf(job.filter)) || words.any}</code>
            </dd>
            <dt>{own.orders}</dt>
            <dd>
              <pre>{JSON.stringify(orders, null, 2)}</pre>
            </dd>
          </dl>
          {problems.length > 0 ? (
            <>
              <h2>{own.left}</h2>
              <Table label={own.left} head={[own.row, own.field, own.reason]}>
                {problems.map(({ number, field, code }) => (
                  <tr>
                    <td class="number">{number}</td>
                    <td>{own.fields[field] ?? field}</td>
                    <td>{own.codes[code] ?? code}</td>
                  </tr>
                ))}
              </Table>
            </>
          ) : null}
        </>
      ),
    });
  })
  .post('/:id/stop', async (c) => {
    await stopJob(callerOf(c), c.req.param('id'));
    return redirectWith(c, `/jobs/${c.req.param('id')}`, 'done');
  })
  .post('/:id/resume', async (c) => {
    await resumeJob(callerOf(c), c.req.param('id'));
    return redirectWith(c, `/jobs/${c.req.param('id')}`, 'done');
  });
