import { Hono } from 'hono';
import { countUntold, readUntold } from '../../admin/notices/store.ts';
import { sendNotice } from '../../admin/people/notify.ts';
import { UntoldQuery } from '../../contract/notices.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { DAY } from '../../platform/time.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { has, may } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { Act, Badge, Empty, Table, Time } from '../kit/parts.tsx';
import { leadTo, show } from '../kit/shell.tsx';
import { fill, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { peopleWords } from '../people/words.ts';

const PAGE = 50;

/** Those who have not been told yet what is kept of them (GDPR art. 14), and how long there is. */
export const noticeScreens = new Hono<ConsoleApp>()
  .use(may('people-read'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const mine = said(c, peopleWords);
    const locale = localeOf(c);
    const { said: _, ...asked } = c.req.query();
    const now = Date.now();
    const [people, { count, late }, names] = await Promise.all([
      readUntold(c.get('db'), parse(UntoldQuery, asked), PAGE),
      countUntold(c.get('db'), now),
      readNames(c.get('db'), locale),
    ]);
    const last = people.at(-1);
    return show(c, {
      title: mine.untold,
      children: (
        <>
          <p class="intro">{mine.untoldIntro}</p>
          {people.length === 0 ? (
            <Empty title={mine.untoldNone}>
              <p>{mine.untoldNoneText}</p>
            </Empty>
          ) : (
            <>
              <p>
                <strong>{count}</strong>{' '}
                {late > 0 ? <Badge is="bad">{`${late} ${mine.late}`}</Badge> : null}
              </p>
              <Table
                label={mine.untold}
                head={[words.email, words.source, mine.due, words.state, words.actions]}
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
                          {days < 0 ? mine.late : fill(mine.days, { n: days })}
                        </Badge>
                      </td>
                      <td>
                        {has(c, 'people-register') ? (
                          <Act action={`/notices/${person}`} label={mine.tell} />
                        ) : null}
                      </td>
                    </tr>
                  );
                })}
              </Table>
              {last && people.length === PAGE ? (
                <p class="pages">
                  <a href={`?dueAt=${last.dueAt}&person=${last.person}`}>{words.more}</a>
                </p>
              ) : null}
            </>
          )}
        </>
      ),
    });
  })
  .post('/:id', may('people-register'), async (c) => {
    await sendNotice(callerOf(c), { id: c.req.param('id') }, {});
    return leadTo(c, '/notices', 'sent');
  });
