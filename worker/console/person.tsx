import { type Context, Hono } from 'hono';
import { writeAct } from '../audit/store.ts';
import { actingOf, laterOf, originOf } from '../context.ts';
import type { Person, RecordProof } from '../contract/people.ts';
import { Decision } from '../contract/words.ts';
import type { App } from '../env.ts';
import { reportOn, reportPolicy } from '../pages/report.ts';
import { wordsOf as visitorWords } from '../pages/words.ts';
import { changeFor, DecisionBody } from '../people/change.ts';
import { eraseOne } from '../people/erase-one.ts';
import { sendLink, sendNotice } from '../people/letters.ts';
import { readPerson } from '../people/store.ts';
import { type KeptData, readData } from '../preferences/data.ts';
import { ProblemError } from '../problems/problem.ts';
import { parse } from '../problems/zod.ts';
import { actorNames } from './actors.ts';
import { has, may } from './guard.ts';
import { type Names, readNames } from './names.ts';
import { Act, Area, Badge, Field, type Given, Select, Table, Time, Wrong } from './parts.tsx';
import { peopleWords } from './people-words.ts';
import { readPosted, textOf, tried } from './posted.ts';
import { leadTo, show } from './shell.tsx';
import { fill, localeOf, said, wordsOf } from './words/words.ts';

const personOf = async (c: Context<App>): Promise<Person> => {
  const person = await readPerson(c.env.DB, c.req.param('id') ?? '');
  if (!person) throw new ProblemError('not-found');
  return person;
};

type Seeing = {
  c: Context<App>;
  person: Person;
  data: KeptData;
  names: Names;
  nameOf: (actor: string) => string;
};

const itemName = (names: Names, item: { purpose?: string | null; subscription?: string | null }) =>
  item.purpose
    ? names.name('purposes', item.purpose)
    : names.name('subscription-types', item.subscription ?? '');

const NowStands = ({ c, person, names }: Seeing) => {
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  return (
    <Table
      label={mine.standings}
      head={[words.what, words.state, words.legalBasis, words.source, words.when]}
    >
      {person.standings.map((standing) => (
        <tr>
          <td>{itemName(names, standing)}</td>
          <td>
            <Badge is={standing.decision}>{words[standing.decision]}</Badge>
          </td>
          <td>{names.name('legal-bases', standing.legalBasis)}</td>
          <td>{names.name('sources', standing.source)}</td>
          <td>
            <Time at={standing.since} locale={localeOf(c)} />
          </td>
        </tr>
      ))}
    </Table>
  );
};

const Line = ({ seeing, proof }: { seeing: Seeing; proof: RecordProof }) => {
  const { c, names, nameOf } = seeing;
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  const { content, comment, sequence } = proof;
  return (
    <li>
      <strong>{itemName(names, content)}</strong>{' '}
      <Badge is={content.decision}>{words[content.decision]}</Badge>{' '}
      <span class="help">
        <Time at={content.recordedAt} locale={localeOf(c)} />{' '}
        {fill(mine.by, { who: nameOf(content.actor) })} · {names.name('sources', content.source)} ·{' '}
        {names.name('legal-bases', content.legalBasis)}
        {content.page ? ` · ${fill(mine.onPage, { page: content.page })}` : ''}
      </span>
      {comment ? <p>“{comment.text}”</p> : null}
      <span class="help">
        {mine.record} {sequence} · <code class="long">{proof.sha256}</code>
        {content.statement ? (
          <>
            {' '}
            · <a href={`/v1/statements/${content.statement}`}>{mine.shown}</a>
          </>
        ) : null}
      </span>
    </li>
  );
};

const ChangeForm = ({ c, names, given }: { c: Context<App>; names: Names; given: Given }) => {
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  const items = [
    ...(has(c, 'consents-write')
      ? names.choices('purposes').map(([key, name]) => [`purpose:${key}`, name] as const)
      : []),
    ...(has(c, 'subscriptions-write')
      ? names
          .choices('subscription-types')
          .map(([key, name]) => [`subscription:${key}`, `– ${name}`] as const)
      : []),
  ];
  return (
    <form method="post" action={`/console/people/${c.req.param('id')}/decisions`} class="sheet">
      <h2>{mine.change}</h2>
      <p class="intro">{mine.changeIntro}</p>
      <Wrong given={given} words={words} />
      <div class="sides">
        <Select name="item" label={mine.item} choices={items} given={given} />
        <Select
          name="decision"
          label={words.decision}
          choices={Decision.exclude(['pending', 'expired']).options.map(
            (decision) => [decision, words[decision]] as const,
          )}
          given={given}
        />
        <Select
          name="legalBasis"
          label={words.legalBasis}
          value="61A"
          choices={names.choices('legal-bases')}
          given={given}
        />
        <Select
          name="source"
          label={words.source}
          value="phone"
          choices={names.choices('sources')}
          given={given}
        />
      </div>
      <Area name="comment" label={mine.why} help={mine.whyHelp} required given={given} />
      <p class="buttons">
        <button class="main">{words.save}</button>
      </p>
    </form>
  );
};

const Sent = ({ c, data }: Seeing) => {
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  const locale = localeOf(c);
  return (
    <>
      <h2>{mine.submissions}</h2>
      {data.submissions.length === 0 ? (
        <p>{mine.nothing}</p>
      ) : (
        <Table label={mine.submissions} head={[words.when, mine.form, words.what]}>
          {data.submissions.map((submission) => (
            <tr>
              <td>
                <Time at={submission.recordedAt} locale={locale} />
              </td>
              <td>
                {submission.form} ({submission.version})
              </td>
              <td>
                <dl class="facts">
                  {Object.entries(submission.fields).map(([name, value]) => (
                    <>
                      <dt>{name}</dt>
                      <dd>{[value].flat().join(', ')}</dd>
                    </>
                  ))}
                </dl>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <h2>{mine.requests}</h2>
      {data.requests.length === 0 ? (
        <p>{mine.nothing}</p>
      ) : (
        <ul>
          {data.requests.map(({ number, kind, state, askedAt }) => (
            <li>
              {has(c, 'requests') ? <a href={`/console/requests/${number}`}>{number}</a> : number}{' '}
              {visitorWords(locale)[kind]} · {state} · <Time at={askedAt} locale={locale} />
            </li>
          ))}
        </ul>
      )}
      <h2>{mine.letters}</h2>
      {data.letters.length === 0 ? (
        <p>{mine.nothing}</p>
      ) : (
        <ul>
          {data.letters.map((letter) => (
            <li>
              <code>{letter.template}</code> ·{' '}
              <Time at={letter.sentAt ?? letter.createdAt} locale={locale} /> · {letter.state}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const Danger = ({ c, given }: { c: Context<App>; given: Given }) => {
  const mine = said(c, peopleWords);
  const id = c.req.param('id');
  return (
    <>
      {has(c, 'consents-write') ? (
        <section class="card">
          <h2>{mine.restrict}</h2>
          <p>{mine.restrictText}</p>
          <form method="post" action={`/console/people/${id}/restrict`}>
            <Field name="comment" label={mine.why} required />
            <button class="quiet">{mine.restrict}</button>
          </form>
        </section>
      ) : null}
      {has(c, 'bulk-delete') ? (
        <section class="card">
          <h2>{mine.eraseTitle}</h2>
          <p>{mine.eraseText}</p>
          <form method="post" action={`/console/people/${id}/erase`}>
            <Field
              name="typed"
              label={mine.typeAddress}
              autocomplete="off"
              required
              given={given}
            />
            <button class="danger">{mine.erase}</button>
          </form>
        </section>
      ) : null}
    </>
  );
};

const showPerson = async (c: Context<App>, given: { change?: Given; erase?: Given } = {}) => {
  const person = await personOf(c);
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  const locale = localeOf(c);
  const [data, names, nameOf] = await Promise.all([
    readData(c.env.DB, person),
    readNames(c.env.DB, locale),
    actorNames(c.env, words),
  ]);
  await writeAct(c.env.DB, { actor: c.get('actor'), act: 'people.read', object: person.id }).run();
  const seeing: Seeing = { c, person, data, names, nameOf };
  const id = person.id;
  return show(
    c,
    {
      title: person.email,
      back: ['/people', words.people],
      beside: (
        <>
          {has(c, 'people-register') ? (
            <>
              <Act action={`/people/${id}/notice`} label={mine.sendNotice} />
              <Act action={`/people/${id}/link`} label={mine.sendLink} />
            </>
          ) : null}
          <a class="quiet button" href={`/console/people/${id}/report`}>
            {mine.report}
          </a>
          <a class="quiet button" href={`/console/people/${id}/report?format=json`}>
            {mine.reportJson}
          </a>
        </>
      ),
      children: (
        <>
          <dl class="facts card">
            <dt>{mine.id}</dt>
            <dd>
              <code>{id}</code>
            </dd>
            <dt>{mine.known}</dt>
            <dd>
              <Time at={person.createdAt} locale={locale} />
            </dd>
            <dt>{words.language}</dt>
            <dd>{person.locale}</dd>
            {Object.entries(person.fields).map(([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            ))}
          </dl>
          <h2>{mine.standings}</h2>
          <NowStands {...seeing} />
          {has(c, 'consents-write') || has(c, 'subscriptions-write') ? (
            <ChangeForm {...{ c, names }} given={given.change ?? {}} />
          ) : null}
          <h2>{mine.timeline}</h2>
          <ol class="timeline">
            {data.records.toReversed().map((proof) => (
              <Line {...{ seeing, proof }} />
            ))}
          </ol>
          <Sent {...seeing} />
          <Danger c={c} given={given.erase ?? {}} />
        </>
      ),
    },
    given.change?.errors || given.erase?.errors ? 422 : 200,
  );
};

/** One person: who, what stands, all that was decided, and what can be done. */
export const personScreens = new Hono<App>()
  .use('/:id/*', may('people-read'))
  .get('/:id', (c) => showPerson(c))
  .get('/:id/report', async (c) => {
    const person = await personOf(c);
    const data = await readData(c.env.DB, person);
    await writeAct(c.env.DB, {
      actor: c.get('actor'),
      act: 'people.report',
      object: person.id,
    }).run();
    c.header('Cache-Control', 'no-store');
    if (c.req.query('format') === 'json') {
      c.header('Content-Disposition', `attachment; filename="person-${person.id}.json"`);
      return c.json(data);
    }
    c.header('Content-Security-Policy', await reportPolicy());
    return c.html(await reportOn(c.env.DB, data, person.locale));
  })
  .post('/:id/decisions', may('consents-write', 'subscriptions-write'), async (c) => {
    const person = await personOf(c);
    const posted = await readPosted(c);
    const [kind, key] = textOf(posted, 'item').split(':');
    const body = {
      ...(kind === 'purpose' ? { purpose: key } : { subscription: key }),
      decision: textOf(posted, 'decision'),
      legalBasis: textOf(posted, 'legalBasis'),
      source: textOf(posted, 'source'),
      comment: textOf(posted, 'comment'),
    };
    const changed = await tried(() =>
      changeFor(c.env.DB, actingOf(c), person, parse(DecisionBody, body)),
    );
    if (changed.ok) return leadTo(c, `/people/${person.id}`, 'saved');
    return showPerson(c, { change: { values: posted, errors: changed.errors } });
  })
  .post('/:id/restrict', may('consents-write'), async (c) => {
    const person = await personOf(c);
    const comment = textOf(await readPosted(c), 'comment');
    for (const { purpose } of person.standings)
      if (purpose)
        await changeFor(
          c.env.DB,
          actingOf(c),
          person,
          parse(DecisionBody, { purpose, decision: 'restricted', source: 'manual', comment }),
        );
    return leadTo(c, `/people/${person.id}`, 'saved');
  })
  .post('/:id/notice', may('people-register'), async (c) => {
    const person = await personOf(c);
    await sendNotice(c.env, c.get('actor'), person, { host: originOf(c), later: laterOf(c) });
    return leadTo(c, `/people/${person.id}`, 'sent');
  })
  .post('/:id/link', may('people-register'), async (c) => {
    const person = await personOf(c);
    await sendLink(c.env, c.get('actor'), person, { host: originOf(c), later: laterOf(c) });
    return leadTo(c, `/people/${person.id}`, 'sent');
  })
  .post('/:id/erase', may('bulk-delete'), async (c) => {
    const person = await personOf(c);
    const posted = await readPosted(c);
    if (textOf(posted, 'typed').trim().toLowerCase() !== person.email) {
      const message = fill(said(c, peopleWords).notTyped, { what: person.email });
      return showPerson(c, {
        erase: { values: posted, errors: [{ field: 'typed', code: 'typed', message }] },
      });
    }
    await eraseOne(c.env, c.get('actor'), person);
    return leadTo(c, '/people', 'done');
  });
