import { Hono } from 'hono';
import { registerPerson } from '../../admin/people/register.ts';
import { NewPersonBody } from '../../contract/registering.ts';
import { type PeopleFilter, type PersonLine, SelectionBody } from '../../contract/search.ts';
import { searchPeople } from '../../people/search.ts';
import { readSelections, removeSelection, saveSelection } from '../../people/selections.ts';
import { callerOf } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import { parse } from '../../platform/problems/zod.ts';
import { Format } from '../../platform/tables/answer.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { Field } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { hasRight, requireRight } from '../kit/guard.ts';
import { type Names, readNames } from '../kit/names.ts';
import { Badge, EmptyState, ExportLinks, PostButton, Table, Time } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import { Filters, filterOf, queryOf } from './filter.tsx';
import { selectAddresses, showAddressForm } from './listed.tsx';
import { registration, showRegistration } from './register.tsx';
import { peopleWords } from './words.ts';

const PAGE = 50;

const Standings = ({ c, names, line }: { c: ConsoleContext; names: Names; line: PersonLine }) => {
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
const BulkActions = ({ c, filter }: { c: ConsoleContext; filter: PeopleFilter }) => {
  const own = localised(c, peopleWords);
  const query = queryOf(filter);
  const job = (kind: string) => `/console/jobs/new?kind=${kind}&${query}`;
  return (
    <section class="card wide">
      <h2>{own.bulk}</h2>
      <p class="buttons">
        {hasRight(c, 'bulk-update') ? (
          <a class="quiet button" href={job('bulk-update')}>
            {own.update}
          </a>
        ) : null}
        {hasRight(c, 'people-register') ? (
          <a class="quiet button" href={job('notice')}>
            {own.notice}
          </a>
        ) : null}
        {hasRight(c, 'bulk-delete') ? (
          <a class="danger button" href={job('bulk-delete')}>
            {own.erase}
          </a>
        ) : null}
        {hasRight(c, 'export')
          ? Format.options.map((format) => (
              <a
                class="quiet button"
                href={`/console/export/people?${new URLSearchParams([...query, ['format', format]])}`}
              >
                {own.take} ({format.toUpperCase()})
              </a>
            ))
          : null}
      </p>
      <form method="post" action={`/console/people/selections?${query}`} class="filter">
        <Field name="name" label={own.saveName} required />
        <button class="quiet">{own.save}</button>
      </form>
    </section>
  );
};

/** What else can be taken along: the ledger, and who may get what now. */
const Exports = ({ c, names }: { c: ConsoleContext; names: Names }) => {
  const own = localised(c, peopleWords);
  const tables: [path: string, name: string][] = [
    ['records', own.ledger],
    ...names
      .choices('subscription-types')
      .map(([key, name]): [string, string] => [`audiences/${key}`, fill(own.audience, { name })]),
  ];
  return (
    <section class="card wide" id="exports">
      <h2>{own.take}</h2>
      <Table label={own.take} head={[own.table, own.format]}>
        {tables.map(([path, name]) => (
          <tr>
            <td>{name}</td>
            <td>
              <ExportLinks path={`/export/${path}`} />
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
  .get('/register', requireRight('people-register'), (c) => showRegistration(c))
  .post('/register', requireRight('people-register'), async (c) => {
    const posted = await readPosted(c);
    const registered = await attempt(() =>
      registerPerson(callerOf(c), parse(NewPersonBody, registration(posted))),
    );
    if (!registered.ok) return showRegistration(c, { values: posted, errors: registered.errors });
    return redirectWith(
      c,
      hasRight(c, 'people-read') ? `/people/${registered.value}` : '/people/register',
      'added',
    );
  })
  .use(requireRight('people-read'))
  .get('/listed', (c) => showAddressForm(c))
  .post('/listed', (c) => selectAddresses(c))
  .post('/selections', async (c) => {
    const posted = await readPosted(c);
    const filter = filterOf(c.req.query());
    const body = parse(SelectionBody, { name: textOf(posted, 'name'), filter });
    await saveSelection(callerOf(c), body);
    return redirectWith(c, `/people?${queryOf(filter)}`, 'saved');
  })
  .post('/selections/:id/remove', async (c) => {
    await removeSelection(callerOf(c), c.req.param('id'));
    return redirectWith(c, '/people', 'done');
  })
  .get('/', async (c) => {
    const asked = (c.req.query('email') ?? '').trim();
    if (uuid.test(asked)) return c.redirect(`/console/people/${asked}`, 303);
    const words = wordsOf(c);
    const own = localised(c, peopleWords);
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
      actions: (
        <>
          <a class="quiet button" href="/console/people/listed">
            {own.fromFile}
          </a>
          {hasRight(c, 'people-register') ? (
            <>
              <a class="quiet button" href="/console/jobs/import">
                {own.import}
              </a>
              <a class="main button" href="/console/people/register">
                {own.register}
              </a>
            </>
          ) : null}
        </>
      ),
      children: (
        <>
          <p class="intro">{own.intro}</p>
          {selections.length > 0 ? (
            <div class="tags">
              {own.selections}
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
                  <PostButton
                    action={`/people/selections/${selection.id}/remove`}
                    label={own.remove}
                    kind="small"
                  />
                </span>
              ))}
            </div>
          ) : null}
          <Filters c={c} filter={filter} names={names} />
          {page.people.length > 0 ? (
            <Table label={words.people} head={[words.email, words.purposes, own.known]}>
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
            <p>{own.goesOn}</p>
          ) : query.size === 0 && after === '' ? (
            <EmptyState title={own.noneYet}>
              <p>{own.noneYetText}</p>
              <a class="main button" href="/console/forms">
                {words.forms}
              </a>
            </EmptyState>
          ) : (
            <EmptyState title={own.none} />
          )}
          <p class="pages">
            {after ? <a href={`/console/people?${query}`}>{words.firstPage}</a> : null}
            {page.next === null ? null : (
              <a href={`/console/people?${new URLSearchParams([...query, ['after', page.next]])}`}>
                {words.nextPage}
              </a>
            )}
          </p>
          {page.people.length > 0 ? <BulkActions c={c} filter={filter} /> : null}
          {hasRight(c, 'export') ? <Exports c={c} names={names} /> : null}
        </>
      ),
    });
  });
