import { Hono } from 'hono';
import { finish, refuse } from '../../admin/requests/answer.ts';
import { type PersonRequest, RefusalBody } from '../../contract/requests.ts';
import { preferenceTextsIn } from '../../locales/preferences.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { requestsIn } from '../../requests/store.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { redirectWith } from '../kit/flash.ts';
import { requireRight } from '../kit/guard.ts';
import { EmptyState, Table, Time } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { readRequestOf, showRequest, TimeLeft } from './request.tsx';
import { requestWords } from './words/requests.ts';

const MAX_DONE = 50;

/** Reads the requests that need an answer, then those that were answered last. */
const readBoard = async (c: ConsoleContext): Promise<PersonRequest[]> => {
  const [open = [], waiting = [], done = []] = await Promise.all(
    ['open', 'waiting', 'done'].map((state) => requestsIn(c.get('db'), state)),
  );
  return [...open, ...waiting, ...done.toReversed().slice(0, MAX_DONE)];
};

const NoRequests = ({ c }: { c: ConsoleContext }) => {
  const own = localised(c, requestWords);
  return (
    <EmptyState title={own.none}>
      <p>{own.noneText}</p>
    </EmptyState>
  );
};

const RequestRow = ({ c, request }: { c: ConsoleContext; request: PersonRequest }) => {
  const own = localised(c, requestWords);
  const locale = localeOf(c);
  return (
    <tr>
      <td>
        <a href={`/console/requests/${request.number}`}>{request.number}</a>
      </td>
      <td>{preferenceTextsIn(locale)[request.kind]}</td>
      <td>{own.states[request.state]}</td>
      <td>
        <Time at={request.askedAt} locale={locale} date />
      </td>
      <td>
        <Time at={request.dueAt} locale={locale} date />
      </td>
      <td>
        <TimeLeft c={c} request={request} />
      </td>
    </tr>
  );
};

const RequestTable = ({
  c,
  requests,
}: {
  c: ConsoleContext;
  requests: readonly PersonRequest[];
}) => {
  const words = wordsOf(c);
  const own = localised(c, requestWords);
  return (
    <Table
      label={words.requests}
      head={[own.number, own.kind, words.state, own.askedAt, own.dueAt, own.timeLeft]}
    >
      {requests.map((request) => (
        <RequestRow c={c} request={request} />
      ))}
    </Table>
  );
};

const showBoard = async (c: ConsoleContext): Promise<Response> => {
  const requests = await readBoard(c);
  await audit(callerOf(c), { act: 'requests.read', object: 'board' }).run();
  return show(c, {
    title: wordsOf(c).requests,
    children: (
      <>
        <p class="intro">{localised(c, requestWords).intro}</p>
        {requests.length === 0 ? <NoRequests c={c} /> : <RequestTable c={c} requests={requests} />}
      </>
    ),
  });
};

/** Lists the requests that people have made under the GDPR, shows one, finishes or refuses it. */
export const requestScreens = new Hono<ConsoleApp>()
  .use(requireRight('requests'))
  .get('/', showBoard)
  .get('/:number', (c) => showRequest(c))
  .post('/:number/done', async (c) => {
    const { number } = await readRequestOf(c);
    await finish(callerOf(c), number);
    return redirectWith(c, '/requests', 'done');
  })
  .post('/:number/refused', async (c) => {
    const { number } = await readRequestOf(c);
    const posted = await readPosted(c);
    const refusal = await attempt(async () =>
      parse(RefusalBody, { reason: textOf(posted, 'reason') }),
    );
    if (!refusal.ok) return showRequest(c, { values: posted, errors: refusal.errors });
    await refuse(callerOf(c), number, refusal.value);
    return redirectWith(c, '/requests', 'done');
  });
