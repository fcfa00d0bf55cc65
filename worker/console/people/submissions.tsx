import { Hono } from 'hono';
import { answerFile } from '../../admin/inbox/files.ts';
import { markProcessed, readInbox, retryEmails, takeOver } from '../../admin/inbox/inbox.ts';
import { InboxQuery } from '../../contract/inbox.ts';
import { listForms } from '../../forms/list.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { filesOf } from '../../submissions/files.ts';
import { readActorNames } from '../kit/actors.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { type Choice, Select } from '../kit/fields.tsx';
import { queryWithoutFlash, redirectWith } from '../kit/flash.ts';
import { requireRight, screenFor } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { EmptyState, LinkButton, NextPage } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { type Submission, SubmissionCard } from './submission.tsx';
import { submissionWords } from './words/submissions.ts';

const FilterForm = ({
  c,
  query,
  forms,
}: {
  c: ConsoleContext;
  query: InboxQuery;
  forms: Awaited<ReturnType<typeof listForms>>;
}) => {
  const words = wordsOf(c);
  const own = localised(c, submissionWords);
  const formChoices = forms.map(({ key, name }): Choice => [key, name]);
  return (
    <form method="get" class="filter">
      <Select
        name="form"
        label={own.form}
        value={query.form}
        choices={[['', own.allForms], ...formChoices]}
      />
      <Select
        name="state"
        label={words.state}
        value={query.state}
        choices={[
          ['', words.any],
          ['new', own.unprocessed],
          ['failed', own.emailFailedFilter],
        ]}
      />
      <button class="quiet">{words.filter}</button>
    </form>
  );
};

const NoSubmissions = ({ c }: { c: ConsoleContext }) => {
  const own = localised(c, submissionWords);
  return (
    <EmptyState title={own.none}>
      <p>{own.noneText}</p>
      <LinkButton to="/forms" kind="main">
        {wordsOf(c).forms}
      </LinkButton>
    </EmptyState>
  );
};

/** Returns the query for the page after this one; undefined if this is the last. */
const nextPageOf = (
  query: InboxQuery,
  submissions: readonly Submission[],
): URLSearchParams | undefined => {
  const last = submissions.at(-1);
  if (!last || submissions.length < query.limit) return undefined;
  return new URLSearchParams({
    form: query.form,
    state: query.state,
    before: String(last.recordedAt),
    id: last.id,
  });
};

const showSubmissions = async (c: ConsoleContext): Promise<Response> => {
  const words = wordsOf(c);
  const query = parse(InboxQuery, queryWithoutFlash(c));
  const [submissions, forms, names, actorName] = await Promise.all([
    readInbox(callerOf(c), query),
    listForms(c.get('db')),
    readNames(c.get('db'), localeOf(c)),
    readActorNames(c.get('db'), words),
  ]);
  const files = await filesOf(
    c.get('db'),
    submissions.map(({ id }) => id),
  );
  const next = nextPageOf(query, submissions);
  return show(c, {
    title: words.submissions,
    children: (
      <>
        <p class="intro">{localised(c, submissionWords).intro}</p>
        <FilterForm c={c} query={query} forms={forms} />
        {submissions.length === 0 ? <NoSubmissions c={c} /> : null}
        {submissions.map((submission) => (
          <SubmissionCard
            c={c}
            submission={submission}
            names={names}
            actorName={actorName}
            files={files}
          />
        ))}
        {next ? <NextPage query={next} label={words.nextPage} /> : null}
      </>
    ),
  });
};

/** Lists submissions, marks them as processed, and sends their failed emails again. */
export const submissionScreens = new Hono<ConsoleApp>()
  .use(screenFor('people-read'))
  .get('/', showSubmissions)
  .get('/:id/files/:field', (c) => answerFile(c, c.req.param()))
  .post('/:id/processed', requireRight('people-register'), async (c) => {
    await markProcessed(callerOf(c), c.req.param('id'));
    return redirectWith(c, '/submissions', 'done');
  })
  .post('/:id/retries', requireRight('people-register'), async (c) => {
    await retryEmails(callerOf(c), c.req.param('id'));
    return redirectWith(c, '/submissions', 'sent');
  })
  .post('/:id/taken-over', requireRight('people-register'), async (c) => {
    await takeOver(callerOf(c), c.req.param('id'));
    return redirectWith(c, '/submissions', 'done');
  });
