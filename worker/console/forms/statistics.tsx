import { lastDays } from '../../platform/zone.ts';
import { readFormCounts } from '../../statistics/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { BarChart } from '../kit/charts.tsx';
import { EmptyState, Table, Tile } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { localised, wordsOf } from '../kit/words.ts';
import { FormTabs } from './tabs.tsx';
import { formWords } from './words/forms.ts';
import { statisticsWords } from './words/statistics.ts';

const DAYS = 30;

type Counts = Awaited<ReturnType<typeof readFormCounts>>;

const events = ['shown', 'started', 'submitted', 'confirmed'] as const;
type Event = (typeof events)[number];

const countOn = (counts: Counts, day: string, event: Event): number =>
  counts.days.find((each) => each.day === day && each.what === event)?.count ?? 0;

const totalOf = (counts: Counts, event: Event): number =>
  counts.days.filter(({ what }) => what === event).reduce((sum, { count }) => sum + count, 0);

const Totals = ({ c, counts }: { c: ConsoleContext; counts: Counts }) => (
  <div class="tiles">
    {events.map((event) => (
      <Tile label={localised(c, statisticsWords)[event]}>{totalOf(counts, event)}</Tile>
    ))}
  </div>
);

type DaysProps = { c: ConsoleContext; days: readonly string[]; counts: Counts };

const Chart = ({ c, days, counts }: DaysProps) => {
  const own = localised(c, statisticsWords);
  const seriesOf = (event: Event) => ({
    name: own[event],
    values: days.map((day) => countOn(counts, day, event)),
  });
  return (
    <section class="card wide">
      <h2>{own.lastDays}</h2>
      <BarChart
        label={own.lastDays}
        days={days}
        series={[seriesOf('submitted'), seriesOf('confirmed')]}
      />
    </section>
  );
};

/** The days on which something happened, newest first. */
const DayTable = ({ c, days, counts }: DaysProps) => {
  const own = localised(c, statisticsWords);
  const eventful = days
    .toReversed()
    .filter((day) => events.some((event) => countOn(counts, day, event) > 0));
  return (
    <Table label={own.lastDays} head={[own.day, ...events.map((event) => own[event])]}>
      {eventful.map((day) => (
        <tr>
          <td>{day}</td>
          {events.map((event) => (
            <td class="number">{countOn(counts, day, event)}</td>
          ))}
        </tr>
      ))}
    </Table>
  );
};

type Origin = { page: string; utm: string; submitted: number; confirmed: number };

/** Adds up the counts of each page and campaign. */
const originsOf = ({ origins }: Counts): Origin[] => {
  const byOrigin = Map.groupBy(origins, ({ page, utm }) => JSON.stringify([page, utm]));
  return [...byOrigin.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const countOf = (event: Event) => group.find(({ what }) => what === event)?.count ?? 0;
    return [
      {
        page: first.page,
        utm: first.utm,
        submitted: countOf('submitted'),
        confirmed: countOf('confirmed'),
      },
    ];
  });
};

const OriginTable = ({ c, counts }: { c: ConsoleContext; counts: Counts }) => {
  const { none } = wordsOf(c);
  const own = localised(c, statisticsWords);
  return (
    <>
      <h2>{own.byOrigin}</h2>
      <Table label={own.byOrigin} head={[own.page, own.campaign, own.submitted, own.confirmed]}>
        {originsOf(counts).map(({ page, utm, submitted, confirmed }) => (
          <tr>
            <td class="long">{page || none}</td>
            <td>{utm || none}</td>
            <td class="number">{submitted}</td>
            <td class="number">{confirmed}</td>
          </tr>
        ))}
      </Table>
    </>
  );
};

/** Shows how often a form was seen, begun, submitted and confirmed, by day and by origin. */
export const showStatistics = async (c: ConsoleContext, form: string): Promise<Response> => {
  const own = localised(c, statisticsWords);
  const days = lastDays(c.get('timeZone'), DAYS, Date.now());
  const counts = await readFormCounts(c.get('db'), form, days[0] ?? '');
  const numbers = (
    <>
      <Totals c={c} counts={counts} />
      <Chart c={c} days={days} counts={counts} />
      <DayTable c={c} days={days} counts={counts} />
      <OriginTable c={c} counts={counts} />
    </>
  );
  const none = (
    <EmptyState title={own.none}>
      <p>{own.noneText}</p>
    </EmptyState>
  );
  return show(c, {
    title: localised(c, formWords).statistics,
    back: ['/forms', wordsOf(c).forms],
    actions: <FormTabs c={c} form={form} />,
    children: counts.days.length === 0 ? none : numbers,
  });
};
