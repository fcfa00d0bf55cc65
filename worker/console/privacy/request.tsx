import { z } from 'zod';
import type { Person } from '../../contract/people.ts';
import type { PersonRequest } from '../../contract/requests.ts';
import { preferenceTextsIn } from '../../locales/preferences.ts';
import { emailsAbout } from '../../outbox/about.ts';
import { readPerson } from '../../people/store.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { readReason } from '../../requests/answers.ts';
import { readRequest } from '../../requests/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { ErrorSummary, type Submitted, TextArea } from '../kit/fields.tsx';
import { hasRight } from '../kit/guard.ts';
import { Badge, Fact, PostButton, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fillCount, localeOf, localised, wordsOf } from '../kit/words.ts';
import { daysUntil, urgency } from './deadline.ts';
import { requestWords } from './words/requests.ts';

type Email = Awaited<ReturnType<typeof emailsAbout>>[number];

const RequestNumber = z.coerce.number().int().positive();

/** Reads the request in the path; throws `not-found` if there is none. */
export const readRequestOf = async (c: ConsoleContext): Promise<PersonRequest> => {
  const number = RequestNumber.safeParse(c.req.param('number'));
  const request = number.success ? await readRequest(c.get('db'), number.data) : undefined;
  if (!request) throw new ProblemError('not-found');
  return request;
};

/** The days until a request is due, or how it was answered. */
export const TimeLeft = ({ c, request }: { c: ConsoleContext; request: PersonRequest }) => {
  const own = localised(c, requestWords);
  if (request.endedAt !== null)
    return (
      <Badge is={request.refused ? 'bad' : 'good'}>
        {request.refused ? own.refused : own.states[request.state]}
      </Badge>
    );
  const days = daysUntil(request.dueAt);
  return (
    <Badge is={urgency(days)}>
      {days < 0 ? fillCount(c, own.daysLate, -days) : fillCount(c, own.daysLeft, days)}
    </Badge>
  );
};

const PersonLink = ({
  c,
  request,
  person,
}: {
  c: ConsoleContext;
  request: PersonRequest;
  person: Person | null;
}) => {
  if (!person || !hasRight(c, 'people-read')) return <code>{request.person}</code>;
  return <a href={`/console/people/${person.id}`}>{person.email}</a>;
};

const Facts = ({
  c,
  request,
  person,
  reason,
}: {
  c: ConsoleContext;
  request: PersonRequest;
  person: Person | null;
  reason: string | null;
}) => {
  const words = wordsOf(c);
  const own = localised(c, requestWords);
  const locale = localeOf(c);
  return (
    <dl class="facts card">
      <Fact term={words.who}>
        <PersonLink c={c} request={request} person={person} />
      </Fact>
      <Fact term={words.state}>
        {own.states[request.state]} <TimeLeft c={c} request={request} />
      </Fact>
      <Fact term={own.askedAt}>
        <Time at={request.askedAt} locale={locale} />
      </Fact>
      <Fact term={own.dueAt}>
        <Time at={request.dueAt} locale={locale} date />
      </Fact>
      {request.message ? <Fact term={own.message}>{request.message}</Fact> : null}
      {reason ? <Fact term={own.reason}>{reason}</Fact> : null}
    </dl>
  );
};

const emailBadges = { waiting: 'warn', sent: 'good', dead: 'bad' } as const;

const EmailItem = ({ c, email }: { c: ConsoleContext; email: Email }) => (
  <li>
    <code>{email.template}</code> ·{' '}
    <Time at={email.sentAt ?? email.createdAt} locale={localeOf(c)} />{' '}
    <Badge is={emailBadges[email.state]}>
      {localised(c, requestWords).emailStates[email.state]}
    </Badge>{' '}
    {email.error ? <code>{email.error}</code> : null}
  </li>
);

const Emails = ({ c, emails }: { c: ConsoleContext; emails: readonly Email[] }) => {
  const own = localised(c, requestWords);
  return (
    <section class="card">
      <h2>{own.emails}</h2>
      {emails.length === 0 ? (
        <p>{own.noEmails}</p>
      ) : (
        <ul>
          {emails.map((email) => (
            <EmailItem c={c} email={email} />
          ))}
        </ul>
      )}
    </section>
  );
};

const Todo = ({ c, request }: { c: ConsoleContext; request: PersonRequest }) => {
  const own = localised(c, requestWords);
  return (
    <section class="card">
      <h2>{own.todo}</h2>
      <p>{own.todos[request.kind]}</p>
      {request.state === 'open' ? (
        <PostButton action={`/requests/${request.number}/done`} label={own.finish} kind="main" />
      ) : null}
    </section>
  );
};

const RefuseForm = ({
  c,
  request,
  submitted,
}: {
  c: ConsoleContext;
  request: PersonRequest;
  submitted: Submitted;
}) => {
  const own = localised(c, requestWords);
  return (
    <form method="post" action={`/console/requests/${request.number}/refused`} class="sheet">
      <h2>{own.refuse}</h2>
      <p>{own.refuseIntro}</p>
      <ErrorSummary submitted={submitted} words={wordsOf(c)} />
      <TextArea name="reason" label={own.reason} required submitted={submitted} />
      <button class="danger">{own.refuse}</button>
    </form>
  );
};

/** Shows a request: who made it, the emails about it, and what is left to do. */
export const showRequest = async (
  c: ConsoleContext,
  submitted: Submitted = {},
): Promise<Response> => {
  const request = await readRequestOf(c);
  const own = localised(c, requestWords);
  const [person, reason, emails] = await Promise.all([
    readPerson(c.get('db'), request.person),
    readReason(c.get('db'), request.number),
    emailsAbout(c.get('db'), request.person, request.number),
  ]);
  await audit(callerOf(c), { act: 'request.read', object: String(request.number) }).run();
  const kind = preferenceTextsIn(localeOf(c))[request.kind];
  const content = (
    <>
      <Facts c={c} request={request} person={person} reason={reason} />
      <p class="help">{own.proof}</p>
      <Emails c={c} emails={emails} />
      {request.endedAt === null ? <Todo c={c} request={request} /> : null}
      {request.state === 'open' ? (
        <RefuseForm c={c} request={request} submitted={submitted} />
      ) : null}
    </>
  );
  return show(
    c,
    {
      title: `${own.number} ${request.number}: ${kind}`,
      back: ['/requests', wordsOf(c).requests],
      children: content,
    },
    submitted.errors ? 422 : 200,
  );
};
