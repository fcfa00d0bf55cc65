import { Hono } from 'hono';
import { readActs } from '../../admin/audit/store.ts';
import { readUpcoming } from '../../admin/retention/keep.ts';
import { ActsQuery } from '../../contract/audit.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { requireRight } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { Table, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import { officeWords } from './words.ts';

const WITHIN_DAYS = 30;
const MOST = 10_000;

/** What will expire or be deleted by itself, and what was. */
export const retentionScreens = new Hono<ConsoleApp>()
  .use(requireRight('settings'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const own = localised(c, officeWords);
    const locale = localeOf(c);
    const acts = ['retention.expire', 'retention.submissions', 'retention.erase'];
    const [upcoming, names, ...before] = await Promise.all([
      readUpcoming(c.get('db'), Date.now(), WITHIN_DAYS),
      readNames(c.get('db'), locale),
      ...acts.map((act) => readActs(c.get('db'), ActsQuery.parse({ act, limit: 10 }))),
    ]);
    const counted = (count: number) => (count >= MOST ? own.capped : String(count));
    const { submissions, staleDays } = upcoming;
    return show(c, {
      title: words.retention,
      actions: (
        <a class="quiet button" href="/console/settings">
          {own.change}
        </a>
      ),
      children: (
        <>
          <p class="intro">{own.retentionIntro}</p>
          <Table label={words.retention} head={[words.what, own.why, own.count]}>
            {upcoming.purposes.map(({ purpose, days, count }) => (
              <tr>
                <td>{names.name('purposes', purpose)}</td>
                <td>{fill(own.purposeRule, { days })}</td>
                <td class="number">{counted(count)}</td>
              </tr>
            ))}
            <tr>
              <td>{words.submissions}</td>
              <td>
                {submissions.days === 0
                  ? own.submissionNever
                  : fill(own.submissionRule, submissions)}
              </td>
              <td class="number">{counted(submissions.count)}</td>
            </tr>
            <tr>
              <td>{words.people}</td>
              <td>{staleDays === 0 ? own.staleNever : fill(own.staleRule, { days: staleDays })}</td>
              <td class="number">{words.none}</td>
            </tr>
          </Table>
          <h2>{own.runs}</h2>
          {before.flat().length === 0 ? (
            <p>{own.nothing}</p>
          ) : (
            <Table label={own.runs} head={[words.when, words.what, own.numbers]}>
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
