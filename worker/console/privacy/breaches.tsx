import { Hono } from 'hono';
import { markBreach, readBreach, readBreaches, saveBreach } from '../../admin/breach/cases.ts';
import { answerTold } from '../../admin/breach/told.ts';
import { beginJob } from '../../admin/jobs/begin.ts';
import { BreachBody } from '../../contract/breach.ts';
import { PeopleFilter } from '../../contract/search.ts';
import { countPeople } from '../../people/search.ts';
import { readSelections } from '../../people/selections.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { ErrorSummary, Field, Select, type Submitted } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { hasRight, requireRight } from '../kit/guard.ts';
import { Badge, EmptyState, ExportLinks, PostButton, Table, Time } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import { bodyOf, CaseForm, Clock, previewEmail } from './breach-parts.tsx';
import { showBreachReport } from './breach-report.tsx';
import { officeWords } from './words.ts';

const filterOf = async (c: ConsoleContext, selection: string): Promise<PeopleFilter> =>
  (await readSelections(c.get('db'))).find(({ id }) => id === selection)?.filter ??
  PeopleFilter.parse({});

const showCase = async (
  c: ConsoleContext,
  {
    selection,
    count,
    submitted = {},
    form = {},
  }: { selection?: string; count?: number; submitted?: Submitted; form?: Submitted } = {},
) => {
  const breach = await readBreach(c.get('db'), c.req.param('id') ?? '');
  const words = wordsOf(c);
  const own = localised(c, officeWords);
  const locale = localeOf(c);
  const [selections, letter] = await Promise.all([
    readSelections(c.get('db')),
    previewEmail(c, breach),
  ]);
  const isOpen = breach.closedAt === null;
  return show(
    c,
    {
      title: breach.title,
      back: ['/breaches', words.breaches],
      actions: (
        <>
          {isOpen && breach.authorityAt === null ? (
            <PostButton
              action={`/breaches/${breach.id}/authority`}
              label={own.authority}
              kind="main"
            />
          ) : null}
          {isOpen ? <PostButton action={`/breaches/${breach.id}/close`} label={own.close} /> : null}
          <a class="quiet button" href={`/console/breaches/${breach.id}/report`}>
            {own.report}
          </a>
        </>
      ),
      children: (
        <>
          <p class="tags">
            <Clock c={c} breach={breach} />
            <Badge is={isOpen ? 'warn' : 'off'}>{isOpen ? words.active : own.closed}</Badge>
            <Badge is="off">{fill(own.told, { n: breach.told })}</Badge>
          </p>
          {breach.told > 0 ? (
            <p>
              {own.toldList}: <ExportLinks path={`/breaches/${breach.id}/told`} />
            </p>
          ) : null}
          {isOpen ? (
            <section class="card" id="tell">
              <h2>{own.tell}</h2>
              <p>{own.tellIntro}</p>
              <ErrorSummary submitted={submitted} words={words} />
              <form method="post" action={`/console/breaches/${breach.id}/look`} class="filter">
                <Select
                  name="selection"
                  label={own.who}
                  value={selection ?? ''}
                  choices={[
                    ['', own.everybody],
                    ...selections.map(({ id, name }) => [id, name] as const),
                  ]}
                />
                <button class="quiet">{own.lookFirst}</button>
                {hasRight(c, 'people-read') ? (
                  <a class="quiet button" href="/console/people/listed">
                    {own.byList}
                  </a>
                ) : null}
              </form>
              <details open={count !== undefined}>
                <summary>{own.letter}</summary>
                <pre>{letter}</pre>
              </details>
              {count === undefined ? null : (
                <form method="post" action={`/console/breaches/${breach.id}/tell`}>
                  <input type="hidden" name="selection" value={selection ?? ''} />
                  <input type="hidden" name="expected" value={count} />
                  <Field
                    name="typed"
                    label={fill(own.typed, { n: count })}
                    autocomplete="off"
                    required
                    submitted={submitted}
                  />
                  <button class="main">{fill(own.send, { n: count })}</button>
                </form>
              )}
            </section>
          ) : null}
          <CaseForm c={c} breach={breach} submitted={form} />
          <p class="help">
            {words.when}: <Time at={breach.createdAt} locale={locale} />
          </p>
        </>
      ),
    },
    submitted.errors || form.errors ? 422 : 200,
  );
};

/** Breaches: the 72-hour clock, telling people, and the report for the authority. */
export const breachScreens = new Hono<ConsoleApp>()
  .use(requireRight('breach'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const own = localised(c, officeWords);
    const breaches = await readBreaches(c.get('db'));
    return show(c, {
      title: words.breaches,
      actions: (
        <a class="main button" href="/console/breaches/new">
          {own.open}
        </a>
      ),
      children: (
        <>
          <p class="intro">{own.breachIntro}</p>
          {breaches.length === 0 ? (
            <EmptyState title={own.breachNone}>
              <p>{own.breachNoneText}</p>
            </EmptyState>
          ) : (
            <Table
              label={words.breaches}
              head={[own.title, own.discovered, words.state, words.people]}
            >
              {breaches.map((breach) => (
                <tr>
                  <td>
                    <a href={`/console/breaches/${breach.id}`}>{breach.title}</a>
                  </td>
                  <td>
                    <Time at={breach.discoveredAt} locale={localeOf(c)} />
                  </td>
                  <td>
                    {breach.closedAt === null ? (
                      <Clock c={c} breach={breach} />
                    ) : (
                      <Badge is="off">{own.closed}</Badge>
                    )}
                  </td>
                  <td class="number">{breach.told}</td>
                </tr>
              ))}
            </Table>
          )}
        </>
      ),
    });
  })
  .get('/new', (c) =>
    show(c, {
      title: localised(c, officeWords).open,
      back: ['/breaches', wordsOf(c).breaches],
      children: <CaseForm c={c} />,
    }),
  )
  .post('/new', async (c) => {
    const posted = await readPosted(c);
    const saved = await attempt(async () =>
      saveBreach(callerOf(c), parse(BreachBody, bodyOf(posted))),
    );
    if (saved.ok) return redirectWith(c, `/breaches/${saved.value}`, 'added');
    return show(
      c,
      {
        title: localised(c, officeWords).open,
        back: ['/breaches', wordsOf(c).breaches],
        children: <CaseForm c={c} submitted={{ values: posted, errors: saved.errors }} />,
      },
      422,
    );
  })
  .get('/:id', (c) => showCase(c))
  .post('/:id', async (c) => {
    const { id } = await readBreach(c.get('db'), c.req.param('id'));
    const posted = await readPosted(c);
    const saved = await attempt(async () =>
      saveBreach(callerOf(c), parse(BreachBody, bodyOf(posted)), id),
    );
    if (!saved.ok) return showCase(c, { form: { values: posted, errors: saved.errors } });
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
    const selection = textOf(await readPosted(c), 'selection');
    const count = await countPeople(c.get('db'), await filterOf(c, selection));
    return showCase(c, { selection, count });
  })
  .post('/:id/tell', async (c) => {
    const breach = await readBreach(c.get('db'), c.req.param('id'));
    const posted = await readPosted(c);
    const selection = textOf(posted, 'selection');
    const expected = Number(textOf(posted, 'expected'));
    const refused = (message: string) =>
      showCase(c, {
        ...{ selection, count: expected },
        submitted: { errors: [{ field: 'typed', code: 'typed', message }] },
      });
    if (textOf(posted, 'typed').trim() !== String(expected))
      return refused(fill(localised(c, officeWords).typed, { n: expected }));
    const filter = await filterOf(c, selection);
    const orders = { kind: 'breach-notice', breach: breach.id, facts: breach.facts } as const;
    const begun = await attempt(() => beginJob(callerOf(c), { filter, orders, expected }));
    if (!begun.ok) return refused(begun.errors[0]?.message ?? '');
    return c.redirect(`/console/jobs/${begun.value}`, 303);
  })
  .get('/:id/told', answerTold)
  .get('/:id/report', (c) => showBreachReport(c));
