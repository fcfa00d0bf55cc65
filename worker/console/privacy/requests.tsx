import { type Context, Hono } from 'hono';
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
import type { ConsoleApp } from '../kit/app.ts';
import { has, may } from '../kit/guard.ts';
import { Act, Area, Badge, Empty, type Given, Table, Time, Wrong } from '../kit/parts.tsx';
import { readPosted, textOf, tried } from '../kit/posted.ts';
import { leadTo, show } from '../kit/shell.tsx';
import { fill, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { officeWords } from './words.ts';

const Left = ({ c, request }: { c: Context<ConsoleApp>; request: PersonRequest }) => {
  const mine = said(c, officeWords);
  if (request.endedAt !== null)
    return (
      <Badge is={request.refused ? 'bad' : 'good'}>
        {request.refused ? mine.refusedState : mine.states[request.state]}
      </Badge>
    );
  const days = Math.ceil((request.dueAt - Date.now()) / DAY);
  return (
    <Badge is={days < 0 ? 'bad' : days < 7 ? 'warn' : 'off'}>
      {days < 0 ? fill(mine.late, { n: -days }) : fill(mine.left, { n: days })}
    </Badge>
  );
};

const letterBadges = { waiting: 'warn', sent: 'good', dead: 'bad' } as const;

const Ordinal = z.coerce.number().int().positive();

const requestOf = async (c: Context<ConsoleApp>): Promise<PersonRequest> => {
  const number = Ordinal.safeParse(c.req.param('number'));
  const request = number.success ? await readRequest(c.get('db'), number.data) : undefined;
  if (!request) throw new ProblemError('not-found');
  return request;
};

const showRequest = async (c: Context<ConsoleApp>, given: Given = {}) => {
  const request = await requestOf(c);
  const words = wordsOf(c);
  const mine = said(c, officeWords);
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
      title: `${mine.number} ${request.number}: ${kind}`,
      back: ['/requests', words.requests],
      children: (
        <>
          <dl class="facts card">
            <dt>{words.who}</dt>
            <dd>
              {person && has(c, 'people-read') ? (
                <a href={`/console/people/${person.id}`}>{person.email}</a>
              ) : (
                (person?.email ?? <code>{request.person}</code>)
              )}
            </dd>
            <dt>{words.state}</dt>
            <dd>
              {mine.states[request.state]} <Left c={c} request={request} />
            </dd>
            <dt>{mine.asked}</dt>
            <dd>
              <Time at={request.askedAt} locale={locale} />
            </dd>
            <dt>{mine.due}</dt>
            <dd>
              <Time at={request.dueAt} locale={locale} date />
            </dd>
            {request.message ? (
              <>
                <dt>{mine.message}</dt>
                <dd>{request.message}</dd>
              </>
            ) : null}
            {reason ? (
              <>
                <dt>{mine.reason}</dt>
                <dd>{reason}</dd>
              </>
            ) : null}
          </dl>
          <p class="help">{mine.proof}</p>
          <section class="card">
            <h2>{mine.letters}</h2>
            {letters.length === 0 ? (
              <p>{mine.noLetters}</p>
            ) : (
              <ul>
                {letters.map((letter) => (
                  <li>
                    <code>{letter.template}</code> ·{' '}
                    <Time at={letter.sentAt ?? letter.createdAt} locale={locale} />{' '}
                    <Badge is={letterBadges[letter.state]}>{mine.letterStates[letter.state]}</Badge>{' '}
                    {letter.error ? <code>{letter.error}</code> : null}
                  </li>
                ))}
              </ul>
            )}
          </section>
          {request.endedAt === null ? (
            <section class="card">
              <h2>{mine.todo}</h2>
              <p>{mine.todos[request.kind]}</p>
              {request.state === 'open' ? (
                <Act action={`/requests/${request.number}/done`} label={mine.done} kind="main" />
              ) : null}
            </section>
          ) : null}
          {request.state === 'open' ? (
            <form
              method="post"
              action={`/console/requests/${request.number}/refused`}
              class="sheet"
            >
              <h2>{mine.refuse}</h2>
              <p>{mine.refuseIntro}</p>
              <Wrong given={given} words={words} />
              <Area name="reason" label={mine.reason} required given={given} />
              <button class="danger">{mine.refuse}</button>
            </form>
          ) : null}
        </>
      ),
    },
    given.errors ? 422 : 200,
  );
};

/** What people have asked for by law: until when, what is left to do, and how it was decided. */
export const requestScreens = new Hono<ConsoleApp>()
  .use(may('requests'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const mine = said(c, officeWords);
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
          <p class="intro">{mine.requestsIntro}</p>
          {all.length === 0 ? (
            <Empty title={mine.requestsNone}>
              <p>{mine.requestsNoneText}</p>
            </Empty>
          ) : (
            <Table
              label={words.requests}
              head={[mine.number, mine.kind, words.state, mine.asked, mine.due, mine.timeLeft]}
            >
              {all.map((request) => (
                <tr>
                  <td>
                    <a href={`/console/requests/${request.number}`}>{request.number}</a>
                  </td>
                  <td>{preferenceTextsIn(locale)[request.kind]}</td>
                  <td>{mine.states[request.state]}</td>
                  <td>
                    <Time at={request.askedAt} locale={locale} date />
                  </td>
                  <td>
                    <Time at={request.dueAt} locale={locale} date />
                  </td>
                  <td>
                    <Left c={c} request={request} />
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
    return leadTo(c, '/requests', 'done');
  })
  .post('/:number/refused', async (c) => {
    const { number } = await requestOf(c);
    const posted = await readPosted(c);
    const refusal = await tried(async () =>
      parse(RefusalBody, { reason: textOf(posted, 'reason') }),
    );
    if (!refusal.ok) return showRequest(c, { values: posted, errors: refusal.errors });
    await refuse(callerOf(c), number, refusal.value);
    return leadTo(c, '/requests', 'done');
  });
