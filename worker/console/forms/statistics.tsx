import { lastDays } from '../../platform/zone.ts';
import { readFormCounts } from '../../statistics/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { BarChart } from '../kit/charts.tsx';
import { EmptyState, formatDay, Table, Tile } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, formatNumber, localeOf, localised, wordsOf } from '../kit/words.ts';
import { FormActions, FormTabs } from './tabs.tsx';
import { formWords } from './words/forms.ts';
import { statisticsWords } from './words/statistics.ts';

/** The periods that a user can look at, in days. */
const periods = [7, 30, 90] as const;
type Period = (typeof periods)[number];

type Counts = Awaited<ReturnType<typeof readFormCounts>>;

const events = ['shown', 'started', 'submitted', 'confirmed'] as const;
type Event = (typeof events)[number];

const periodOf = (c: ConsoleContext): Period =>
  periods.find((each) => String(each) === c.req.query('days')) ?? 30;

const countOn = (counts: Counts, day: string, event: Event): number =>
  counts.days.find((each) => each.day === day && each.what === event)?.count ?? 0;

const Periods = ({ c, form, period }: { c: ConsoleContext; form: string; period: Period }) => {
  const own = localised(c, statisticsWords);
  return (
    <nav class="tags" aria-label={own.period}>
      {periods.map((n) => (
        <a
          href={`/console/forms/${form}/statistics?days=${n}`}
          aria-current={n === period ? 'page' : undefined}
        >
          {fill(own.lastDays, { n })}
        </a>
      ))}
    </nav>
  );
};

type NumbersProps = { c: ConsoleContext; counts: Counts; period: Period };

const signed = (c: ConsoleContext, value: number, style: 'percent' | 'decimal'): string =>
  new Intl.NumberFormat(localeOf(c), {
    style,
    signDisplay: 'exceptZero',
    maximumFractionDigits: style === 'percent' ? 0 : 1,
  }).format(value);

/** A count, and how it has changed since the period before. */
const CountTile = ({ c, counts, period, event }: NumbersProps & { event: Event }) => {
  const own = localised(c, statisticsWords);
  const [now, before] = [counts.totals[event], counts.previous[event]];
  const difference =
    before === 0 ? signed(c, now, 'decimal') : signed(c, now / before - 1, 'percent');
  const change =
    now === before
      ? fill(own.same, { n: period })
      : fill(own.compared, { change: difference, n: period, before });
  return (
    <Tile label={own[event]} change={change}>
      {formatNumber(c, now)}
    </Tile>
  );
};

/** A share in per cent, and how it has changed since the period before; a dash where nothing could have a share. */
const RateTile = ({
  c,
  counts,
  period,
  of,
  label,
}: NumbersProps & { of: Event; label: string }) => {
  const own = localised(c, statisticsWords);
  const rate = (totals: Counts['totals']): number | null =>
    totals[of] === 0 ? null : Math.min(1, totals.submitted / totals[of]);
  const [now, before] = [rate(counts.totals), rate(counts.previous)];
  const percent = new Intl.NumberFormat(localeOf(c), {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const change =
    now === null || before === null
      ? undefined
      : fill(own.points, {
          change: signed(c, (now - before) * 100, 'decimal'),
          n: period,
          before: percent.format(before),
        });
  return (
    <Tile label={label} change={change}>
      {now === null ? wordsOf(c).none : percent.format(now)}
    </Tile>
  );
};

const Totals = ({ c, counts, period }: NumbersProps) => {
  const own = localised(c, statisticsWords);
  return (
    <div class="tiles">
      {events.map((event) => (
        <CountTile c={c} counts={counts} period={period} event={event} />
      ))}
      <RateTile c={c} counts={counts} period={period} of="started" label={own.completion} />
      <RateTile c={c} counts={counts} period={period} of="shown" label={own.signUp} />
    </div>
  );
};

type DaysProps = { c: ConsoleContext; days: readonly string[]; counts: Counts };

const Chart = ({ c, days, counts }: DaysProps) => {
  const own = localised(c, statisticsWords);
  const seriesOf = (event: Event) => ({
    name: own[event],
    values: days.map((day) => countOn(counts, day, event)),
  });
  return (
    <section class="card wide">
      <h2>{own.byDay}</h2>
      <BarChart
        label={own.byDay}
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
    <Table label={own.byDay} head={[own.day, ...events.map((event) => own[event])]}>
      {eventful.map((day) => (
        <tr>
          <td>{formatDay(day, localeOf(c))}</td>
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

/** Shows how often a form was seen, begun, submitted and confirmed, by day and by origin, beside the period before. */
export const showStatistics = async (c: ConsoleContext, form: string): Promise<Response> => {
  const own = localised(c, statisticsWords);
  const period = periodOf(c);
  const both = lastDays(c.get('timeZone'), 2 * period, Date.now());
  const days = both.slice(period);
  const [since = '', before = ''] = [days[0], both[0]];
  const counts = await readFormCounts(c.get('db'), form, { since, before });
  const isEmpty = counts.days.length === 0 && Object.values(counts.previous).every((n) => n === 0);
  const numbers = (
    <>
      <Periods c={c} form={form} period={period} />
      <Totals c={c} counts={counts} period={period} />
      <Chart c={c} days={days} counts={counts} />
      <DayTable c={c} days={days} counts={counts} />
      <OriginTable c={c} counts={counts} />
    </>
  );
  const none = (
    <>
      <Periods c={c} form={form} period={period} />
      <EmptyState title={own.none}>
        <p>{own.noneText}</p>
      </EmptyState>
    </>
  );
  return show(c, {
    title: localised(c, formWords).statistics,
    back: ['/forms', wordsOf(c).forms],
    views: <FormTabs c={c} form={form} />,
    actions: <FormActions c={c} form={form} />,
    children: isEmpty ? none : numbers,
  });
};
