/** A row of numbers, one a day. */
export type Series = { name: string; values: readonly number[] };

const WIDTH = 720;
const HEIGHT = 180;
const BELOW = 20;
const LEFT = 36;

/** Bars by day, drawn on the server. The numbers stand in a table beside it, for who cannot see it. */
export const Bars = ({
  label,
  days,
  series,
}: {
  label: string;
  days: readonly string[];
  series: readonly Series[];
}) => {
  const most = Math.max(1, ...series.flatMap(({ values }) => values));
  const room = (WIDTH - LEFT) / days.length;
  const bar = (room * 0.8) / series.length;
  const heightOf = (value: number): number => (value / most) * (HEIGHT - BELOW - 10);
  return (
    <>
      <ul class="legend">
        {series.map(({ name }, at) => (
          <li class={at === 0 ? 'one' : 'other'}>{name}</li>
        ))}
      </ul>
      <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <text x={LEFT - 6} y={16} text-anchor="end">
          {most}
        </text>
        <text x={LEFT - 6} y={HEIGHT - BELOW} text-anchor="end">
          0
        </text>
        <line x1={LEFT} x2={WIDTH} y1={HEIGHT - BELOW} y2={HEIGHT - BELOW} />
        {days.map((day, at) => (
          <g>
            {series.map(({ name, values }, s) => {
              const height = heightOf(values[at] ?? 0);
              return (
                <rect
                  class={s === 0 ? 'one' : 'other'}
                  x={(LEFT + at * room + s * bar).toFixed(1)}
                  y={(HEIGHT - BELOW - height).toFixed(1)}
                  width={Math.max(1, bar - 1).toFixed(1)}
                  height={height.toFixed(1)}
                  rx={2}
                >
                  <title>{`${day}: ${values[at] ?? 0} ${name}`}</title>
                </rect>
              );
            })}
            {at % 7 === 0 ? (
              <text x={(LEFT + at * room).toFixed(1)} y={HEIGHT - 5}>
                {day.slice(5)}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </>
  );
};
