import { readUsers } from '../../admin/users/store.ts';
import { type RequestCase, RequestKind, RequestState } from '../../contract/requests.ts';
import type { User } from '../../contract/users.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import { casesIn } from '../../requests/board.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { type Choice, Select } from '../kit/fields.tsx';
import { queryWithoutFlash } from '../kit/flash.ts';
import { hasRight } from '../kit/guard.ts';
import { Badge, EmptyState, LinkButton, Table, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fillCount, localeOf, localised, wordsOf } from '../kit/words.ts';
import { daysUntil, urgency } from './deadline.ts';
import { requestWords } from './words/requests.ts';

const MOST = 200;

/** The filters of the board, as its address holds them; what is unknown filters nothing. */
type Filter = { state: RequestState | ''; kind: RequestKind | ''; assignee: string };

const filterOf = ({ state, kind, assignee = '' }: Record<string, string>): Filter => ({
  state: RequestState.safeParse(state).data ?? '',
  kind: RequestKind.safeParse(kind).data ?? '',
  assignee,
});

/** Reads the requests that a filter asks for; without a state those that are under way. */
const readBoard = async (c: ConsoleContext, filter: Filter): Promise<RequestCase[]> => {
  const states: readonly RequestState[] = filter.state ? [filter.state] : ['open', 'waiting'];
  const found = await Promise.all(
    states.map((state) =>
      casesIn(
        c.get('db'),
        { state, kind: filter.kind || undefined, assignee: filter.assignee || undefined },
        MOST,
      ),
    ),
  );
  return found.flat();
};

/** Returns the users who may answer requests, for a select. */
export const assigneeChoices = (users: readonly User[]): Choice[] =>
  users
    .filter(({ active, rights }) => active && rights.includes('requests'))
    .map(({ id, name }): Choice => [id, name]);

/** The days until a request is due, or how it ended. */
export const TimeLeft = ({ c, request }: { c: ConsoleContext; request: RequestCase }) => {
  const own = localised(c, requestWords);
  if (request.endedAt !== null)
    return (
      <Badge is={request.state === 'done' ? 'good' : 'off'}>{own.states[request.state]}</Badge>
    );
  const days = daysUntil(request.dueAt);
  return (
    <Badge is={urgency(days)}>
      {days < 0 ? fillCount(c, own.daysLate, -days) : fillCount(c, own.daysLeft, days)}
    </Badge>
  );
};

/** Whom a request is from, by address where that is known. */
export const Asker = ({ c, request }: { c: ConsoleContext; request: RequestCase }) => {
  const own = localised(c, requestWords);
  const { person, email, contact } = request;
  if (person === null) return <>{contact ?? own.unfound}</>;
  if (!hasRight(c, 'people-read')) return <code>{person}</code>;
  if (email === null) return <>{own.erased}</>;
  return <a href={`/console/people/${person}`}>{email}</a>;
};

const BoardFilter = ({
  c,
  filter: { state, kind, assignee },
  users,
}: {
  c: ConsoleContext;
  filter: Filter;
  users: readonly User[];
}) => {
  const words = wordsOf(c);
  const own = localised(c, requestWords);
  return (
    <form class="filter">
      <Select
        name="state"
        label={words.state}
        value={state}
        placeholder={own.underWay}
        choices={RequestState.options.map((each): Choice => [each, own.states[each]])}
      />
      <Select
        name="kind"
        label={own.kind}
        value={kind}
        placeholder={words.any}
        choices={RequestKind.options.map((each): Choice => [each, own.kinds[each]])}
      />
      <Select
        name="assignee"
        label={own.assignee}
        value={assignee}
        placeholder={words.any}
        choices={assigneeChoices(users)}
      />
      <button class="quiet">{words.filter}</button>
    </form>
  );
};

const RequestRow = ({
  c,
  request,
  users,
}: {
  c: ConsoleContext;
  request: RequestCase;
  users: readonly User[];
}) => {
  const own = localised(c, requestWords);
  const locale = localeOf(c);
  return (
    <tr>
      <td>
        <a href={`/console/requests/${request.number}`}>
          {`${request.number} · ${own.kinds[request.kind]}`}
        </a>
      </td>
      <td class="long">
        <Asker c={c} request={request} />
      </td>
      <td>{own.states[request.state]}</td>
      <td>
        <Time at={request.askedAt} locale={locale} date />
      </td>
      <td>
        <Time at={request.dueAt} locale={locale} date /> <TimeLeft c={c} request={request} />
      </td>
      <td>{users.find(({ id }) => id === request.assignee)?.name ?? own.nobody}</td>
    </tr>
  );
};

const RequestTable = ({
  c,
  requests,
  users,
}: {
  c: ConsoleContext;
  requests: readonly RequestCase[];
  users: readonly User[];
}) => {
  const words = wordsOf(c);
  const own = localised(c, requestWords);
  if (requests.length === 0)
    return (
      <EmptyState title={own.none}>
        <p>{own.noneText}</p>
      </EmptyState>
    );
  return (
    <Table
      label={words.requests}
      head={[own.kind, words.who, words.state, own.askedAt, own.dueAt, own.assignee]}
    >
      {requests.map((request) => (
        <RequestRow c={c} request={request} users={users} />
      ))}
    </Table>
  );
};

/** Shows the requests that a filter asks for, those due first first. */
export const showBoard = async (c: ConsoleContext): Promise<Response> => {
  const own = localised(c, requestWords);
  const filter = filterOf(queryWithoutFlash(c));
  const [requests, users] = await Promise.all([
    readBoard(c, filter),
    readUsers(c.get('db')),
    audit(callerOf(c), { act: 'requests.read', object: 'board' }).run(),
  ]);
  return show(c, {
    title: wordsOf(c).requests,
    actions: (
      <LinkButton to="/requests/new" kind="main">
        {own.add}
      </LinkButton>
    ),
    children: (
      <>
        <p class="intro">{own.intro}</p>
        <BoardFilter c={c} filter={filter} users={users} />
        <RequestTable c={c} requests={requests} users={users} />
      </>
    ),
  });
};
