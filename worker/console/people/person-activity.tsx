import type { Child } from 'hono/jsx';
import type { KeptData } from '../../contract/data.ts';
import { preferenceTextsIn } from '../../locales/preferences.ts';
import type { KeptFile } from '../../submissions/files.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { hasRight } from '../kit/guard.ts';
import { AnswerFacts, Table, Time } from '../kit/parts.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { personWords } from './words/person.ts';

/** A heading above what there is, or above a word that there is nothing. */
const Group = ({
  c,
  title,
  isEmpty,
  children,
}: {
  c: ConsoleContext;
  title: string;
  isEmpty: boolean;
  children: Child;
}) => (
  <>
    <h2>{title}</h2>
    {isEmpty ? <p>{localised(c, personWords).nothing}</p> : children}
  </>
);

const Submissions = ({
  c,
  submissions,
  files,
}: {
  c: ConsoleContext;
  submissions: KeptData['submissions'];
  files: readonly KeptFile[];
}) => {
  const words = wordsOf(c);
  const own = localised(c, personWords);
  return (
    <Table label={own.submissions} head={[words.when, own.form, words.what]}>
      {submissions.map((submission) => (
        <tr>
          <td>
            <Time at={submission.recordedAt} locale={localeOf(c)} />
          </td>
          <td>
            {submission.form} ({submission.version})
          </td>
          <td>
            <AnswerFacts fields={submission.fields} submission={submission.id} files={files} />
          </td>
        </tr>
      ))}
    </Table>
  );
};

const Requests = ({ c, requests }: { c: ConsoleContext; requests: KeptData['requests'] }) => (
  <ul>
    {requests.map(({ number, kind, state, askedAt }) => (
      <li>
        {hasRight(c, 'requests') ? <a href={`/console/requests/${number}`}>{number}</a> : number}{' '}
        {preferenceTextsIn(localeOf(c))[kind]} · {state} ·{' '}
        <Time at={askedAt} locale={localeOf(c)} />
      </li>
    ))}
  </ul>
);

const Emails = ({ c, emails }: { c: ConsoleContext; emails: KeptData['emails'] }) => (
  <ul>
    {emails.map((email) => (
      <li>
        <code>{email.template}</code> ·{' '}
        <Time at={email.sentAt ?? email.createdAt} locale={localeOf(c)} /> · {email.state}
      </li>
    ))}
  </ul>
);

/** A person's submissions and requests, and the emails to them. */
export const Activity = ({
  c,
  data,
  files,
}: {
  c: ConsoleContext;
  data: KeptData;
  files: readonly KeptFile[];
}) => {
  const own = localised(c, personWords);
  const { submissions, requests, emails } = data;
  return (
    <>
      <Group c={c} title={own.submissions} isEmpty={submissions.length === 0}>
        <Submissions c={c} submissions={submissions} files={files} />
      </Group>
      <Group c={c} title={own.requests} isEmpty={requests.length === 0}>
        <Requests c={c} requests={requests} />
      </Group>
      <Group c={c} title={own.emails} isEmpty={emails.length === 0}>
        <Emails c={c} emails={emails} />
      </Group>
    </>
  );
};
