import { useContext } from 'hono/jsx';
import { formatDay, Language } from './parts.tsx';

/** A row of numbers, one for each day. */
export type Series = { name: string; values: readonly number[] };

const WIDTH = 720;
const HEIGHT = 160;

const Legend = ({ series }: { series: readonly Series[] }) => (
  <ul class="legend">
    {series.map(({ name }, at) => (
      <li class={at === 0 ? 'one' : 'other'}>{name}</li>
    ))}
  </ul>
);

const Bar = ({
  title,
  isFirst,
  x,
  width,
  height,
}: {
  title: string;
  isFirst: boolean;
  x: number;
  width: number;
  height: number;
}) => (
  <rect
    class={isFirst ? 'one' : 'other'}
    x={x.toFixed(1)}
    y={(HEIGHT - height).toFixed(1)}
    width={Math.max(1, width - 1).toFixed(1)}
    height={height.toFixed(1)}
  >
    <title>{title}</title>
  </rect>
);

/** The first, the middle and the last day below the bars: as text of the page, which is whole at every width. */
const Days = ({ days }: { days: readonly string[] }) => {
  const locale = useContext(Language);
  const shown = [days[0], days[Math.floor(days.length / 2)], days.at(-1)];
  return (
    <p class="days" aria-hidden="true">
      {shown.map((day) => (
        <span>{day ? formatDay(day, locale, 'short') : ''}</span>
      ))}
    </p>
  );
};

const Bars = ({
  days,
  series,
  maximum,
}: {
  days: readonly string[];
  series: readonly Series[];
  maximum: number;
}) => {
  const locale = useContext(Language);
  const dayWidth = WIDTH / days.length;
  const barWidth = (dayWidth * 0.8) / series.length;
  const heightOf = (value: number): number => (value / maximum) * (HEIGHT - 4);
  return (
    <>
      {days.map((day, at) =>
        series.map(({ name, values }, s) => (
          <Bar
            title={`${formatDay(day, locale)}: ${values[at] ?? 0} ${name}`}
            isFirst={s === 0}
            x={at * dayWidth + s * barWidth}
            width={barWidth}
            height={heightOf(values[at] ?? 0)}
          />
        )),
      )}
    </>
  );
};

/** Bars by day, drawn on the server. A table beside it has the numbers for those who cannot see it. */
export const BarChart = ({
  label,
  days,
  series,
}: {
  label: string;
  days: readonly string[];
  series: readonly Series[];
}) => {
  const maximum = Math.max(1, ...series.flatMap(({ values }) => values));
  const number = new Intl.NumberFormat(useContext(Language));
  return (
    <>
      <Legend series={series} />
      <div class="chart">
        <p class="scale" aria-hidden="true">
          <span>{number.format(maximum)}</span>
          <span>0</span>
        </p>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={label}
        >
          <Bars days={days} series={series} maximum={maximum} />
        </svg>
        <Days days={days} />
      </div>
    </>
  );
};
