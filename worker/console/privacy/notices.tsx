import { Hono } from 'hono';
import { missingRight } from '../../admin/jobs/orders.ts';
import { countDueNotices, readDueNotices } from '../../admin/notices/store.ts';
import { sendNotice } from '../../admin/people/notify.ts';
import { DueNoticesQuery } from '../../contract/notices.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { DAY } from '../../platform/time.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { queryWithoutFlash, redirectWith } from '../kit/flash.ts';
import { hasRight, requireRight, screenFor } from '../kit/guard.ts';
import { type Names, readNames } from '../kit/names.ts';
import { Badge, EmptyState, LinkButton, NextPage, PostButton, Table, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fillCount, localeOf, localised, wordsOf } from '../kit/words.ts';
import { daysUntil, urgency } from './deadline.ts';
import { noticeWords } from './words/notices.ts';

const PAGE = 50;

type Notice = Awaited<ReturnType<typeof readDueNotices>>[number];

const NoneDue = ({ c }: { c: ConsoleContext }) => {
  const own = localised(c, noticeWords);
  return (
    <EmptyState title={own.none}>
      <p>{own.noneText}</p>
    </EmptyState>
  );
};

const DaysLeft = ({ c, dueAt }: { c: ConsoleContext; dueAt: number }) => {
  const own = localised(c, noticeWords);
  const days = daysUntil(dueAt);
  return <Badge is={urgency(days)}>{days < 0 ? own.late : fillCount(c, own.daysLeft, days)}</Badge>;
};

/** How many are not notified yet, and what can be done for all of them at once. */
const Everyone = ({ c, count, late }: { c: ConsoleContext; count: number; late: number }) => {
  const own = localised(c, noticeWords);
  return (
    <>
      <p>
        <strong>{fillCount(c, own.count, count)}</strong>{' '}
        {late > 0 ? <Badge is="bad">{fillCount(c, own.lateCount, late)}</Badge> : null}
      </p>
      <p class="buttons">
        {missingRight(c.get('rights'), 'notice') ? null : (
          <LinkButton to="/jobs/new?kind=notice&notice=due" kind="main">
            {own.sendAll}
          </LinkButton>
        )}
        <LinkButton to="/people?notice=due">{own.showPeople}</LinkButton>
        {hasRight(c, 'mail') ? <LinkButton to="/mail">{own.editNotices}</LinkButton> : null}
      </p>
    </>
  );
};

const NoticeRow = ({ c, names, notice }: { c: ConsoleContext; names: Names; notice: Notice }) => (
  <tr>
    <td>
      <a href={`/console/people/${notice.person}`}>{notice.email}</a>
    </td>
    <td>{names.name('sources', notice.source)}</td>
    <td>
      <Time at={notice.dueAt} locale={localeOf(c)} date />
    </td>
    <td>
      <DaysLeft c={c} dueAt={notice.dueAt} />
    </td>
    <td>
      {hasRight(c, 'people-register') ? (
        <PostButton action={`/notices/${notice.person}`} label={localised(c, noticeWords).send} />
      ) : null}
    </td>
  </tr>
);

const NoticeTable = ({
  c,
  names,
  notices,
}: {
  c: ConsoleContext;
  names: Names;
  notices: readonly Notice[];
}) => {
  const words = wordsOf(c);
  const own = localised(c, noticeWords);
  return (
    <Table
      label={own.title}
      head={[words.email, words.source, own.dueAt, words.state, words.actions]}
    >
      {notices.map((notice) => (
        <NoticeRow c={c} names={names} notice={notice} />
      ))}
    </Table>
  );
};

const showNotices = async (c: ConsoleContext): Promise<Response> => {
  const own = localised(c, noticeWords);
  const [notices, { count, late }, names] = await Promise.all([
    readDueNotices(callerOf(c), parse(DueNoticesQuery, queryWithoutFlash(c)), PAGE),
    countDueNotices(c.get('db'), Date.now(), 7 * DAY),
    readNames(c.get('db'), localeOf(c)),
  ]);
  const last = notices.length === PAGE ? notices.at(-1) : undefined;
  const next = last && new URLSearchParams({ dueAt: String(last.dueAt), person: last.person });
  const list = (
    <>
      <Everyone c={c} count={count} late={late} />
      <NoticeTable c={c} names={names} notices={notices} />
      {next ? <NextPage query={next} label={wordsOf(c).nextPage} /> : null}
    </>
  );
  return show(c, {
    title: own.title,
    children: (
      <>
        <p class="intro">{own.intro}</p>
        {notices.length === 0 ? <NoneDue c={c} /> : list}
      </>
    ),
  });
};

/** Lists the people who have had no privacy notice yet (GDPR art. 14), and sends it. */
export const noticeScreens = new Hono<ConsoleApp>()
  .use(screenFor('people-read'))
  .get('/', showNotices)
  .post('/:id', requireRight('people-register'), async (c) => {
    await sendNotice(callerOf(c), { id: c.req.param('id') }, {});
    return redirectWith(c, '/notices', 'sent');
  });
