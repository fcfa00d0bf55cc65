import { Hono } from 'hono';
import { reportBreach, requireReport, settleReport } from '../../admin/breach/reports.ts';
import { type BreachReport, BreachReportBody } from '../../contract/breach.ts';
import { type Setting, settings } from '../../contract/settings.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readSetting } from '../../settings/store.ts';
import { readActorNames } from '../kit/actors.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import {
  type Choice,
  ErrorSummary,
  Field,
  Select,
  type Submitted,
  TextArea,
} from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { hasRight, screenFor } from '../kit/guard.ts';
import { Fact, LinkButton, PostButton, Table, Time } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { breachWords } from './words/breaches.ts';

/** The reports that nobody has dealt with. */
export const OpenReports = ({
  c,
  reports,
}: {
  c: ConsoleContext;
  reports: readonly BreachReport[];
}) => {
  const own = localised(c, breachWords);
  if (reports.length === 0) return null;
  return (
    <section>
      <h2>{own.reports}</h2>
      <p>{own.reportsIntro}</p>
      <Table label={own.reports} head={[own.whatHappened, own.reportedAt]}>
        {reports.map(({ id, text, reportedAt }) => (
          <tr>
            <td>
              <a href={`/console/breaches/reports/${id}`}>{text.slice(0, 120)}</a>
            </td>
            <td>
              <Time at={reportedAt} locale={localeOf(c)} />
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
};

/** Sets who may report a breach. */
export const ReportersForm = ({
  c,
  reporters,
}: {
  c: ConsoleContext;
  reporters: Setting<'breach-reports'>;
}) => {
  const own = localised(c, breachWords);
  if (!hasRight(c, 'settings')) return null;
  return (
    <form method="post" action="/console/breaches/reporters" class="sheet">
      <h2>{own.who}</h2>
      <p>{own.whoIntro}</p>
      <Select
        name="reporters"
        label={own.who}
        value={reporters}
        choices={settings['breach-reports'].options.map(
          (each): Choice => [each, own.reporters[each]],
        )}
      />
      {reporters === 'public' ? (
        <p>{fill(own.publicPage, { url: `${callerOf(c).host}/report` })}</p>
      ) : null}
      <button class="quiet">{wordsOf(c).save}</button>
    </form>
  );
};

const showReport = async (c: ConsoleContext): Promise<Response> => {
  const own = localised(c, breachWords);
  const words = wordsOf(c);
  const [report, actorName] = await Promise.all([
    requireReport(c.get('db'), c.req.param('id') ?? ''),
    readActorNames(c.get('db'), words),
  ]);
  const isOpen = report.closedAt === null;
  return show(c, {
    title: own.reportTitle,
    back: ['/breaches', words.breaches],
    children: (
      <>
        <dl class="facts card">
          <Fact term={own.reportedAt}>
            <Time at={report.reportedAt} locale={localeOf(c)} />
          </Fact>
          <Fact term={own.reportedBy}>
            {report.reportedBy === 'person' ? words.none : actorName(report.reportedBy)}
          </Fact>
          <Fact term={own.whatHappened}>{report.text}</Fact>
          <Fact term={own.whenHappened}>{report.happened || words.none}</Fact>
          <Fact term={own.reporterContact}>{report.contact || words.none}</Fact>
        </dl>
        {isOpen ? (
          <div class="buttons">
            <LinkButton to={`/breaches/new?report=${report.id}`} kind="main">
              {own.openFromReport}
            </LinkButton>
            <PostButton action={`/breaches/reports/${report.id}/close`} label={own.closeReport} />
          </div>
        ) : null}
      </>
    ),
  });
};

/** Shows a report of a possible breach, and closes it. */
export const breachReportScreens = new Hono<ConsoleApp>()
  .use(screenFor('breach'))
  .get('/:id', showReport)
  .post('/:id/close', async (c) => {
    await settleReport(callerOf(c), c.req.param('id'), null);
    return redirectWith(c, '/breaches', 'done');
  });

const showNewReport = async (c: ConsoleContext, submitted: Submitted = {}): Promise<Response> => {
  const own = localised(c, breachWords);
  if ((await readSetting(c.get('db'), 'breach-reports')) === 'off')
    throw new ProblemError('not-found');
  return show(
    c,
    {
      title: own.newReport,
      children: (
        <form method="post" class="sheet">
          <p class="intro">{own.newReportIntro}</p>
          <ErrorSummary submitted={submitted} words={wordsOf(c)} />
          <TextArea name="text" label={own.whatHappened} required rows={6} submitted={submitted} />
          <Field name="happened" label={own.whenHappened} submitted={submitted} />
          <button class="main">{own.sendReport}</button>
        </form>
      ),
    },
    submitted.errors ? 422 : 200,
  );
};

/** Lets every user report a possible breach, where staff may. */
export const reportingScreens = new Hono<ConsoleApp>()
  .get('/', (c) => showNewReport(c))
  .post('/', async (c) => {
    const posted = await readPosted(c);
    const body = {
      text: textOf(posted, 'text'),
      happened: textOf(posted, 'happened'),
      contact: c.get('user').email,
    };
    const sent = await attempt(async () =>
      reportBreach(callerOf(c), parse(BreachReportBody, body)),
    );
    if (!sent.ok) return showNewReport(c, { values: posted, errors: sent.errors });
    return redirectWith(c, '', 'sent');
  });
