import { Hono } from 'hono';
import { findPeople } from '../../admin/people/find.ts';
import { registerPerson } from '../../admin/people/register.ts';
import { NewPersonBody } from '../../contract/registering.ts';
import { SegmentBody } from '../../contract/search.ts';
import { addressInQuery } from '../../contract/tidy.ts';
import { readSegments, removeSegment, saveSegment } from '../../people/segments.ts';
import { callerOf } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { redirectWith } from '../kit/flash.ts';
import { hasRight, requireRight, screenFor } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { LinkButton } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { selectAddresses, showAddressForm } from './addresses.tsx';
import { BulkActions, Exports } from './bulk-actions.tsx';
import { FilterForm, filterOf, queryOf } from './filter.tsx';
import { Pages, Results, SavedSegments } from './people-list.tsx';
import { personFrom, showRegistration } from './register.tsx';
import { peopleWords } from './words/people.ts';

const PAGE = 50;

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

const PeopleActions = ({ c }: { c: ConsoleContext }) => {
  const own = localised(c, peopleWords);
  return hasRight(c, 'people-register') ? (
    <>
      <LinkButton to="/people/listed">{own.selectByAddresses}</LinkButton>
      <LinkButton to="/jobs/import">{own.import}</LinkButton>
      <LinkButton to="/people/register" kind="main">
        {own.register}
      </LinkButton>
    </>
  ) : null;
};

const showPeople = async (c: ConsoleContext): Promise<Response> => {
  const { text = '', email = '' } = c.req.query();
  const search = addressInQuery(text);
  if (uuid.test(search)) return c.redirect(`/console/people/${search}`, 303);
  const beginning = addressInQuery(email);
  const filter = filterOf({
    ...c.req.query(),
    text: normaliseEmail(search) ?? search,
    email: normaliseEmail(beginning) ?? beginning,
  });
  const after = c.req.query('after') ?? '';
  const [names, page, segments] = await Promise.all([
    readNames(c.get('db'), localeOf(c)),
    findPeople(callerOf(c), filter, after, PAGE),
    readSegments(c.get('db')),
  ]);
  const query = queryOf(filter);
  const isUnfiltered = query.size === 0 && after === '';
  return show(c, {
    title: wordsOf(c).people,
    actions: <PeopleActions c={c} />,
    children: (
      <>
        <p class="intro">{localised(c, peopleWords).intro}</p>
        <SavedSegments c={c} segments={segments} query={query} />
        <FilterForm c={c} filter={filter} names={names} />
        <Results c={c} names={names} page={page} isUnfiltered={isUnfiltered} />
        <Pages c={c} query={query} after={after} next={page.next} />
        {page.people.length > 0 ? <BulkActions c={c} filter={filter} /> : null}
        {hasRight(c, 'export') ? <Exports c={c} names={names} /> : null}
      </>
    ),
  });
};

/** Searches, filters, selects and registers people. */
export const peopleScreens = new Hono<ConsoleApp>()
  .get('/register', requireRight('people-register'), (c) => showRegistration(c))
  .post('/register', requireRight('people-register'), async (c) => {
    const posted = await readPosted(c);
    const registered = await attempt(() =>
      registerPerson(callerOf(c), parse(NewPersonBody, personFrom(posted, c.get('timeZone')))),
    );
    if (!registered.ok) return showRegistration(c, { values: posted, errors: registered.errors });
    return redirectWith(
      c,
      hasRight(c, 'people-read') ? `/people/${registered.value}` : '/people/register',
      'added',
    );
  })
  .use(screenFor('people-read'))
  .get('/listed', (c) => showAddressForm(c))
  .post('/listed', requireRight('people-register'), selectAddresses)
  .post('/segments', requireRight('people-register'), async (c) => {
    const posted = await readPosted(c);
    const filter = filterOf(c.req.query());
    const body = parse(SegmentBody, { name: textOf(posted, 'name'), filter });
    await saveSegment(callerOf(c), body);
    return redirectWith(c, `/people?${queryOf(filter)}`, 'saved');
  })
  .post('/segments/:id/remove', requireRight('people-register'), async (c) => {
    await removeSegment(callerOf(c), c.req.param('id'));
    return redirectWith(c, '/people', 'done');
  })
  .get('/', showPeople);
