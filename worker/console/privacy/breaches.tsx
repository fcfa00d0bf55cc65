import { Hono } from 'hono';
import { markBreach, readBreach, readBreaches, saveBreach } from '../../admin/breach/cases.ts';
import { answerNotified } from '../../admin/breach/notified.ts';
import { beginJob } from '../../admin/jobs/begin.ts';
import { BreachBody, type BreachCase } from '../../contract/breach.ts';
import { PeopleFilter } from '../../contract/search.ts';
import { countPeople } from '../../people/search.ts';
import { readSegments } from '../../people/segments.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { seenOf } from '../kit/editable.tsx';
import type { Submitted } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import { Badge, EmptyState, LinkButton, Table, Time } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { AuthorityDeadline } from './authority-deadline.tsx';
import { showBreach } from './breach.tsx';
import { BreachForm, breachFrom } from './breach-form.tsx';
import { showBreachReport } from './breach-report.tsx';
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
  const breaches = await readBreaches(c.get('db'));
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
        <BreachTable c={c} breaches={breaches} />
      </>
    ),
  });
};

const showNew = (c: ConsoleContext, submitted: Submitted = {}): Promise<Response> =>
  show(
    c,
    {
      title: localised(c, breachWords).openCase,
      back: ['/breaches', wordsOf(c).breaches],
      children: <BreachForm c={c} submitted={submitted} />,
    },
    submitted.errors ? 422 : 200,
  );

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
  const orders = { kind: 'breach-notice', breach: breach.id, facts: breach.facts } as const;
  const begun = await attempt(() => beginJob(callerOf(c), { filter, orders, expected }));
  if (!begun.ok) return showRefused(begun.errors[0]?.message ?? '');
  return c.redirect(`/console/jobs/${begun.value}`, 303);
};

/** Lists data breaches, opens and changes a case, notifies people, and reports to the authority. */
export const breachScreens = new Hono<ConsoleApp>()
  .use(screenFor('breach'))
  .get('/', showBreaches)
  .get('/new', (c) => showNew(c))
  .post('/new', async (c) => {
    const posted = await readPosted(c);
    const saved = await attempt(async () =>
      saveBreach(callerOf(c), parse(BreachBody, breachFrom(posted, c.get('timeZone')))),
    );
    if (!saved.ok) return showNew(c, { values: posted, errors: saved.errors });
    return redirectWith(c, `/breaches/${saved.value}`, 'added');
  })
  .get('/:id', (c) => showBreach(c))
  .post('/:id', async (c) => {
    const { id } = await readBreach(c.get('db'), c.req.param('id'));
    const posted = await readPosted(c);
    const saved = await attempt(async () =>
      saveBreach(callerOf(c), parse(BreachBody, breachFrom(posted, c.get('timeZone'))), {
        id,
        seen: seenOf(posted)[0],
      }),
    );
    if (!saved.ok) return showBreach(c, { changes: { values: posted, errors: saved.errors } });
    return redirectWith(c, `/breaches/${id}`, 'saved');
  })
  .post('/:id/authority', async (c) => {
    await markBreach(callerOf(c), c.req.param('id'), 'authority');
    return redirectWith(c, `/breaches/${c.req.param('id')}`, 'saved');
  })
  .post('/:id/close', async (c) => {
    await markBreach(callerOf(c), c.req.param('id'), 'close');
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
