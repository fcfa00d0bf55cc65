import type { Context } from 'hono';
import { lastDays, readFormCounts } from '../../statistics/store.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { Bars } from '../kit/charts.tsx';
import { Empty, Table } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { said, wordsOf } from '../kit/words/words.ts';
import { formSiteWords } from './site-words.ts';
import { FormTabs } from './tabs.tsx';
import { formWords } from './words.ts';

export const statisticsPage = async (c: Context<ConsoleApp>, form: string) => {
  const words = wordsOf(c);
  const mine = { ...said(c, formWords), ...said(c, formSiteWords) };
  const days = lastDays(30, Date.now());
  const counts = await readFormCounts(c.get('db'), form, days[0] ?? '');
  const kinds = ['shown', 'started', 'submitted', 'confirmed'] as const;
  const of = (day: string, what: string) =>
    counts.days.find((each) => each.day === day && each.what === what)?.count ?? 0;
  const total = (what: string) =>
    counts.days.filter((each) => each.what === what).reduce((sum, { count }) => sum + count, 0);
  return show(c, {
    title: mine.statistics,
    back: ['/forms', words.forms],
    beside: <FormTabs c={c} form={form} />,
    children:
      counts.days.length === 0 ? (
        <Empty title={mine.noNumbers}>
          <p>{mine.noNumbersText}</p>
        </Empty>
      ) : (
        <>
          <div class="tiles">
            {kinds.map((what) => (
              <div class="tile">
                <strong>{total(what)}</strong>
                <span>{mine[what]}</span>
              </div>
            ))}
          </div>
          <section class="card wide">
            <h2>{mine.lastDays}</h2>
            <Bars
              label={mine.lastDays}
              days={days}
              series={[
                { name: mine.submitted, values: days.map((day) => of(day, 'submitted')) },
                { name: mine.confirmed, values: days.map((day) => of(day, 'confirmed')) },
              ]}
            />
          </section>
          <Table label={mine.lastDays} head={[mine.day, ...kinds.map((what) => mine[what])]}>
            {days
              .toReversed()
              .filter((day) => kinds.some((what) => of(day, what) > 0))
              .map((day) => (
                <tr>
                  <td>{day}</td>
                  {kinds.map((what) => (
                    <td class="number">{of(day, what)}</td>
                  ))}
                </tr>
              ))}
          </Table>
          <h2>{mine.byOrigin}</h2>
          <Table
            label={mine.byOrigin}
            head={[mine.page, mine.campaign, mine.submitted, mine.confirmed]}
          >
            {[...new Set(counts.origins.map(({ page, utm }) => JSON.stringify([page, utm])))].map(
              (name) => {
                const [page, utm] = JSON.parse(name) as [string, string];
                const count = (what: string) =>
                  counts.origins.find(
                    (each) => each.page === page && each.utm === utm && each.what === what,
                  )?.count ?? 0;
                return (
                  <tr>
                    <td class="long">{page || words.none}</td>
                    <td>{utm || words.none}</td>
                    <td class="number">{count('submitted')}</td>
                    <td class="number">{count('confirmed')}</td>
                  </tr>
                );
              },
            )}
          </Table>
        </>
      ),
  });
};
