import { type Context, Hono } from 'hono';
import { originOf } from '../context.ts';
import { Decision } from '../contract/words.ts';
import type { App } from '../env.ts';
import { normaliseEmail } from '../people/email.ts';
import { NewPersonBody, registerPerson } from '../people/register.ts';
import { PeopleFilter, type PersonLine, searchPeople } from '../people/search.ts';
import {
  readSelections,
  removeSelection,
  SelectionBody,
  saveSelection,
} from '../people/selections.ts';
import { parse } from '../problems/zod.ts';
import { readSetting, settings } from '../settings/store.ts';
import { has, may } from './guard.ts';
import { type Names, readNames } from './names.ts';
import {
  Act,
  Area,
  Badge,
  Check,
  Empty,
  Field,
  type Given,
  Select,
  Table,
  Time,
  Wrong,
} from './parts.tsx';
import { peopleWords } from './people-words.ts';
import { type Posted, readPosted, textOf, textsOf, tried } from './posted.ts';
import { leadTo, show } from './shell.tsx';
import { localeOf, said, wordsOf } from './words/words.ts';

const PAGE = 50;

/** The parts of a filter that are set, as a query. */
export const queryOf = (filter: PeopleFilter): URLSearchParams =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));

export const filterOf = (query: Record<string, string>): PeopleFilter => {
  const known = Object.keys(PeopleFilter.shape);
  return parse(
    PeopleFilter,
    Object.fromEntries(Object.entries(query).filter(([name]) => known.includes(name))),
  );
};

type Choosing = { c: Context<App>; filter: PeopleFilter; names: Names };

const decisionChoices = (c: Context<App>) => {
  const words = wordsOf(c);
  return Decision.options.map((decision) => [decision, words[decision]] as const);
};

const Filters = ({ c, filter, names }: Choosing) => {
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  const any = ['', words.any] as const;
  const isMore = Object.entries(filter).some(
    ([name, value]) => value && !['email', 'purpose', 'decision'].includes(name),
  );
  return (
    <form method="get" class="card wide">
      <div class="filter">
        <Field name="email" label={mine.search} value={filter.email} autocomplete="off" />
        <Select
          name="purpose"
          label={words.purpose}
          value={filter.purpose}
          choices={[any, ...names.choices('purposes', true)]}
        />
        <Select
          name="decision"
          label={words.decision}
          value={filter.decision}
          choices={[any, ...decisionChoices(c), ['never', mine.never]]}
        />
        <button class="main">{words.search}</button>
      </div>
      <details open={isMore}>
        <summary>{mine.moreFilters}</summary>
        <div class="filter">
          <Select
            name="subscription"
            label={words.subscription}
            value={filter.subscription}
            choices={[any, ...names.choices('subscription-types', true)]}
          />
          <Select
            name="subscriptionDecision"
            label={mine.subscriptionDecision}
            value={filter.subscriptionDecision}
            choices={[any, ...decisionChoices(c)]}
          />
          <Select
            name="source"
            label={words.source}
            value={filter.source}
            choices={[any, ...names.choices('sources', true)]}
          />
          <Select
            name="legalBasis"
            label={words.legalBasis}
            value={filter.legalBasis}
            choices={[any, ...names.choices('legal-bases', true)]}
          />
          <Field name="since" type="date" label={mine.knownFrom} value={filter.since} />
          <Field name="until" type="date" label={mine.knownTo} value={filter.until} />
          <Field
            name="activeSince"
            type="date"
            label={mine.activeFrom}
            value={filter.activeSince}
          />
          <Field name="activeUntil" type="date" label={mine.activeTo} value={filter.activeUntil} />
        </div>
      </details>
    </form>
  );
};

const Standings = ({ c, names, line }: { c: Context<App>; names: Names; line: PersonLine }) => {
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
const WithAll = ({ c, filter }: { c: Context<App>; filter: PeopleFilter }) => {
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
          ? ['csv', 'xlsx', 'ndjson'].map((format) => (
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

const registerForm = async (c: Context<App>, given: Given = {}) => {
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  const names = await readNames(c.env.DB, localeOf(c));
  const basis = await readSetting(c.env.DB, 'default-legal-basis', settings['default-legal-basis']);
  const ticked = (name: string) => (given.values ? textsOf(given.values, name) : []);
  const boxes = (name: string, list: 'purposes' | 'subscription-types', legend: string) => (
    <fieldset>
      <legend>{legend}</legend>
      {names.choices(list).map(([key, label]) => (
        <Check name={name} value={key} label={label} checked={ticked(name).includes(key)} />
      ))}
    </fieldset>
  );
  return show(
    c,
    {
      title: mine.registerTitle,
      back: ['/people', words.people],
      children: (
        <form method="post" class="sheet">
          <p class="intro">{mine.registerIntro}</p>
          <Wrong given={given} words={words} />
          <Field
            name="email"
            type="email"
            label={words.email}
            required
            given={given}
            autocomplete="off"
          />
          <Field name="name" label={words.name} given={given} autocomplete="off" />
          <Select
            name="locale"
            label={words.language}
            value={localeOf(c)}
            choices={['en', 'da', 'de', 'sv', 'nb', 'nl', 'fi', 'fr', 'es', 'it', 'pl', 'ar'].map(
              (tag) =>
                [
                  tag,
                  new Intl.DisplayNames([localeOf(c)], { type: 'language' }).of(tag) ?? tag,
                ] as const,
            )}
            given={given}
          />
          {boxes('purposes', 'purposes', mine.registerPurposes)}
          {boxes('subscriptions', 'subscription-types', mine.registerSubscriptions)}
          <Select
            name="source"
            label={words.source}
            value="manual"
            choices={names.choices('sources')}
            given={given}
          />
          <Select
            name="legalBasis"
            label={words.legalBasis}
            value={basis}
            choices={names.choices('legal-bases')}
            given={given}
          />
          <Area name="comment" label={mine.why} help={mine.whyHelp} required given={given} />
          <p class="buttons">
            <button class="main">{words.add}</button>
          </p>
        </form>
      ),
    },
    given.errors ? 422 : 200,
  );
};

const registration = (posted: Posted) => ({
  email: textOf(posted, 'email'),
  locale: textOf(posted, 'locale'),
  fields: textOf(posted, 'name').trim() ? { name: textOf(posted, 'name').trim() } : {},
  purposes: textsOf(posted, 'purposes'),
  subscriptions: textsOf(posted, 'subscriptions'),
  source: textOf(posted, 'source'),
  legalBasis: textOf(posted, 'legalBasis'),
  comment: textOf(posted, 'comment'),
});

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** People: searched, filtered, selected, registered. */
export const peopleScreens = new Hono<App>()
  .get('/register', may('people-register'), (c) => registerForm(c))
  .post('/register', may('people-register'), async (c) => {
    const posted = await readPosted(c);
    const by = { actor: c.get('actor'), host: originOf(c) };
    const registered = await tried(() =>
      registerPerson(c.env, by, parse(NewPersonBody, registration(posted))),
    );
    if (!registered.ok) return registerForm(c, { values: posted, errors: registered.errors });
    return leadTo(
      c,
      has(c, 'people-read') ? `/people/${registered.value}` : '/people/register',
      'added',
    );
  })
  .use(may('people-read'))
  .post('/selections', async (c) => {
    const posted = await readPosted(c);
    const filter = filterOf(c.req.query());
    const body = parse(SelectionBody, { name: textOf(posted, 'name'), filter });
    await saveSelection(c.env.DB, c.get('actor'), body);
    return leadTo(c, `/people?${queryOf(filter)}`, 'saved');
  })
  .post('/selections/:id/remove', async (c) => {
    await removeSelection(c.env.DB, c.get('actor'), c.req.param('id'));
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
      readNames(c.env.DB, locale),
      searchPeople(c.env.DB, filter, after, PAGE),
      readSelections(c.env.DB),
    ]);
    const query = queryOf(filter);
    return show(c, {
      title: words.people,
      beside: has(c, 'people-register') ? (
        <>
          <a class="quiet button" href="/console/jobs/import">
            {mine.import}
          </a>
          <a class="main button" href="/console/people/register">
            {mine.register}
          </a>
        </>
      ) : null,
      children: (
        <>
          <p class="intro">{mine.intro}</p>
          {selections.length > 0 ? (
            <p class="tags">
              {mine.selections}
              {selections.map((selection) => (
                <span>
                  <a href={`/console/people?${queryOf(selection.filter)}`}>{selection.name}</a>{' '}
                  <Act
                    action={`/people/selections/${selection.id}/remove`}
                    label={mine.remove}
                    kind="quiet"
                  />
                </span>
              ))}
            </p>
          ) : null}
          <Filters {...{ c, filter, names }} />
          {page.people.length > 0 ? (
            <Table label={words.people} head={[words.email, words.purposes, mine.known]}>
              {page.people.map((line) => (
                <tr>
                  <td>
                    <a href={`/console/people/${line.id}`}>{line.email}</a>
                  </td>
                  <td>
                    <Standings {...{ c, names, line }} />
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
        </>
      ),
    });
  });
