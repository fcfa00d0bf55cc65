import { Hono } from 'hono';
import { readActs } from '../../admin/audit/store.ts';
import { readUpcoming } from '../../admin/retention/keep.ts';
import { ActsQuery } from '../../contract/audit.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { may } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { Table, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { officeWords } from './words.ts';

const WITHIN_DAYS = 30;
const MOST = 10_000;

/** What will expire or be deleted by itself, and what was. */
export const retentionScreens = new Hono<ConsoleApp>().use(may('settings')).get('/', async (c) => {
  const words = wordsOf(c);
  const mine = said(c, officeWords);
  const locale = localeOf(c);
  const acts = ['retention.expire', 'retention.submissions', 'retention.erase'];
  const [upcoming, names, ...before] = await Promise.all([
    readUpcoming(c.get('db'), Date.now(), WITHIN_DAYS),
    readNames(c.get('db'), locale),
    ...acts.map((act) => readActs(c.get('db'), ActsQuery.parse({ act, limit: 10 }))),
  ]);
  const counted = (count: number) => (count >= MOST ? mine.capped : String(count));
  const { submissions, staleDays } = upcoming;
  return show(c, {
    title: words.retention,
    beside: (
      <a class="quiet button" href="/console/settings">
        {mine.change}
      </a>
    ),
    children: (
      <>
        <p class="intro">{mine.retentionIntro}</p>
        <Table label={words.retention} head={[words.what, mine.why, mine.count]}>
          {upcoming.purposes.map(({ purpose, days, count }) => (
            <tr>
              <td>{names.name('purposes', purpose)}</td>
              <td>{fill(mine.purposeRule, { days })}</td>
              <td class="number">{counted(count)}</td>
            </tr>
          ))}
          <tr>
            <td>{words.submissions}</td>
            <td>
              {submissions.days === 0
                ? mine.submissionNever
                : fill(mine.submissionRule, submissions)}
            </td>
            <td class="number">{counted(submissions.count)}</td>
          </tr>
          <tr>
            <td>{words.people}</td>
            <td>{staleDays === 0 ? mine.staleNever : fill(mine.staleRule, { days: staleDays })}</td>
            <td class="number">{words.none}</td>
          </tr>
        </Table>
        <h2>{mine.runs}</h2>
        {before.flat().length === 0 ? (
          <p>{mine.nothing}</p>
        ) : (
          <Table label={mine.runs} head={[words.when, words.what, mine.numbers]}>
            {before
              .flat()
              .toSorted((a, b) => b.sequence - a.sequence)
              .map((act) => (
                <tr>
                  <td>
                    <Time at={act.recordedAt} locale={locale} />
                  </td>
                  <td>
                    <code>{act.act}</code> {act.object}
                  </td>
                  <td>
                    <code class="long">{JSON.stringify(act.after).slice(0, 120)}</code>
                  </td>
                </tr>
              ))}
          </Table>
        )}
      </>
    ),
  });
});
