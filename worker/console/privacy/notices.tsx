import { Hono } from 'hono';
import { countUntold, readUntold } from '../../admin/notices/store.ts';
import { sendNotice } from '../../admin/people/notify.ts';
import { UntoldQuery } from '../../contract/notices.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { DAY } from '../../platform/time.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { queryWithoutFlash, redirectWith } from '../kit/flash.ts';
import { hasRight, requireRight } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { Badge, EmptyState, PostButton, Table, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import { peopleWords } from '../people/words.ts';

const PAGE = 50;

/** Those who have not been told yet what is kept of them (GDPR art. 14), and how long there is. */
export const noticeScreens = new Hono<ConsoleApp>()
  .use(requireRight('people-read'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const own = localised(c, peopleWords);
    const locale = localeOf(c);
    const asked = queryWithoutFlash(c);
    const now = Date.now();
    const [people, { count, late }, names] = await Promise.all([
      readUntold(c.get('db'), parse(UntoldQuery, asked), PAGE),
      countUntold(c.get('db'), now),
      readNames(c.get('db'), locale),
    ]);
    const last = people.at(-1);
    return show(c, {
      title: own.untold,
      children: (
        <>
          <p class="intro">{own.untoldIntro}</p>
          {people.length === 0 ? (
            <EmptyState title={own.untoldNone}>
              <p>{own.untoldNoneText}</p>
            </EmptyState>
          ) : (
            <>
              <p>
                <strong>{count}</strong>{' '}
                {late > 0 ? <Badge is="bad">{`${late} ${own.late}`}</Badge> : null}
              </p>
              <Table
                label={own.untold}
                head={[words.email, words.source, own.due, words.state, words.actions]}
              >
                {people.map(({ person, email, source, dueAt }) => {
                  const days = Math.ceil((dueAt - now) / DAY);
                  return (
                    <tr>
                      <td>
                        <a href={`/console/people/${person}`}>{email}</a>
                      </td>
                      <td>{names.name('sources', source)}</td>
                      <td>
                        <Time at={dueAt} locale={locale} date />
                      </td>
                      <td>
                        <Badge is={days < 0 ? 'bad' : days < 7 ? 'warn' : 'off'}>
                          {days < 0 ? own.late : fill(own.days, { n: days })}
                        </Badge>
                      </td>
                      <td>
                        {hasRight(c, 'people-register') ? (
                          <PostButton action={`/notices/${person}`} label={own.tell} />
                        ) : null}
                      </td>
                    </tr>
                  );
                })}
              </Table>
              {last && people.length === PAGE ? (
                <p class="pages">
                  <a href={`?dueAt=${last.dueAt}&person=${last.person}`}>{words.nextPage}</a>
                </p>
              ) : null}
            </>
          )}
        </>
      ),
    });
  })
  .post('/:id', requireRight('people-register'), async (c) => {
    await sendNotice(callerOf(c), { id: c.req.param('id') }, {});
    return redirectWith(c, '/notices', 'sent');
  });
