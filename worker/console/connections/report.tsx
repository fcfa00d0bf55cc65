import { Counted, Difference, isDifference, type Report } from '../../contract/connections.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Fact, Time } from '../kit/parts.tsx';
import { formatNumber, localeOf, localised } from '../kit/words.ts';
import { connectionWords } from './words.ts';

type ItemName = (item: string) => string;

/** Some of the people whom a report is about, each with a link to their page. */
const Samples = ({
  c,
  report,
  itemName,
}: {
  c: ConsoleContext;
  report: Report;
  itemName: ItemName;
}) => {
  const own = localised(c, connectionWords);
  if (report.samples.length === 0) return null;
  const named = (what: Counted | Difference): string =>
    isDifference(what) ? own.differences[what] : own.counted[what];
  return (
    <details>
      <summary>{own.samples}</summary>
      <ul>
        {report.samples.map((sample) => (
          <li>
            <a href={`/console/people/${sample.person}`}>{itemName(sample.item)}</a>:{' '}
            {named(sample.what)}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What a whole comparison found: counts in each direction, what differs, and some people of each. */
export const ReportPart = ({
  c,
  title,
  report,
  itemName,
}: {
  c: ConsoleContext;
  title: string;
  report: Report;
  itemName: ItemName;
}) => {
  const own = localised(c, connectionWords);
  const differences = Difference.options.flatMap((each) => {
    const n = report.differences[each] ?? 0;
    return n > 0 ? [[each, n] as const] : [];
  });
  const count = (n: number) => <span class="number">{formatNumber(c, n)}</span>;
  return (
    <section class="sheet">
      <h2>{title}</h2>
      <p class="help">
        <Time at={report.endedAt ?? report.startedAt} locale={localeOf(c)} />
      </p>
      <dl class="facts">
        <Fact term={own.there}>{count(report.there)}</Fact>
        <Fact term={own.known}>{count(report.known)}</Fact>
      </dl>
      <h3>
        {report.endedAt === null || report.kind === 'dry-run' ? own.wouldChange : own.changed}
      </h3>
      <dl class="facts">
        {Counted.options.map((each) => (
          <Fact term={own.counted[each]}>{count(report.changes[each])}</Fact>
        ))}
      </dl>
      {differences.length === 0 ? null : (
        <>
          <h3>{own.left}</h3>
          <dl class="facts">
            {differences.map(([each, n]) => (
              <Fact term={own.differences[each]}>{count(n)}</Fact>
            ))}
          </dl>
        </>
      )}
      <Samples c={c} report={report} itemName={itemName} />
    </section>
  );
};
