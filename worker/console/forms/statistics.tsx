import { lastDays, readFormCounts } from '../../statistics/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { BarChart } from '../kit/charts.tsx';
import { EmptyState, Table } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { localised, wordsOf } from '../kit/words.ts';
import { formSiteWords } from './site-words.ts';
import { FormTabs } from './tabs.tsx';
import { formWords } from './words.ts';

export const statisticsPage = async (c: ConsoleContext, form: string) => {
  const words = wordsOf(c);
  const own = { ...localised(c, formWords), ...localised(c, formSiteWords) };
  const days = lastDays(30, Date.now());
  const counts = await readFormCounts(c.get('db'), form, days[0] ?? '');
  const kinds = ['shown', 'started', 'submitted', 'confirmed'] as const;
  const of = (day: string, what: string) =>
    counts.days.find((each) => each.day === day && each.what === what)?.count ?? 0;
  const total = (what: string) =>
    counts.days.filter((each) => each.what === what).reduce((sum, { count }) => sum + count, 0);
  return show(c, {
    title: own.statistics,
    back: ['/forms', words.forms],
    actions: <FormTabs c={c} form={form} />,
    children:
      counts.days.length === 0 ? (
        <EmptyState title={own.noNumbers}>
          <p>{own.noNumbersText}</p>
        </EmptyState>
      ) : (
        <>
          <div class="tiles">
            {kinds.map((what) => (
              <div class="tile">
                <strong>{total(what)}</strong>
                <span>{own[what]}</span>
              </div>
            ))}
          </div>
          <section class="card wide">
            <h2>{own.lastDays}</h2>
            <BarChart
              label={own.lastDays}
              days={days}
              series={[
                { name: own.submitted, values: days.map((day) => of(day, 'submitted')) },
                { name: own.confirmed, values: days.map((day) => of(day, 'confirmed')) },
              ]}
            />
          </section>
          <Table label={own.lastDays} head={[own.day, ...kinds.map((what) => own[what])]}>
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
          <h2>{own.byOrigin}</h2>
          <Table label={own.byOrigin} head={[own.page, own.campaign, own.submitted, own.confirmed]}>
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
