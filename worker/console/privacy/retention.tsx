import { Hono } from 'hono';
import { z } from 'zod';
import { readActs } from '../../admin/audit/store.ts';
import { readUpcoming } from '../../admin/retention/keep.ts';
import { ActsQuery } from '../../contract/audit.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { screenFor } from '../kit/guard.ts';
import { type Names, readNames } from '../kit/names.ts';
import { LinkButton, Table, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, fillCount, formatNumber, localeOf, localised, wordsOf } from '../kit/words.ts';
import { retentionWords } from './words/retention.ts';

const WITHIN_DAYS = 30;
/** Counting stops here. */
const MAX_COUNT = 10_000;
const runs = ['retention.expire', 'retention.submissions', 'retention.erase'];

type Upcoming = Awaited<ReturnType<typeof readUpcoming>>;
type Run = Awaited<ReturnType<typeof readActs>>[number];

const Rule = ({ what, reason, count }: { what: string; reason: string; count: string }) => (
  <tr>
    <td>{what}</td>
    <td>{reason}</td>
    <td class="number">{count}</td>
  </tr>
);

const Rules = ({ c, names, upcoming }: { c: ConsoleContext; names: Names; upcoming: Upcoming }) => {
  const words = wordsOf(c);
  const own = localised(c, retentionWords);
  const { purposes, submissions, staleDays } = upcoming;
  const shown = (count: number) => (count >= MAX_COUNT ? own.capped : String(count));
  return (
    <Table label={words.retention} head={[words.what, own.reason, own.count]}>
      {purposes.map(({ purpose, days, count }) => (
        <Rule
          what={names.name('purposes', purpose)}
          reason={fillCount(c, own.purposeRule, days)}
          count={shown(count)}
        />
      ))}
      <Rule
        what={words.submissions}
        reason={
          submissions.days === 0
            ? own.submissionsKept
            : fillCount(c, own.submissionRule, submissions.days)
        }
        count={shown(submissions.count)}
      />
      <Rule
        what={words.people}
        reason={staleDays === 0 ? own.staleKept : fillCount(c, own.staleRule, staleDays)}
        count={words.none}
      />
    </Table>
  );
};

const Counts = z.object({
  people: z.union([z.number(), z.array(z.string()).transform(({ length }) => length)]).optional(),
  submissions: z.number().optional(),
});

/** How many a run ended or deleted: those who were erased are named, and all else is counted. */
const countIn = ({ after }: Run): number | undefined => {
  const counts = Counts.safeParse(after).data;
  return counts?.people ?? counts?.submissions;
};

const RunRow = ({ c, names, run }: { c: ConsoleContext; names: Names; run: Run }) => {
  const own = localised(c, retentionWords);
  const count = countIn(run);
  return (
    <tr>
      <td>
        <Time at={run.recordedAt} locale={localeOf(c)} />
      </td>
      <td>
        {run.act === 'retention.expire'
          ? fill(own.expired, { purpose: names.name('purposes', run.object) })
          : own[run.act === 'retention.erase' ? 'erased' : 'deleted']}
      </td>
      <td class="number">{count === undefined ? wordsOf(c).none : formatNumber(c, count)}</td>
    </tr>
  );
};

const PastRuns = ({
  c,
  names,
  past,
}: {
  c: ConsoleContext;
  names: Names;
  past: readonly Run[];
}) => {
  const words = wordsOf(c);
  const own = localised(c, retentionWords);
  return (
    <>
      <h2>{own.pastRuns}</h2>
      {past.length === 0 ? (
        <p>{own.noRuns}</p>
      ) : (
        <Table label={own.pastRuns} head={[words.when, words.what, own.count]}>
          {past.map((run) => (
            <RunRow c={c} names={names} run={run} />
          ))}
        </Table>
      )}
    </>
  );
};

/** Shows what will expire or be deleted within 30 days, and what was. */
export const retentionScreens = new Hono<ConsoleApp>()
  .use(screenFor('settings'))
  .get('/', async (c) => {
    const own = localised(c, retentionWords);
    const [upcoming, names, ...past] = await Promise.all([
      readUpcoming(c.get('db'), Date.now(), WITHIN_DAYS),
      readNames(c.get('db'), localeOf(c)),
      ...runs.map((act) => readActs(c.get('db'), ActsQuery.parse({ act, limit: 10 }))),
    ]);
    const newestFirst = past.flat().toSorted((a, b) => b.sequence - a.sequence);
    return show(c, {
      title: wordsOf(c).retention,
      views: <LinkButton to="/settings">{own.changeSettings}</LinkButton>,
      children: (
        <>
          <p class="intro">{own.intro}</p>
          <Rules c={c} names={names} upcoming={upcoming} />
          <PastRuns c={c} names={names} past={newestFirst} />
        </>
      ),
    });
  });
