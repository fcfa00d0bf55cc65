/** A row of numbers, one for each day. */
export type Series = { name: string; values: readonly number[] };

const WIDTH = 720;
const HEIGHT = 180;
/** Below the bars stand the days, left of them the numbers. */
const BOTTOM = 20;
const LEFT = 36;

const Legend = ({ series }: { series: readonly Series[] }) => (
  <ul class="legend">
    {series.map(({ name }, at) => (
      <li class={at === 0 ? 'one' : 'other'}>{name}</li>
    ))}
  </ul>
);

const Axis = ({ maximum }: { maximum: number }) => (
  <>
    <text x={LEFT - 6} y={16} text-anchor="end">
      {maximum}
    </text>
    <text x={LEFT - 6} y={HEIGHT - BOTTOM} text-anchor="end">
      0
    </text>
    <line x1={LEFT} x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
  </>
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
    y={(HEIGHT - BOTTOM - height).toFixed(1)}
    width={Math.max(1, width - 1).toFixed(1)}
    height={height.toFixed(1)}
    rx={2}
  >
    <title>{title}</title>
  </rect>
);

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
  const dayWidth = (WIDTH - LEFT) / days.length;
  const barWidth = (dayWidth * 0.8) / series.length;
  const heightOf = (value: number): number => (value / maximum) * (HEIGHT - BOTTOM - 10);
  const barsOf = (day: string, at: number) =>
    series.map(({ name, values }, s) => (
      <Bar
        title={`${day}: ${values[at] ?? 0} ${name}`}
        isFirst={s === 0}
        x={LEFT + at * dayWidth + s * barWidth}
        width={barWidth}
        height={heightOf(values[at] ?? 0)}
      />
    ));
  return (
    <>
      <Legend series={series} />
      <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <Axis maximum={maximum} />
        {days.map((day, at) => (
          <g>
            {barsOf(day, at)}
            {at % 7 === 0 ? (
              <text x={(LEFT + at * dayWidth).toFixed(1)} y={HEIGHT - 5}>
                {day.slice(5)}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </>
  );
};
