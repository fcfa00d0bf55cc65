import { Hono } from 'hono';
import {
  closeBreach,
  markAuthority,
  readBreach,
  readBreaches,
  saveBreach,
} from '../../admin/breach/cases.ts';
import { answerFile } from '../../admin/breach/document-routes.ts';
import { addBreachFile, noteOnBreach, removeBreachFile } from '../../admin/breach/documents.ts';
import { answerNotified } from '../../admin/breach/notified.ts';
import { requireReport } from '../../admin/breach/reports.ts';
import { beginJob } from '../../admin/jobs/begin.ts';
import { saveSettings } from '../../admin/settings/save.ts';
import { AuthorityBody, BreachBody, type BreachCase } from '../../contract/breach.ts';
import { NoteBody } from '../../contract/requests.ts';
import { PeopleFilter } from '../../contract/search.ts';
import { readOpenReports } from '../../incidents/store.ts';
import { countPeople } from '../../people/search.ts';
import { readSegments } from '../../people/segments.ts';
import { readForm } from '../../platform/api/form-body.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { momentOf } from '../../platform/zone.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { seenOf } from '../kit/editable.tsx';
import type { Submitted } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { requireRight, screenFor } from '../kit/guard.ts';
import { Badge, EmptyState, LinkButton, Table, Time } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { AuthorityDeadline } from './authority-deadline.tsx';
import { showBreach } from './breach.tsx';
import { BreachForm, breachControl, breachFrom } from './breach-form.tsx';
import { showBreachReport } from './breach-report.tsx';
import { breachReportScreens, OpenReports, ReportersForm } from './breach-reports.tsx';
import { breachWords } from './words/breaches.ts';

/** Reads the filter of a segment; everyone if there is none. */
const filterOf = async (c: ConsoleContext, segment: string): Promise<PeopleFilter> =>
  (await readSegments(c.get('db'))).find(({ id }) => id === segment)?.filter ??
  PeopleFilter.parse({});

const BreachRow = ({ c, breach }: { c: ConsoleContext; breach: BreachCase }) => (
  <tr>
    <td>
      <a href={`/console/breaches/${breach.id}`}>{breach.title}</a>
    </td>
    <td>
      <Time at={breach.discoveredAt} locale={localeOf(c)} />
    </td>
    <td>
      {breach.closedAt === null ? (
        <AuthorityDeadline c={c} breach={breach} />
      ) : (
        <Badge is="off">{localised(c, breachWords).closed}</Badge>
      )}
    </td>
    <td class="number">{breach.notified}</td>
  </tr>
);

const BreachTable = ({ c, breaches }: { c: ConsoleContext; breaches: readonly BreachCase[] }) => {
  const words = wordsOf(c);
  const own = localised(c, breachWords);
  if (breaches.length === 0)
    return (
      <EmptyState title={own.none}>
        <p>{own.noneText}</p>
      </EmptyState>
    );
  return (
    <Table label={words.breaches} head={[own.title, own.discoveredAt, words.state, words.people]}>
      {breaches.map((breach) => (
        <BreachRow c={c} breach={breach} />
      ))}
    </Table>
  );
};

const showBreaches = async (c: ConsoleContext): Promise<Response> => {
  const own = localised(c, breachWords);
  const [breaches, reports, reporters] = await Promise.all([
    readBreaches(c.get('db')),
    readOpenReports(c.get('db')),
    readSetting(c.get('db'), 'breach-reports'),
  ]);
  return show(c, {
    title: wordsOf(c).breaches,
    actions: (
      <LinkButton to="/breaches/new" kind="main">
        {own.openCase}
      </LinkButton>
    ),
    children: (
      <>
        <p class="intro">{own.intro}</p>
        <OpenReports c={c} reports={reports} />
        <BreachTable c={c} breaches={breaches} />
        <ReportersForm c={c} reporters={reporters} />
      </>
    ),
  });
};

/** Shows the form that opens a case; with `?report=` from what was reported. */
const showNew = async (c: ConsoleContext, submitted: Submitted = {}): Promise<Response> => {
  const report = c.req.query('report');
  const nature = report ? (await requireReport(c.get('db'), report)).text : undefined;
  return show(
    c,
    {
      title: localised(c, breachWords).openCase,
      back: ['/breaches', wordsOf(c).breaches],
      children: <BreachForm c={c} nature={nature} submitted={submitted} />,
    },
    submitted.errors ? 422 : 200,
  );
};

/** Begins the job that notifies people, once the user has typed how many they are. */
const notifyPeople = async (c: ConsoleContext): Promise<Response> => {
  const breach = await readBreach(c.get('db'), c.req.param('id') ?? '');
  const posted = await readPosted(c);
  const segment = textOf(posted, 'segment');
  const expected = Number(textOf(posted, 'expected'));
  const showRefused = (message: string) => {
    const submitted = { errors: [{ field: 'typed', code: 'typed', message }] };
    return showBreach(c, { recipients: { segment, count: expected, submitted } });
  };
  if (textOf(posted, 'typed').trim() !== String(expected))
    return showRefused(fill(localised(c, breachWords).confirm, { n: expected }));
  const filter = await filterOf(c, segment);
  const { id, facts, translations } = breach;
  const orders = { kind: 'breach-notice', breach: id, facts, translations } as const;
  const begun = await attempt(() => beginJob(callerOf(c), { filter, orders, expected }));
  if (!begun.ok) return showRefused(begun.errors[0]?.message ?? '');
  return c.redirect(`/console/jobs/${begun.value}`, 303);
};

/** Adds the posted file to a case. */
const addFile = async (c: ConsoleContext): Promise<Response> => {
  const id = c.req.param('id') ?? '';
  const { file } = await readForm(() => c.req.parseBody());
  const added = await attempt(async () =>
    addBreachFile(callerOf(c), id, {
      name: file instanceof File ? file.name : '',
      content: file instanceof File ? await file.arrayBuffer() : new ArrayBuffer(0),
    }),
  );
  if (!added.ok) return showBreach(c, { file: { errors: added.errors } });
  return redirectWith(c, `/breaches/${id}`, 'added');
};

/** Lists data breaches, opens and changes a case, notifies people, and reports to the authority. */
export const breachScreens = new Hono<ConsoleApp>()
  .use(screenFor('breach'))
  .get('/', showBreaches)
  .route('/reports', breachReportScreens)
  .post('/reporters', requireRight('settings'), async (c) => {
    const input = textOf(await readPosted(c), 'reporters');
    await saveSettings(callerOf(c), [{ key: 'breach-reports', input }]);
    return redirectWith(c, '/breaches', 'saved');
  })
  .get('/new', (c) => showNew(c))
  .post('/new', async (c) => {
    const posted = await readPosted(c);
    const saved = await attempt(
      async () =>
        saveBreach(callerOf(c), parse(BreachBody, breachFrom(posted, c.get('timeZone'))), {
          report: c.req.query('report'),
        }),
      breachControl,
    );
    if (!saved.ok) return showNew(c, { values: posted, errors: saved.errors });
    return redirectWith(c, `/breaches/${saved.value}`, 'added');
  })
  .get('/:id', (c) => showBreach(c))
  .post('/:id', async (c) => {
    const { id } = await readBreach(c.get('db'), c.req.param('id'));
    const posted = await readPosted(c);
    const saved = await attempt(
      async () =>
        saveBreach(callerOf(c), parse(BreachBody, breachFrom(posted, c.get('timeZone'))), {
          id,
          seen: seenOf(posted)[0],
        }),
      breachControl,
    );
    if (!saved.ok) return showBreach(c, { changes: { values: posted, errors: saved.errors } });
    return redirectWith(c, `/breaches/${id}`, 'saved');
  })
  .post('/:id/authority', async (c) => {
    const id = c.req.param('id');
    const posted = await readPosted(c);
    const body = {
      at: momentOf(c.get('timeZone'), textOf(posted, 'at')),
      reference: textOf(posted, 'reference').trim(),
    };
    const marked = await attempt(async () =>
      markAuthority(callerOf(c), id, parse(AuthorityBody, body)),
    );
    if (!marked.ok) return showBreach(c, { authority: { values: posted, errors: marked.errors } });
    return redirectWith(c, `/breaches/${id}`, 'saved');
  })
  .post('/:id/notes', async (c) => {
    const id = c.req.param('id');
    const posted = await readPosted(c);
    const noted = await attempt(async () =>
      noteOnBreach(callerOf(c), id, parse(NoteBody, { text: textOf(posted, 'text') }).text),
    );
    if (!noted.ok) return showBreach(c, { note: { values: posted, errors: noted.errors } });
    return redirectWith(c, `/breaches/${id}`, 'added');
  })
  .post('/:id/files', addFile)
  .get('/:id/files/:file', answerFile)
  .post('/:id/files/:file/remove', async (c) => {
    await removeBreachFile(callerOf(c), c.req.param('id'), c.req.param('file'));
    return redirectWith(c, `/breaches/${c.req.param('id')}`, 'saved');
  })
  .post('/:id/close', async (c) => {
    await closeBreach(callerOf(c), c.req.param('id'));
    return redirectWith(c, `/breaches/${c.req.param('id')}`, 'saved');
  })
  .post('/:id/look', async (c) => {
    const segment = textOf(await readPosted(c), 'segment');
    const count = await countPeople(c.get('db'), await filterOf(c, segment));
    return showBreach(c, { recipients: { segment, count } });
  })
  .post('/:id/notify', notifyPeople)
  .get('/:id/notified', answerNotified)
  .get('/:id/report', showBreachReport);
