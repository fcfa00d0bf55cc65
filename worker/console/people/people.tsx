import { type Context, Hono } from 'hono';
import { registerPerson } from '../../admin/people/register.ts';
import { NewPersonBody } from '../../contract/registering.ts';
import { type PeopleFilter, type PersonLine, SelectionBody } from '../../contract/search.ts';
import { searchPeople } from '../../people/search.ts';
import { readSelections, removeSelection, saveSelection } from '../../people/selections.ts';
import { callerOf } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import { parse } from '../../platform/problems/zod.ts';
import { Format } from '../../platform/tables/answer.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { has, may } from '../kit/guard.ts';
import { type Names, readNames } from '../kit/names.ts';
import { Act, Badge, Empty, Field, Table, TakeAlong, Time } from '../kit/parts.tsx';
import { readPosted, textOf, tried } from '../kit/posted.ts';
import { leadTo, show } from '../kit/shell.tsx';
import { fill, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { Filters, filterOf, queryOf } from './filter.tsx';
import { listedForm, makeListed } from './listed.tsx';
import { registerForm, registration } from './register.tsx';
import { peopleWords } from './words.ts';

const PAGE = 50;

const Standings = ({
  c,
  names,
  line,
}: {
  c: Context<ConsoleApp>;
  names: Names;
  line: PersonLine;
}) => {
  const words = wordsOf(c);
  return (
    <>
      {line.standings.map(({ purpose, decision }) => (
        <div>
          {names.name('purposes', purpose)} <Badge is={decision}>{words[decision]}</Badge>
        </div>
      ))}
    </>
  );
};

/** What can be done with everybody who fits. */
const WithAll = ({ c, filter }: { c: Context<ConsoleApp>; filter: PeopleFilter }) => {
  const mine = said(c, peopleWords);
  const query = queryOf(filter);
  const job = (kind: string) => `/console/jobs/new?kind=${kind}&${query}`;
  return (
    <section class="card wide">
      <h2>{mine.bulk}</h2>
      <p class="buttons">
        {has(c, 'bulk-update') ? (
          <a class="quiet button" href={job('bulk-update')}>
            {mine.update}
          </a>
        ) : null}
        {has(c, 'people-register') ? (
          <a class="quiet button" href={job('notice')}>
            {mine.notice}
          </a>
        ) : null}
        {has(c, 'bulk-delete') ? (
          <a class="danger button" href={job('bulk-delete')}>
            {mine.erase}
          </a>
        ) : null}
        {has(c, 'export')
          ? Format.options.map((format) => (
              <a
                class="quiet button"
                href={`/console/export/people?${new URLSearchParams([...query, ['format', format]])}`}
              >
                {mine.take} ({format.toUpperCase()})
              </a>
            ))
          : null}
      </p>
      <form method="post" action={`/console/people/selections?${query}`} class="filter">
        <Field name="name" label={mine.saveName} required />
        <button class="quiet">{mine.save}</button>
      </form>
    </section>
  );
};

/** What else can be taken along: the ledger, and who may get what now. */
const Exports = ({ c, names }: { c: Context<ConsoleApp>; names: Names }) => {
  const mine = said(c, peopleWords);
  const tables: [path: string, name: string][] = [
    ['records', mine.ledger],
    ...names
      .choices('subscription-types')
      .map(([key, name]): [string, string] => [`audiences/${key}`, fill(mine.audience, { name })]),
  ];
  return (
    <section class="card wide" id="exports">
      <h2>{mine.take}</h2>
      <Table label={mine.take} head={[mine.table, mine.format]}>
        {tables.map(([path, name]) => (
          <tr>
            <td>{name}</td>
            <td>
              <TakeAlong path={`/export/${path}`} />
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
};

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** People: searched, filtered, selected, registered. */
export const peopleScreens = new Hono<ConsoleApp>()
  .get('/register', may('people-register'), (c) => registerForm(c))
  .post('/register', may('people-register'), async (c) => {
    const posted = await readPosted(c);
    const registered = await tried(() =>
      registerPerson(callerOf(c), parse(NewPersonBody, registration(posted))),
    );
    if (!registered.ok) return registerForm(c, { values: posted, errors: registered.errors });
    return leadTo(
      c,
      has(c, 'people-read') ? `/people/${registered.value}` : '/people/register',
      'added',
    );
  })
  .use(may('people-read'))
  .get('/listed', (c) => listedForm(c))
  .post('/listed', (c) => makeListed(c))
  .post('/selections', async (c) => {
    const posted = await readPosted(c);
    const filter = filterOf(c.req.query());
    const body = parse(SelectionBody, { name: textOf(posted, 'name'), filter });
    await saveSelection(callerOf(c), body);
    return leadTo(c, `/people?${queryOf(filter)}`, 'saved');
  })
  .post('/selections/:id/remove', async (c) => {
    await removeSelection(callerOf(c), c.req.param('id'));
    return leadTo(c, '/people', 'done');
  })
  .get('/', async (c) => {
    const asked = (c.req.query('email') ?? '').trim();
    if (uuid.test(asked)) return c.redirect(`/console/people/${asked}`, 303);
    const words = wordsOf(c);
    const mine = said(c, peopleWords);
    const locale = localeOf(c);
    const filter = filterOf({ ...c.req.query(), email: normaliseEmail(asked) ?? asked });
    const after = c.req.query('after') ?? '';
    const [names, page, selections] = await Promise.all([
      readNames(c.get('db'), locale),
      searchPeople(c.get('db'), filter, after, PAGE),
      readSelections(c.get('db')),
    ]);
    const query = queryOf(filter);
    return show(c, {
      title: words.people,
      beside: (
        <>
          <a class="quiet button" href="/console/people/listed">
            {mine.fromFile}
          </a>
          {has(c, 'people-register') ? (
            <>
              <a class="quiet button" href="/console/jobs/import">
                {mine.import}
              </a>
              <a class="main button" href="/console/people/register">
                {mine.register}
              </a>
            </>
          ) : null}
        </>
      ),
      children: (
        <>
          <p class="intro">{mine.intro}</p>
          {selections.length > 0 ? (
            <div class="tags">
              {mine.selections}
              {selections.map((selection) => (
                <span>
                  <a
                    href={`/console/people?${queryOf(selection.filter)}`}
                    aria-current={
                      String(queryOf(selection.filter)) === String(query) ? 'true' : undefined
                    }
                  >
                    {selection.name}
                  </a>{' '}
                  <Act
                    action={`/people/selections/${selection.id}/remove`}
                    label={mine.remove}
                    kind="small"
                  />
                </span>
              ))}
            </div>
          ) : null}
          <Filters c={c} filter={filter} names={names} />
          {page.people.length > 0 ? (
            <Table label={words.people} head={[words.email, words.purposes, mine.known]}>
              {page.people.map((line) => (
                <tr>
                  <td>
                    <a href={`/console/people/${line.id}`}>{line.email}</a>
                  </td>
                  <td>
                    <Standings c={c} names={names} line={line} />
                  </td>
                  <td>
                    <Time at={line.createdAt} locale={locale} date />
                  </td>
                </tr>
              ))}
            </Table>
          ) : page.next !== null ? (
            <p>{mine.goesOn}</p>
          ) : query.size === 0 && after === '' ? (
            <Empty title={mine.noneYet}>
              <p>{mine.noneYetText}</p>
              <a class="main button" href="/console/forms">
                {words.forms}
              </a>
            </Empty>
          ) : (
            <Empty title={mine.none} />
          )}
          <p class="pages">
            {after ? <a href={`/console/people?${query}`}>{words.first}</a> : null}
            {page.next === null ? null : (
              <a href={`/console/people?${new URLSearchParams([...query, ['after', page.next]])}`}>
                {words.more}
              </a>
            )}
          </p>
          {page.people.length > 0 ? <WithAll c={c} filter={filter} /> : null}
          {has(c, 'export') ? <Exports c={c} names={names} /> : null}
        </>
      ),
    });
  });
