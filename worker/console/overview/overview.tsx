import { Hono } from 'hono';
import { readFirstSteps } from '../../admin/overview/first-steps.ts';
import { readOverview } from '../../admin/overview/needs.ts';
import { Decision } from '../../contract/words.ts';
import { callerOf } from '../../platform/caller.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { BarChart } from '../kit/charts.tsx';
import { hasRight } from '../kit/guard.ts';
import { type Names, readNames } from '../kit/names.ts';
import { formatDay, LinkButton, Table, Tile } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, fillCount, formatNumber, localeOf, localised, wordsOf } from '../kit/words.ts';
import { FirstSteps } from './first-steps.tsx';
import { Needs } from './needs.tsx';
import { overviewWords } from './words.ts';

type Overview = Awaited<ReturnType<typeof readOverview>>;

/** What is counted by day, in the order of its columns. */
const counted = ['given', 'withdrawn', 'informed', 'imported', 'erased'] as const;

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

const MailTile = ({ c, mail }: { c: ConsoleContext; mail: NonNullable<Overview['mail']> }) => {
  const own = localised(c, overviewWords);
  const label = fill(own.emailsSent, {
    waiting: fillCount(c, own.emailsWaiting, mail.waiting),
    failed: fill(own.emailsFailed, { n: mail.dead }),
  });
  return (
    <Tile label={label} path="/mail">
      {formatNumber(c, mail.sent)}
    </Tile>
  );
};

const Tiles = ({ c, overview }: { c: ConsoleContext; overview: Overview }) => {
  const own = localised(c, overviewWords);
  const given = sum(overview.days.map((day) => day.given));
  const withdrawn = sum(overview.days.map((day) => day.withdrawn));
  return (
    <div class="tiles">
      <Tile label={own.people} path="/people">
        {formatNumber(c, overview.people)}
      </Tile>
      <Tile label={own.given}>{formatNumber(c, given)}</Tile>
      <Tile label={own.withdrawn}>{formatNumber(c, withdrawn)}</Tile>
      {overview.mail ? <MailTile c={c} mail={overview.mail} /> : null}
    </div>
  );
};

const DecisionsByDay = ({ c, days }: { c: ConsoleContext; days: Overview['days'] }) => {
  const words = wordsOf(c);
  const own = localised(c, overviewWords);
  return (
    <section class="card wide">
      <h2>{own.byDay}</h2>
      <BarChart
        label={own.byDay}
        days={days.map(({ day }) => day)}
        series={[
          { name: own.counted.given, values: days.map(({ given }) => given) },
          { name: own.counted.withdrawn, values: days.map(({ withdrawn }) => withdrawn) },
        ]}
      />
      <details>
        <summary>{own.numbers}</summary>
        <Table label={own.byDay} head={[words.when, ...counted.map((each) => own.counted[each])]}>
          {days.map((counts) => (
            <tr>
              <td>{formatDay(counts.day, localeOf(c))}</td>
              {counted.map((each) => (
                <td class="number">{counts[each]}</td>
              ))}
            </tr>
          ))}
        </Table>
      </details>
    </section>
  );
};

const CountCell = ({ c, count, query }: { c: ConsoleContext; count: number; query: string }) => {
  const number = formatNumber(c, count);
  return (
    <td class="number">
      {hasRight(c, 'people-read') ? <a href={`/console/people?${query}`}>{number}</a> : number}
    </td>
  );
};

const ConsentStatus = ({
  c,
  standings,
  names,
}: {
  c: ConsoleContext;
  standings: Overview['standings'];
  names: Names;
}) => {
  const words = wordsOf(c);
  const own = localised(c, overviewWords);
  return (
    <>
      <h2>{own.consentStatus}</h2>
      <Table
        label={own.consentStatus}
        head={[own.purpose, ...Decision.options.map((decision) => words[decision])]}
      >
        {standings.map(({ purpose, counts }) => (
          <tr>
            <td>{names.name('purposes', purpose)}</td>
            {Decision.options.map((decision) => (
              <CountCell
                c={c}
                count={counts[decision] ?? 0}
                query={`purpose=${purpose}&decision=${decision}`}
              />
            ))}
          </tr>
        ))}
      </Table>
    </>
  );
};

/** Shows what needs attention and the counts of the last 30 days, which are kept as things happen. */
export const overview = new Hono<ConsoleApp>().get('/', async (c) => {
  const [seen, names, reporters] = await Promise.all([
    readOverview(callerOf(c)),
    readNames(c.get('db'), localeOf(c)),
    readSetting(c.get('db'), 'breach-reports'),
  ]);
  return show(c, {
    title: wordsOf(c).overview,
    actions:
      reporters === 'off' ? undefined : (
        <LinkButton to="/report-breach">{localised(c, overviewWords).reportBreach}</LinkButton>
      ),
    children: (
      <>
        <Needs c={c} needs={seen.needs} />
        <Tiles c={c} overview={seen} />
        {seen.people === 0 ? (
          <FirstSteps c={c} taken={await readFirstSteps(callerOf(c))} />
        ) : (
          <>
            <DecisionsByDay c={c} days={seen.days} />
            <ConsentStatus c={c} standings={seen.standings} names={names} />
          </>
        )}
      </>
    ),
  });
});
