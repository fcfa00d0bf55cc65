import { Hono } from 'hono';
import { markProcessed, readInbox, retryEmails, takeOver } from '../../admin/inbox/inbox.ts';
import { InboxQuery } from '../../contract/inbox.ts';
import { listForms } from '../../forms/list.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readActorNames } from '../kit/actors.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { Select } from '../kit/fields.tsx';
import { queryWithoutFlash, redirectWith } from '../kit/flash.ts';
import { hasRight, requireRight } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { Badge, EmptyState, PostButton, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import { peopleWords } from './words.ts';

/** What was sent in forms. */
export const submissionScreens = new Hono<ConsoleApp>()
  .use(requireRight('people-read'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const own = localised(c, peopleWords);
    const locale = localeOf(c);
    const asked = queryWithoutFlash(c);
    const query = parse(InboxQuery, asked);
    const [received, forms, names, nameOf] = await Promise.all([
      readInbox(c.get('db'), query),
      listForms(c.get('db')),
      readNames(c.get('db'), locale),
      readActorNames(c.get('db'), words),
    ]);
    const last = received.at(-1);
    return show(c, {
      title: words.submissions,
      children: (
        <>
          <p class="intro">{own.submissionsIntro}</p>
          <form method="get" class="filter">
            <Select
              name="form"
              label={own.form}
              value={query.form}
              choices={[['', own.allForms], ...forms.map(({ key, name }) => [key, name] as const)]}
            />
            <Select
              name="state"
              label={words.state}
              value={query.state}
              choices={[
                ['', words.any],
                ['new', own.unprocessed],
                ['failed', own.failedLetters],
              ]}
            />
            <button class="quiet">{words.filter}</button>
          </form>
          {received.length === 0 ? (
            <EmptyState title={own.noSubmissions}>
              <p>{own.noSubmissionsText}</p>
              <a class="main button" href="/console/forms">
                {words.forms}
              </a>
            </EmptyState>
          ) : (
            received.map((submission) => (
              <article class="card wide">
                <div class="top">
                  <div>
                    <a href={`/console/people/${submission.person}`}>
                      <strong>{submission.email}</strong>
                    </a>{' '}
                    <span class="help">
                      <Time at={submission.recordedAt} locale={locale} /> · {submission.form} (
                      {submission.version}){submission.page ? ` · ${submission.page}` : ''}
                    </span>
                  </div>
                  {submission.waits ? (
                    <Badge is="pending">{words.pending}</Badge>
                  ) : submission.processedAt === null ? (
                    <div>
                      {submission.isReviewed && hasRight(c, 'people-register') ? (
                        <PostButton
                          action={`/submissions/${submission.id}/taken-over`}
                          label={own.takeOver}
                          kind="main"
                        />
                      ) : null}{' '}
                      <PostButton
                        action={`/submissions/${submission.id}/processed`}
                        label={own.markProcessed}
                      />
                    </div>
                  ) : (
                    <Badge is="good">
                      {own.processed} {fill(own.by, { who: nameOf(submission.processedBy ?? '') })}
                    </Badge>
                  )}
                </div>
                {submission.failed.length > 0 ? (
                  <div class="warning">
                    {submission.failed.map(({ template, error }) => (
                      <p>
                        {fill(own.gaveUp, { letter: template })}{' '}
                        {error ? <code>{error}</code> : null}
                      </p>
                    ))}
                    <PostButton
                      action={`/submissions/${submission.id}/retries`}
                      label={own.retry}
                    />
                  </div>
                ) : null}
                <dl class="facts">
                  {Object.entries(submission.fields).map(([name, value]) => (
                    <>
                      <dt>{name}</dt>
                      <dd>{[value].flat().join(', ')}</dd>
                    </>
                  ))}
                </dl>
                <p class="tags">
                  {submission.decisions.map(({ purpose, subscription, decision }) => (
                    <Badge is={decision}>
                      {purpose
                        ? names.name('purposes', purpose)
                        : names.name('subscription-types', subscription ?? '')}
                      : {words[decision]}
                    </Badge>
                  ))}
                </p>
              </article>
            ))
          )}
          {last && received.length === query.limit ? (
            <p class="pages">
              <a
                href={`?${new URLSearchParams({ form: query.form, state: query.state, before: String(last.recordedAt), id: last.id })}`}
              >
                {words.nextPage}
              </a>
            </p>
          ) : null}
        </>
      ),
    });
  })
  .post('/:id/processed', async (c) => {
    await markProcessed(callerOf(c), c.req.param('id'));
    return redirectWith(c, '/submissions', 'done');
  })
  .post('/:id/retries', async (c) => {
    await retryEmails(callerOf(c), c.req.param('id'));
    return redirectWith(c, '/submissions', 'sent');
  })
  .post('/:id/taken-over', requireRight('people-register'), async (c) => {
    await takeOver(callerOf(c), c.req.param('id'));
    return redirectWith(c, '/submissions', 'done');
  });
