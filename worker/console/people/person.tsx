import { Hono } from 'hono';
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
import { readData } from '../../visitor/preferences/data.ts';
import { answerData } from '../../visitor/preferences/kept-data.ts';
import { readActorNames } from '../kit/actors.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import type { Submitted } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { hasRight, requireRight } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { PostButton, Time } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import {
  Activity,
  ChangeForm,
  CurrentStandings,
  DangerZone,
  HistoryItem,
  NoticeForm,
  type PersonView,
} from './person-parts.tsx';
import { peopleWords } from './words.ts';

const personOf = async (c: ConsoleContext): Promise<Person> => {
  const person = await readPerson(c.get('db'), c.req.param('id') ?? '');
  if (!person) throw new ProblemError('not-found');
  return person;
};

const showPerson = async (
  c: ConsoleContext,
  submitted: { change?: Submitted; erase?: Submitted } = {},
) => {
  const person = await personOf(c);
  const words = wordsOf(c);
  const own = localised(c, peopleWords);
  const locale = localeOf(c);
  const [data, names, nameOf] = await Promise.all([
    readData(c.get('db'), person),
    readNames(c.get('db'), locale),
    readActorNames(c.get('db'), words),
  ]);
  await audit(callerOf(c), { act: 'people.read', object: person.id }).run();
  const view: PersonView = { c, person, data, names, nameOf };
  const id = person.id;
  return show(
    c,
    {
      title: person.email,
      back: ['/people', words.people],
      actions: (
        <>
          {hasRight(c, 'people-register') ? (
            <>
              <NoticeForm c={c} person={person} />
              <PostButton action={`/people/${id}/link`} label={own.sendLink} />
            </>
          ) : null}
          <a class="quiet button" href={`/console/people/${id}/report`}>
            {own.report}
          </a>
          <a class="quiet button" href={`/console/people/${id}/report?format=json`}>
            {own.reportJson}
          </a>
        </>
      ),
      children: (
        <>
          <dl class="facts card">
            <dt>{own.id}</dt>
            <dd>
              <code>{id}</code>
            </dd>
            <dt>{own.known}</dt>
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
          <h2>{own.standings}</h2>
          <CurrentStandings {...view} />
          {hasRight(c, 'consents-write') || hasRight(c, 'subscriptions-write') ? (
            <ChangeForm c={c} names={names} submitted={submitted.change ?? {}} />
          ) : null}
          <h2>{own.timeline}</h2>
          <ol class="timeline">
            {data.records.toReversed().map((proof) => (
              <HistoryItem view={view} proof={proof} />
            ))}
          </ol>
          <Activity {...view} />
          <DangerZone c={c} submitted={submitted.erase ?? {}} />
        </>
      ),
    },
    submitted.change?.errors || submitted.erase?.errors ? 422 : 200,
  );
};

/** One person: who, what stands, all that was decided, and what can be done. */
export const personScreens = new Hono<ConsoleApp>()
  .use('/:id/*', requireRight('people-read'))
  .get('/:id', (c) => showPerson(c))
  .get('/:id/report', async (c) => {
    const person = await personOf(c);
    const data = await readData(c.get('db'), person);
    await audit(callerOf(c), { act: 'people.report', object: person.id }).run();
    const format = c.req.query('format') === 'json' ? 'json' : 'html';
    return answerData(c, data, { format, locale: person.locale, file: `person-${person.id}` });
  })
  .post('/:id/decisions', requireRight('consents-write', 'subscriptions-write'), async (c) => {
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
    const changed = await attempt(() => changeFor(callerOf(c), person, parse(DecisionBody, body)));
    if (changed.ok) return redirectWith(c, `/people/${person.id}`, 'saved');
    return showPerson(c, { change: { values: posted, errors: changed.errors } });
  })
  .post('/:id/restrict', requireRight('consents-write'), async (c) => {
    const person = await personOf(c);
    const comment = textOf(await readPosted(c), 'comment');
    for (const { purpose } of person.standings)
      if (purpose)
        await changeFor(
          callerOf(c),
          person,
          parse(DecisionBody, { purpose, decision: 'restricted', source: 'manual', comment }),
        );
    return redirectWith(c, `/people/${person.id}`, 'saved');
  })
  .post('/:id/notice', requireRight('people-register'), async (c) => {
    const person = await personOf(c);
    const locale = textOf(await readPosted(c), 'locale') || undefined;
    await sendNotice(callerOf(c), person, parse(NoticeBody, { locale }));
    return redirectWith(c, `/people/${person.id}`, 'sent');
  })
  .post('/:id/link', requireRight('people-register'), async (c) => {
    const person = await personOf(c);
    await sendLink(callerOf(c), person);
    return redirectWith(c, `/people/${person.id}`, 'sent');
  })
  .post('/:id/erase', requireRight('bulk-delete'), async (c) => {
    const person = await personOf(c);
    const posted = await readPosted(c);
    if (textOf(posted, 'typed').trim().toLowerCase() !== person.email) {
      const message = fill(localised(c, peopleWords).notTyped, { what: person.email });
      return showPerson(c, {
        erase: { values: posted, errors: [{ field: 'typed', code: 'typed', message }] },
      });
    }
    await eraseOne(callerOf(c), person);
    return redirectWith(c, '/people', 'done');
  });
