import { Hono } from 'hono';
import { z } from 'zod';
import { finish, refuse } from '../../admin/requests/answer.ts';
import type { PersonRequest } from '../../contract/requests.ts';
import { RefusalBody } from '../../contract/requests.ts';
import { preferenceTextsIn } from '../../locales/preferences.ts';
import { lettersAbout } from '../../outbox/about.ts';
import { readPerson } from '../../people/store.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { DAY } from '../../platform/time.ts';
import { readReason } from '../../requests/answers.ts';
import { readRequest, requestsIn } from '../../requests/store.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { ErrorSummary, type Submitted, TextArea } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { hasRight, requireRight } from '../kit/guard.ts';
import { Badge, EmptyState, PostButton, Table, Time } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import { officeWords } from './words.ts';

const TimeLeft = ({ c, request }: { c: ConsoleContext; request: PersonRequest }) => {
  const own = localised(c, officeWords);
  if (request.endedAt !== null)
    return (
      <Badge is={request.refused ? 'bad' : 'good'}>
        {request.refused ? own.refusedState : own.states[request.state]}
      </Badge>
    );
  const days = Math.ceil((request.dueAt - Date.now()) / DAY);
  return (
    <Badge is={days < 0 ? 'bad' : days < 7 ? 'warn' : 'off'}>
      {days < 0 ? fill(own.late, { n: -days }) : fill(own.left, { n: days })}
    </Badge>
  );
};

const emailBadges = { waiting: 'warn', sent: 'good', dead: 'bad' } as const;

const Ordinal = z.coerce.number().int().positive();

const requestOf = async (c: ConsoleContext): Promise<PersonRequest> => {
  const number = Ordinal.safeParse(c.req.param('number'));
  const request = number.success ? await readRequest(c.get('db'), number.data) : undefined;
  if (!request) throw new ProblemError('not-found');
  return request;
};

const showRequest = async (c: ConsoleContext, submitted: Submitted = {}) => {
  const request = await requestOf(c);
  const words = wordsOf(c);
  const own = localised(c, officeWords);
  const locale = localeOf(c);
  const [person, reason, letters] = await Promise.all([
    readPerson(c.get('db'), request.person),
    readReason(c.get('db'), request.number),
    lettersAbout(c.get('db'), request.person, request.number),
  ]);
  const kind = preferenceTextsIn(locale)[request.kind];
  return show(
    c,
    {
      title: `${own.number} ${request.number}: ${kind}`,
      back: ['/requests', words.requests],
      children: (
        <>
          <dl class="facts card">
            <dt>{words.who}</dt>
            <dd>
              {person && hasRight(c, 'people-read') ? (
                <a href={`/console/people/${person.id}`}>{person.email}</a>
              ) : (
                (person?.email ?? <code>{request.person}</code>)
              )}
            </dd>
            <dt>{words.state}</dt>
            <dd>
              {own.states[request.state]} <TimeLeft c={c} request={request} />
            </dd>
            <dt>{own.asked}</dt>
            <dd>
              <Time at={request.askedAt} locale={locale} />
            </dd>
            <dt>{own.due}</dt>
            <dd>
              <Time at={request.dueAt} locale={locale} date />
            </dd>
            {request.message ? (
              <>
                <dt>{own.message}</dt>
                <dd>{request.message}</dd>
              </>
            ) : null}
            {reason ? (
              <>
                <dt>{own.reason}</dt>
                <dd>{reason}</dd>
              </>
            ) : null}
          </dl>
          <p class="help">{own.proof}</p>
          <section class="card">
            <h2>{own.letters}</h2>
            {letters.length === 0 ? (
              <p>{own.noLetters}</p>
            ) : (
              <ul>
                {letters.map((letter) => (
                  <li>
                    <code>{letter.template}</code> ·{' '}
                    <Time at={letter.sentAt ?? letter.createdAt} locale={locale} />{' '}
                    <Badge is={emailBadges[letter.state]}>{own.letterStates[letter.state]}</Badge>{' '}
                    {letter.error ? <code>{letter.error}</code> : null}
                  </li>
                ))}
              </ul>
            )}
          </section>
          {request.endedAt === null ? (
            <section class="card">
              <h2>{own.todo}</h2>
              <p>{own.todos[request.kind]}</p>
              {request.state === 'open' ? (
                <PostButton
                  action={`/requests/${request.number}/done`}
                  label={own.done}
                  kind="main"
                />
              ) : null}
            </section>
          ) : null}
          {request.state === 'open' ? (
            <form
              method="post"
              action={`/console/requests/${request.number}/refused`}
              class="sheet"
            >
              <h2>{own.refuse}</h2>
              <p>{own.refuseIntro}</p>
              <ErrorSummary submitted={submitted} words={words} />
              <TextArea name="reason" label={own.reason} required submitted={submitted} />
              <button class="danger">{own.refuse}</button>
            </form>
          ) : null}
        </>
      ),
    },
    submitted.errors ? 422 : 200,
  );
};

/** What people have asked for by law: until when, what is left to do, and how it was decided. */
export const requestScreens = new Hono<ConsoleApp>()
  .use(requireRight('requests'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const own = localised(c, officeWords);
    const locale = localeOf(c);
    const [open, waiting, done] = await Promise.all(
      ['open', 'waiting', 'done'].map((state) => requestsIn(c.get('db'), state)),
    );
    const all = [...(open ?? []), ...(waiting ?? []), ...(done ?? []).toReversed().slice(0, 50)];
    await audit(callerOf(c), { act: 'requests.read', object: 'board' }).run();
    return show(c, {
      title: words.requests,
      children: (
        <>
          <p class="intro">{own.requestsIntro}</p>
          {all.length === 0 ? (
            <EmptyState title={own.requestsNone}>
              <p>{own.requestsNoneText}</p>
            </EmptyState>
          ) : (
            <Table
              label={words.requests}
              head={[own.number, own.kind, words.state, own.asked, own.due, own.timeLeft]}
            >
              {all.map((request) => (
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
              ))}
            </Table>
          )}
        </>
      ),
    });
  })
  .get('/:number', (c) => showRequest(c))
  .post('/:number/done', async (c) => {
    const { number } = await requestOf(c);
    await finish(callerOf(c), number);
    return redirectWith(c, '/requests', 'done');
  })
  .post('/:number/refused', async (c) => {
    const { number } = await requestOf(c);
    const posted = await readPosted(c);
    const refusal = await attempt(async () =>
      parse(RefusalBody, { reason: textOf(posted, 'reason') }),
    );
    if (!refusal.ok) return showRequest(c, { values: posted, errors: refusal.errors });
    await refuse(callerOf(c), number, refusal.value);
    return redirectWith(c, '/requests', 'done');
  });
