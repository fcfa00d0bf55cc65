import { type Context, Hono } from 'hono';
import { actingOf, laterOf, originOf } from '../context.ts';
import { Decision } from '../contract/words.ts';
import type { App } from '../env.ts';
import { readProblems } from '../imports/store.ts';
import { beginJob, NewJobBody, resumeJob, stopJob } from '../jobs/jobs.ts';
import { JobKind, rightOf } from '../jobs/orders.ts';
import { type Job, readJob, readJobs } from '../jobs/store.ts';
import { countPeople, type PeopleFilter, searchPeople } from '../people/search.ts';
import { ProblemError } from '../problems/problem.ts';
import { parse } from '../problems/zod.ts';
import { actorNames } from './actors.ts';
import { may } from './guard.ts';
import { importScreens } from './imports.tsx';
import { jobWords } from './job-words.ts';
import { readNames } from './names.ts';
import {
  Act,
  Area,
  Badge,
  Empty,
  Field,
  type Given,
  Select,
  Table,
  Time,
  Wrong,
} from './parts.tsx';
import { filterOf, queryOf } from './people.tsx';
import { type Posted, readPosted, textOf, tried } from './posted.ts';
import { leadTo, show, showForbidden } from './shell.tsx';
import { fill, localeOf, said, wordsOf } from './words/words.ts';

const stateKinds: Record<Job['state'], string> = {
  draft: 'off',
  running: 'warn',
  stopped: 'off',
  done: 'good',
  failed: 'bad',
};

/** The kinds that begin with a selection; others have screens of their own. */
const selectable = ['bulk-update', 'bulk-delete', 'ask-anew', 'notice'] as const;
type Selectable = (typeof selectable)[number];

const kindOf = (c: Context<App>): Selectable => {
  const kind = selectable.find((each) => each === c.req.query('kind'));
  if (!kind) throw new ProblemError('not-found');
  return kind;
};

const ordersOf = (
  c: Context<App>,
  kind: Selectable,
  filter: PeopleFilter,
  posted: Posted,
): unknown => {
  const comment = textOf(posted, 'comment');
  const host = originOf(c);
  switch (kind) {
    case 'bulk-update':
      return {
        ...{ kind, purpose: textOf(posted, 'purpose'), decision: textOf(posted, 'decision') },
        ...{ legalBasis: textOf(posted, 'legalBasis'), source: textOf(posted, 'source'), comment },
      };
    case 'bulk-delete':
      return { kind, comment };
    case 'ask-anew':
      return { kind, purpose: filter.purpose, host };
    case 'notice':
      return { kind, host };
  }
};

/** What must be typed, so that nobody does this by a slip. */
const phraseOf = (c: Context<App>, kind: Selectable, count: number): string => {
  const { phrase } = said(c, jobWords);
  return fill(kind === 'bulk-delete' ? phrase['bulk-delete'] : phrase.other, { count });
};

const showNew = async (c: Context<App>, given: Given = {}) => {
  const kind = kindOf(c);
  if (!c.get('rights').includes(rightOf[kind])) return showForbidden(c, rightOf[kind]);
  const words = wordsOf(c);
  const mine = said(c, jobWords);
  const filter = filterOf(c.req.query());
  const [count, { people }, names] = await Promise.all([
    countPeople(c.env.DB, filter),
    searchPeople(c.env.DB, filter, '', 10),
    readNames(c.env.DB, localeOf(c)),
  ]);
  const query = queryOf(filter);
  const form = (
    <form method="post" action={`/console/jobs/new?kind=${kind}&${query}`} class="sheet">
      <Wrong given={given} words={words} />
      <input type="hidden" name="expected" value={count} />
      {kind === 'bulk-update' ? (
        <div class="sides">
          <Select
            name="purpose"
            label={words.purpose}
            value={filter.purpose}
            choices={names.choices('purposes')}
            given={given}
          />
          <Select
            name="decision"
            label={words.decision}
            choices={Decision.exclude(['pending', 'expired']).options.map(
              (decision) => [decision, words[decision]] as const,
            )}
            given={given}
          />
          <Select
            name="legalBasis"
            label={words.legalBasis}
            value="61A"
            choices={names.choices('legal-bases')}
            given={given}
          />
          <Select
            name="source"
            label={words.source}
            value="manual"
            choices={names.choices('sources')}
            given={given}
          />
        </div>
      ) : null}
      {kind === 'bulk-update' || kind === 'bulk-delete' ? (
        <Area name="comment" label={mine.why} help={mine.whyHelp} required given={given} />
      ) : null}
      {kind === 'bulk-delete' ? <p class="problem">{mine.undo}</p> : null}
      {kind === 'bulk-update' ? <p class="help">{mine.noUndo}</p> : null}
      <Field
        name="typed"
        label={fill(mine.type, { what: `“${phraseOf(c, kind, count)}”` })}
        autocomplete="off"
        required
        given={given}
      />
      <p class="buttons">
        <button class={kind === 'bulk-delete' ? 'danger' : 'main'}>
          {fill(mine.begin[kind] ?? '', { count })}
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
      title: mine.kinds[kind] ?? kind,
      back: [`/people?${query}`, words.people],
      children: (
        <>
          <section class="card">
            <h2>{mine.dryRun}</h2>
            <p>
              <strong>{fill(mine.count, { count })}</strong>{' '}
              {query.size === 0 ? mine.everybody : ''}
            </p>
            {people.length > 0 ? (
              <details>
                <summary>{mine.sample}</summary>
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
          {count === 0 ? <Empty title={mine.nobody} /> : form}
        </>
      ),
    },
    given.errors ? 422 : 200,
  );
};

const jobOf = async (c: Context<App>): Promise<Job> => {
  const job = await readJob(c.env.DB, c.req.param('id') ?? '');
  if (!job) throw new ProblemError('not-found');
  return job;
};

/** Work over many people: begun after a look, watched, stopped, taken up again. */
export const jobScreens = new Hono<App>()
  .use(may('people-register', 'bulk-update', 'bulk-delete', 'breach'))
  .route('/import', importScreens)
  .get('/', async (c) => {
    const words = wordsOf(c);
    const mine = said(c, jobWords);
    const locale = localeOf(c);
    const [jobs, nameOf] = await Promise.all([readJobs(c.env.DB), actorNames(c.env, words)]);
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
            <Table label={words.jobs} head={[words.what, words.state, words.who, words.when, '']}>
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
      const orders = ordersOf(c, kind, filter, posted);
      return beginJob(
        c.env,
        actingOf(c),
        parse(NewJobBody, { filter, orders, expected }),
        laterOf(c),
      );
    });
    if (!begun.ok) return showNew(c, { values: posted, errors: begun.errors });
    return c.redirect(`/console/jobs/${begun.value}`, 303);
  })
  .get('/:id', async (c) => {
    const job = await jobOf(c);
    const words = wordsOf(c);
    const mine = said(c, jobWords);
    const locale = localeOf(c);
    const problems = job.kind === 'import' ? await readProblems(c.env.DB, job.id, 500) : [];
    const nameOf = await actorNames(c.env, words);
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
    await stopJob(c.env.DB, actingOf(c), c.req.param('id'));
    return leadTo(c, `/jobs/${c.req.param('id')}`, 'done');
  })
  .post('/:id/resume', async (c) => {
    await resumeJob(c.env, actingOf(c), c.req.param('id'), laterOf(c));
    return leadTo(c, `/jobs/${c.req.param('id')}`, 'done');
  });
