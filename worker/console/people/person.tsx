import { type Context, Hono } from 'hono';
import { changeFor } from '../../admin/people/change.ts';
import { eraseOne } from '../../admin/people/erase-one.ts';
import { sendLink, sendNotice } from '../../admin/people/notify.ts';
import type { Person } from '../../contract/people.ts';
import { DecisionBody, NoticeBody } from '../../contract/registering.ts';
import { readPerson } from '../../people/store.ts';
import { answerData } from '../../personal-data/answer.ts';
import { readData } from '../../personal-data/data.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { actorNames } from '../kit/actors.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { has, may } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { Act, type Given, Time } from '../kit/parts.tsx';
import { readPosted, textOf, tried } from '../kit/posted.ts';
import { leadTo, show } from '../kit/shell.tsx';
import { fill, localeOf, said, wordsOf } from '../kit/words/words.ts';
import {
  ChangeForm,
  Danger,
  Line,
  NoticeForm,
  NowStands,
  type Seeing,
  Sent,
} from './person-parts.tsx';
import { peopleWords } from './words.ts';

const personOf = async (c: Context<ConsoleApp>): Promise<Person> => {
  const person = await readPerson(c.get('db'), c.req.param('id') ?? '');
  if (!person) throw new ProblemError('not-found');
  return person;
};

const showPerson = async (
  c: Context<ConsoleApp>,
  given: { change?: Given; erase?: Given } = {},
) => {
  const person = await personOf(c);
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  const locale = localeOf(c);
  const [data, names, nameOf] = await Promise.all([
    readData(c.get('db'), person),
    readNames(c.get('db'), locale),
    actorNames(c.get('db'), words),
  ]);
  await audit(callerOf(c), { act: 'people.read', object: person.id }).run();
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
              <NoticeForm c={c} person={person} />
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
            <ChangeForm c={c} names={names} given={given.change ?? {}} />
          ) : null}
          <h2>{mine.timeline}</h2>
          <ol class="timeline">
            {data.records.toReversed().map((proof) => (
              <Line seeing={seeing} proof={proof} />
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
export const personScreens = new Hono<ConsoleApp>()
  .use('/:id/*', may('people-read'))
  .get('/:id', (c) => showPerson(c))
  .get('/:id/report', async (c) => {
    const person = await personOf(c);
    const data = await readData(c.get('db'), person);
    await audit(callerOf(c), { act: 'people.report', object: person.id }).run();
    const format = c.req.query('format') === 'json' ? 'json' : 'html';
    return answerData(c, data, { format, locale: person.locale, file: `person-${person.id}` });
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
    const changed = await tried(() => changeFor(callerOf(c), person, parse(DecisionBody, body)));
    if (changed.ok) return leadTo(c, `/people/${person.id}`, 'saved');
    return showPerson(c, { change: { values: posted, errors: changed.errors } });
  })
  .post('/:id/restrict', may('consents-write'), async (c) => {
    const person = await personOf(c);
    const comment = textOf(await readPosted(c), 'comment');
    for (const { purpose } of person.standings)
      if (purpose)
        await changeFor(
          callerOf(c),
          person,
          parse(DecisionBody, { purpose, decision: 'restricted', source: 'manual', comment }),
        );
    return leadTo(c, `/people/${person.id}`, 'saved');
  })
  .post('/:id/notice', may('people-register'), async (c) => {
    const person = await personOf(c);
    const locale = textOf(await readPosted(c), 'locale') || undefined;
    await sendNotice(callerOf(c), person, parse(NoticeBody, { locale }));
    return leadTo(c, `/people/${person.id}`, 'sent');
  })
  .post('/:id/link', may('people-register'), async (c) => {
    const person = await personOf(c);
    await sendLink(callerOf(c), person);
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
    await eraseOne(callerOf(c), person);
    return leadTo(c, '/people', 'done');
  });
