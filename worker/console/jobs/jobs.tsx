import { type Context, Hono } from 'hono';
import { beginJob, resumeJob, stopJob } from '../../admin/jobs/begin.ts';
import { readProblems } from '../../admin/jobs/import-store.ts';
import { rightOf } from '../../admin/jobs/orders.ts';
import { readJob, readJobs } from '../../admin/jobs/store.ts';
import { type Job, JobKind, NewJobBody } from '../../contract/jobs.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { actorNames } from '../kit/actors.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { may } from '../kit/guard.ts';
import { Act, Badge, Empty, Table, Time } from '../kit/parts.tsx';
import { readPosted, textOf, tried } from '../kit/posted.ts';
import { leadTo, show } from '../kit/shell.tsx';
import { fill, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { filterOf, queryOf } from '../people/filter.tsx';
import { importScreens } from './import.tsx';
import { kindOf, ordersOf, phraseOf, showNew } from './new.tsx';
import { jobWords } from './words.ts';

const stateKinds: Record<Job['state'], string> = {
  draft: 'off',
  running: 'warn',
  stopped: 'off',
  done: 'good',
  failed: 'bad',
};

const jobOf = async (c: Context<ConsoleApp>): Promise<Job> => {
  const job = await readJob(c.get('db'), c.req.param('id') ?? '');
  if (!job) throw new ProblemError('not-found');
  return job;
};

/** Work over many people: begun after a look, watched, stopped, taken up again. */
export const jobScreens = new Hono<ConsoleApp>()
  .use(may('people-register', 'bulk-update', 'bulk-delete', 'breach'))
  .route('/import', importScreens)
  .get('/', async (c) => {
    const words = wordsOf(c);
    const mine = said(c, jobWords);
    const locale = localeOf(c);
    const [jobs, nameOf] = await Promise.all([
      readJobs(c.get('db')),
      actorNames(c.get('db'), words),
    ]);
    return show(c, {
      title: words.jobs,
      beside: c.get('rights').includes('people-register') ? (
        <a class="main button" href="/console/jobs/import">
          {mine.upload}
        </a>
      ) : null,
      children: (
        <>
          <p class="intro">{mine.intro}</p>
          {jobs.length === 0 ? (
            <Empty title={mine.none}>
              <p>{mine.noneText}</p>
              <a class="main button" href="/console/people">
                {words.people}
              </a>
            </Empty>
          ) : (
            <Table
              label={words.jobs}
              head={[words.what, words.state, words.who, words.when, mine.howFar]}
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
                      {mine.kinds[job.kind]}
                    </a>
                  </td>
                  <td>
                    <Badge is={stateKinds[job.state]}>{mine.states[job.state]}</Badge>
                  </td>
                  <td>{nameOf(job.actor)}</td>
                  <td>
                    <Time at={job.createdAt} locale={locale} />
                  </td>
                  <td>{fill(mine.progress, job)}</td>
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
    const what = phraseOf(c, kind, expected);
    if (textOf(posted, 'typed').trim().toLowerCase() !== what) {
      const message = fill(said(c, jobWords).type, { what: `“${what}”` });
      return showNew(c, { values: posted, errors: [{ field: 'typed', code: 'typed', message }] });
    }
    const begun = await tried(() => {
      const orders = ordersOf(kind, filter, posted);
      return beginJob(callerOf(c), parse(NewJobBody, { filter, orders, expected }));
    });
    if (!begun.ok) return showNew(c, { values: posted, errors: begun.errors });
    return c.redirect(`/console/jobs/${begun.value}`, 303);
  })
  .get('/:id', async (c) => {
    const job = await jobOf(c);
    const words = wordsOf(c);
    const mine = said(c, jobWords);
    const locale = localeOf(c);
    const problems = job.kind === 'import' ? await readProblems(c.get('db'), job.id, 500) : [];
    const nameOf = await actorNames(c.get('db'), words);
    const { kind: _, ...orders } = job.orders;
    const mayAct = c.get('rights').includes(rightOf[JobKind.parse(job.kind)]);
    return show(c, {
      title: mine.kinds[job.kind] ?? job.kind,
      back: ['/jobs', words.jobs],
      beside:
        mayAct && job.state === 'running' ? (
          <Act action={`/jobs/${job.id}/stop`} label={mine.stop} kind="danger" />
        ) : mayAct && (job.state === 'stopped' || job.state === 'failed') ? (
          <Act action={`/jobs/${job.id}/resume`} label={mine.resume} kind="main" />
        ) : null,
      children: (
        <>
          <section class="card" data-again={job.state === 'running' ? '2' : undefined}>
            <p>
              <Badge is={stateKinds[job.state]}>{mine.states[job.state]}</Badge>{' '}
              {fill(mine.progress, job)}
            </p>
            <progress
              max={Math.max(1, job.total)}
              value={job.state === 'done' ? Math.max(1, job.total) : job.seen}
              aria-label={mine.kinds[job.kind]}
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
            <dt>{mine.filter}</dt>
            <dd>
              <code>{String(queryOf(job.filter)) || words.any}</code>
            </dd>
            <dt>{mine.orders}</dt>
            <dd>
              <pre>{JSON.stringify(orders, null, 2)}</pre>
            </dd>
          </dl>
          {problems.length > 0 ? (
            <>
              <h2>{mine.left}</h2>
              <Table label={mine.left} head={[mine.row, mine.field, mine.reason]}>
                {problems.map(({ number, field, code }) => (
                  <tr>
                    <td class="number">{number}</td>
                    <td>{mine.fields[field] ?? field}</td>
                    <td>{mine.codes[code] ?? code}</td>
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
    return leadTo(c, `/jobs/${c.req.param('id')}`, 'done');
  })
  .post('/:id/resume', async (c) => {
    await resumeJob(callerOf(c), c.req.param('id'));
    return leadTo(c, `/jobs/${c.req.param('id')}`, 'done');
  });
