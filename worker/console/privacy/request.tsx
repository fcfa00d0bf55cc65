import { z } from 'zod';
import { assigneeEdit } from '../../admin/requests/assign.ts';
import { requireCase } from '../../admin/requests/open.ts';
import { readWholeCase } from '../../admin/requests/read.ts';
import { readUsers } from '../../admin/users/store.ts';
import { allRecipients, readReceivers } from '../../connectors/recipients.ts';
import type { RequestCase, RequestRead } from '../../contract/requests.ts';
import type { User } from '../../contract/users.ts';
import { readPerson } from '../../people/store.ts';
import { subjectsIn } from '../../personal-data/report.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { readSetting } from '../../settings/store.ts';
import { readActorNames } from '../kit/actors.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { type Editable, EditedFrom, readEditable } from '../kit/editable.tsx';
import { readNames } from '../kit/names.ts';
import { Fact, Time } from '../kit/parts.tsx';
import { textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { SavedNow, type Submitted, statusOf } from '../kit/submitted.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { Notes } from './notes.tsx';
import { Todo } from './request-actions.tsx';
import { Asker, assigneeChoices, TimeLeft } from './request-board.tsx';
import { DoneForm, Emails, ExtendForm, RefuseForm, Told } from './request-case.tsx';
import { requestWords } from './words/requests.ts';

const RequestNumber = z.coerce.number().int().positive();

/** Reads the request in the path; throws `not-found` if there is none. */
export const readRequestOf = async (c: ConsoleContext): Promise<RequestCase> => {
  const number = RequestNumber.safeParse(c.req.param('number'));
  if (!number.success) throw new ProblemError('not-found');
  return requireCase(callerOf(c), number.data);
};

type Assigning = {
  c: ConsoleContext;
  request: RequestCase;
  users: readonly User[];
  editable: Editable;
  submitted: Submitted;
};

const AssigneeForm = ({ c, request, users, editable, submitted }: Assigning) => {
  const own = localised(c, requestWords);
  const nameOf = (assignee: string | null): string =>
    users.find(({ id }) => id === assignee)?.name ?? own.nobody;
  if (request.endedAt !== null) return <>{nameOf(request.assignee)}</>;
  const chosen = submitted.values ? textOf(submitted.values, 'assignee') : request.assignee;
  return (
    <form method="post" action={`/console/requests/${request.number}/assignee`}>
      <EditedFrom c={c} editable={editable} submitted={submitted} />
      <div class="act joined">
        <select name="assignee" aria-label={own.assignee}>
          <option value="">{own.nobody}</option>
          {assigneeChoices(users).map(([id, name]) => (
            <option value={id} selected={id === chosen}>
              {name}
            </option>
          ))}
        </select>
        <button class="quiet">{own.assign}</button>
      </div>
      <SavedNow submitted={submitted} own={nameOf(chosen)} saved={nameOf(request.assignee)} />
    </form>
  );
};

type FactsProps = { c: ConsoleContext; request: RequestRead };

const Moment = ({
  c,
  term,
  at,
  date,
}: {
  c: ConsoleContext;
  term: string;
  at: number | null;
  date?: boolean;
}) =>
  at === null ? null : (
    <Fact term={term}>
      <Time at={at} locale={localeOf(c)} date={date} />
    </Fact>
  );

const Dates = ({ c, request }: FactsProps) => {
  const own = localised(c, requestWords);
  return (
    <>
      <Moment c={c} term={own.askedAt} at={request.askedAt} />
      <Moment c={c} term={own.dueAt} at={request.dueAt} date />
      <Moment c={c} term={own.extendedAt} at={request.extendedAt} date />
      <Moment c={c} term={own.actsAt} at={request.actsAt} date />
      <Moment c={c} term={own.endedAt} at={request.endedAt} />
    </>
  );
};

const Facts = ({
  c,
  request,
  users,
  actorName,
  editable,
  submitted,
}: FactsProps & Assigning & { actorName: (actor: string) => string }) => {
  const words = wordsOf(c);
  const own = localised(c, requestWords);
  const { refusal, extension } = request.reasons;
  return (
    <dl class="facts card">
      <Fact term={words.who}>
        <Asker c={c} request={request} />
      </Fact>
      <Fact term={words.state}>
        {request.endedAt === null ? `${own.states[request.state]} ` : null}
        <TimeLeft c={c} request={request} />
      </Fact>
      <Dates c={c} request={request} />
      <Fact term={own.channel}>{own.channels[request.channel]}</Fact>
      <Fact term={own.identity}>{own.identities[request.identity]}</Fact>
      <Fact term={own.takenBy}>{actorName(request.takenBy)}</Fact>
      <Fact term={own.assignee}>
        <AssigneeForm
          c={c}
          request={request}
          users={users}
          editable={editable}
          submitted={submitted}
        />
      </Fact>
      {request.message ? <Fact term={own.message}>{request.message}</Fact> : null}
      {extension ? <Fact term={own.extension}>{extension}</Fact> : null}
      {refusal ? <Fact term={own.refusal}>{refusal}</Fact> : null}
    </dl>
  );
};

/** The forms of a request; what was submitted in one of them and refused is shown there. */
export type RequestForm =
  | 'assignee'
  | 'corrections'
  | 'notes'
  | 'told'
  | 'done'
  | 'extension'
  | 'refused';

/** Shows a request: who made it and how, what to do about it, and what was done. */
export const showRequest = async (
  c: ConsoleContext,
  refused: Partial<Record<RequestForm, Submitted>> = {},
): Promise<Response> => {
  const db = c.get('db');
  const of = (form: RequestForm): Submitted => refused[form] ?? {};
  const found = await readRequestOf(c);
  const [editable, request] = await Promise.all([
    readEditable(c, [assigneeEdit(found.number)], of('assignee')),
    readWholeCase(db, found),
  ]);
  const own = localised(c, requestWords);
  const [person, users, names, stated, receivers, actorName, subjectOf] = await Promise.all([
    request.person === null ? null : readPerson(db, request.person),
    readUsers(db),
    readNames(db, localeOf(c)),
    readSetting(db, 'recipients'),
    readReceivers(db),
    readActorNames(db, wordsOf(c)),
    subjectsIn(db, localeOf(c)),
    audit(callerOf(c), { act: 'request.read', object: String(request.number) }).run(),
  ]);
  const props = { c, request };
  const answer = (
    <>
      <Todo c={c} request={request} person={person} names={names} submitted={of('corrections')} />
      <DoneForm {...props} submitted={of('done')} />
      <ExtendForm {...props} submitted={of('extension')} />
      <RefuseForm {...props} submitted={of('refused')} />
    </>
  );
  return show(
    c,
    {
      title: `${own.kinds[request.kind]} · ${own.number} ${request.number}`,
      back: ['/requests', wordsOf(c).requests],
      children: (
        <>
          <Facts
            {...props}
            users={users}
            actorName={actorName}
            editable={editable}
            submitted={of('assignee')}
          />
          {request.state === 'open' ? answer : null}
          <Told
            {...props}
            recipients={allRecipients(stated, receivers)}
            submitted={of('told')}
            actorName={actorName}
          />
          <Notes
            c={c}
            path={`/requests/${request.number}`}
            notes={request.notes}
            submitted={of('notes')}
            actorName={actorName}
          />
          <Emails {...props} subjectOf={subjectOf} />
        </>
      ),
    },
    statusOf(...Object.values(refused)),
  );
};
