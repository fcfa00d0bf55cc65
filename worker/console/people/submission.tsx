import type { readInbox } from '../../admin/inbox/inbox.ts';
import type { KeptFile } from '../../submissions/files.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { hasRight } from '../kit/guard.ts';
import type { Names } from '../kit/names.ts';
import { AnswerFacts, Badge, PostButton, Time } from '../kit/parts.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { submissionWords } from './words/submissions.ts';

export type Submission = Awaited<ReturnType<typeof readInbox>>[number];

type SubmissionProps = { c: ConsoleContext; submission: Submission };

const Sender = ({ c, submission }: SubmissionProps) => {
  const { person, email, recordedAt, form, version, page } = submission;
  return (
    <div>
      <a href={`/console/people/${person}`}>
        <strong>{email}</strong>
      </a>{' '}
      <span class="help">
        <Time at={recordedAt} locale={localeOf(c)} /> · {form} ({version}){page ? ` · ${page}` : ''}
      </span>
    </div>
  );
};

/** What a user can do with a submission: keep what it says of the person, and mark it as processed. */
const ProcessButtons = ({ c, submission }: SubmissionProps) => {
  const own = localised(c, submissionWords);
  const path = `/submissions/${submission.id}`;
  if (!hasRight(c, 'people-register')) return <Badge is="pending">{own.unprocessed}</Badge>;
  return (
    <div>
      {submission.isReviewed ? (
        <PostButton action={`${path}/taken-over`} label={own.keepAnswers} kind="main" />
      ) : null}{' '}
      <PostButton action={`${path}/processed`} label={own.markProcessed} />
    </div>
  );
};

type ActorName = (actor: string) => string;

const Status = ({ c, submission, actorName }: SubmissionProps & { actorName: ActorName }) => {
  const own = localised(c, submissionWords);
  if (submission.waits) return <Badge is="pending">{wordsOf(c).pending}</Badge>;
  if (submission.processedAt === null) return <ProcessButtons c={c} submission={submission} />;
  return (
    <Badge is="good">
      {own.processed} {fill(own.by, { who: actorName(submission.processedBy ?? '') })}
    </Badge>
  );
};

const FailedEmails = ({ c, submission }: SubmissionProps) => {
  const own = localised(c, submissionWords);
  return (
    <div class="warning">
      {submission.failed.map(({ template, error }) => (
        <p>
          {fill(own.emailFailed, { template })} {error ? <code>{error}</code> : null}
        </p>
      ))}
      {hasRight(c, 'people-register') ? (
        <PostButton action={`/submissions/${submission.id}/retries`} label={own.retry} />
      ) : null}
    </div>
  );
};

const Decisions = ({ c, submission, names }: SubmissionProps & { names: Names }) => (
  <p class="tags">
    {submission.decisions.map(({ purpose, subscription, decision }) => (
      <Badge is={decision}>
        {purpose
          ? names.name('purposes', purpose)
          : names.name('subscription-types', subscription ?? '')}
        : {wordsOf(c)[decision]}
      </Badge>
    ))}
  </p>
);

/** A submission: who sent it and when, its answers and its decisions. */
export const SubmissionCard = ({
  c,
  submission,
  names,
  actorName,
  files,
}: SubmissionProps & {
  names: Names;
  actorName: ActorName;
  files: readonly KeptFile[];
}) => (
  <article class="card wide">
    <div class="top">
      <Sender c={c} submission={submission} />
      <Status c={c} submission={submission} actorName={actorName} />
    </div>
    {submission.failed.length > 0 ? <FailedEmails c={c} submission={submission} /> : null}
    <AnswerFacts fields={submission.fields} submission={submission.id} files={files} />
    <Decisions c={c} submission={submission} names={names} />
  </article>
);
