import { type Context, Hono } from 'hono';
import { markBreach, readBreach, readBreaches, saveBreach } from '../../admin/breach/cases.ts';
import { answerTold } from '../../admin/breach/told.ts';
import { beginJob } from '../../admin/jobs/begin.ts';
import { BreachBody } from '../../contract/breach.ts';
import { PeopleFilter } from '../../contract/search.ts';
import { countPeople } from '../../people/search.ts';
import { readSelections } from '../../people/selections.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { has, may } from '../kit/guard.ts';
import {
  Act,
  Badge,
  Empty,
  Field,
  type Given,
  Select,
  Table,
  TakeAlong,
  Time,
  Wrong,
} from '../kit/parts.tsx';
import { readPosted, textOf, tried } from '../kit/posted.ts';
import { leadTo, show } from '../kit/shell.tsx';
import { fill, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { bodyOf, CaseForm, Clock, letterOf } from './breach-parts.tsx';
import { showReport } from './breach-report.tsx';
import { officeWords } from './words.ts';

const filterOf = async (c: Context<ConsoleApp>, selection: string): Promise<PeopleFilter> =>
  (await readSelections(c.get('db'))).find(({ id }) => id === selection)?.filter ??
  PeopleFilter.parse({});

const showCase = async (
  c: Context<ConsoleApp>,
  {
    selection,
    count,
    given = {},
    form = {},
  }: { selection?: string; count?: number; given?: Given; form?: Given } = {},
) => {
  const breach = await readBreach(c.get('db'), c.req.param('id') ?? '');
  const words = wordsOf(c);
  const mine = said(c, officeWords);
  const locale = localeOf(c);
  const [selections, letter] = await Promise.all([
    readSelections(c.get('db')),
    letterOf(c, breach),
  ]);
  const isOpen = breach.closedAt === null;
  return show(
    c,
    {
      title: breach.title,
      back: ['/breaches', words.breaches],
      beside: (
        <>
          {isOpen && breach.authorityAt === null ? (
            <Act action={`/breaches/${breach.id}/authority`} label={mine.authority} kind="main" />
          ) : null}
          {isOpen ? <Act action={`/breaches/${breach.id}/close`} label={mine.close} /> : null}
          <a class="quiet button" href={`/console/breaches/${breach.id}/report`}>
            {mine.report}
          </a>
        </>
      ),
      children: (
        <>
          <p class="tags">
            <Clock c={c} breach={breach} />
            <Badge is={isOpen ? 'warn' : 'off'}>{isOpen ? words.active : mine.closed}</Badge>
            <Badge is="off">{fill(mine.told, { n: breach.told })}</Badge>
          </p>
          {breach.told > 0 ? (
            <p>
              {mine.toldList}: <TakeAlong path={`/breaches/${breach.id}/told`} />
            </p>
          ) : null}
          {isOpen ? (
            <section class="card" id="tell">
              <h2>{mine.tell}</h2>
              <p>{mine.tellIntro}</p>
              <Wrong given={given} words={words} />
              <form method="post" action={`/console/breaches/${breach.id}/look`} class="filter">
                <Select
                  name="selection"
                  label={mine.who}
                  value={selection ?? ''}
                  choices={[
                    ['', mine.everybody],
                    ...selections.map(({ id, name }) => [id, name] as const),
                  ]}
                />
                <button class="quiet">{mine.lookFirst}</button>
                {has(c, 'people-read') ? (
                  <a class="quiet button" href="/console/people/listed">
                    {mine.byList}
                  </a>
                ) : null}
              </form>
              <details open={count !== undefined}>
                <summary>{mine.letter}</summary>
                <pre>{letter}</pre>
              </details>
              {count === undefined ? null : (
                <form method="post" action={`/console/breaches/${breach.id}/tell`}>
                  <input type="hidden" name="selection" value={selection ?? ''} />
                  <input type="hidden" name="expected" value={count} />
                  <Field
                    name="typed"
                    label={fill(mine.typed, { n: count })}
                    autocomplete="off"
                    required
                    given={given}
                  />
                  <button class="main">{fill(mine.send, { n: count })}</button>
                </form>
              )}
            </section>
          ) : null}
          <CaseForm c={c} breach={breach} given={form} />
          <p class="help">
            {words.when}: <Time at={breach.createdAt} locale={locale} />
          </p>
        </>
      ),
    },
    given.errors || form.errors ? 422 : 200,
  );
};

/** Breaches: the 72-hour clock, telling people, and the report for the authority. */
export const breachScreens = new Hono<ConsoleApp>()
  .use(may('breach'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const mine = said(c, officeWords);
    const breaches = await readBreaches(c.get('db'));
    return show(c, {
      title: words.breaches,
      beside: (
        <a class="main button" href="/console/breaches/new">
          {mine.open}
        </a>
      ),
      children: (
        <>
          <p class="intro">{mine.breachIntro}</p>
          {breaches.length === 0 ? (
            <Empty title={mine.breachNone}>
              <p>{mine.breachNoneText}</p>
            </Empty>
          ) : (
            <Table
              label={words.breaches}
              head={[mine.title, mine.discovered, words.state, words.people]}
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
                      <Badge is="off">{mine.closed}</Badge>
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
      title: said(c, officeWords).open,
      back: ['/breaches', wordsOf(c).breaches],
      children: <CaseForm c={c} />,
    }),
  )
  .post('/new', async (c) => {
    const posted = await readPosted(c);
    const saved = await tried(async () =>
      saveBreach(callerOf(c), parse(BreachBody, bodyOf(posted))),
    );
    if (saved.ok) return leadTo(c, `/breaches/${saved.value}`, 'added');
    return show(
      c,
      {
        title: said(c, officeWords).open,
        back: ['/breaches', wordsOf(c).breaches],
        children: <CaseForm c={c} given={{ values: posted, errors: saved.errors }} />,
      },
      422,
    );
  })
  .get('/:id', (c) => showCase(c))
  .post('/:id', async (c) => {
    const { id } = await readBreach(c.get('db'), c.req.param('id'));
    const posted = await readPosted(c);
    const saved = await tried(async () =>
      saveBreach(callerOf(c), parse(BreachBody, bodyOf(posted)), id),
    );
    if (!saved.ok) return showCase(c, { form: { values: posted, errors: saved.errors } });
    return leadTo(c, `/breaches/${id}`, 'saved');
  })
  .post('/:id/authority', async (c) => {
    await markBreach(callerOf(c), c.req.param('id'), 'authority');
    return leadTo(c, `/breaches/${c.req.param('id')}`, 'saved');
  })
  .post('/:id/close', async (c) => {
    await markBreach(callerOf(c), c.req.param('id'), 'close');
    return leadTo(c, `/breaches/${c.req.param('id')}`, 'saved');
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
        selection,
        count: expected,
        given: { errors: [{ field: 'typed', code: 'typed', message }] },
      });
    if (textOf(posted, 'typed').trim() !== String(expected))
      return refused(fill(said(c, officeWords).typed, { n: expected }));
    const filter = await filterOf(c, selection);
    const orders = { kind: 'breach-notice', breach: breach.id, facts: breach.facts } as const;
    const begun = await tried(() => beginJob(callerOf(c), { filter, orders, expected }));
    if (!begun.ok) return refused(begun.errors[0]?.message ?? '');
    return c.redirect(`/console/jobs/${begun.value}`, 303);
  })
  .get('/:id/told', answerTold)
  .get('/:id/report', (c) => showReport(c));
