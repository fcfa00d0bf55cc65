import { Hono } from 'hono';
import { z } from 'zod';
import { changeFor } from '../../admin/people/change.ts';
import { endLinksOf } from '../../admin/people/end-links.ts';
import { eraseOne } from '../../admin/people/erase-one.ts';
import { liftRestriction } from '../../admin/people/lift.ts';
import { sendLink, sendNotice } from '../../admin/people/notify.ts';
import { rectify } from '../../admin/people/rectify.ts';
import { ErasureReason } from '../../contract/erasing.ts';
import type { Person } from '../../contract/people.ts';
import { ProofQuery } from '../../contract/proof.ts';
import { DecisionBody, NoticeBody } from '../../contract/registering.ts';
import { CorrectionBody, LiftBody } from '../../contract/requests.ts';
import { pageLocale } from '../../locales/own.ts';
import { readPerson } from '../../people/store.ts';
import { answerData } from '../../personal-data/answer.ts';
import { readData } from '../../personal-data/data.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { answerChosen, answerProofFile } from '../../receipts/answer.ts';
import { readChosen } from '../../receipts/choose.ts';
import { filesOf } from '../../submissions/files.ts';
import { readActorNames } from '../kit/actors.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { redirectWith } from '../kit/flash.ts';
import { hasRight, requireRight, screenFor } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { attempt, type Posted, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { type Submitted, statusOf } from '../kit/submitted.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { correctionFrom } from './correction.tsx';
import { Activity } from './person-activity.tsx';
import { ConsentHistory, CurrentStandings } from './person-consents.tsx';
import { DangerZone, DecisionForm } from './person-forms.tsx';
import { PersonActions, PersonFacts } from './person-head.tsx';
import { PersonRights } from './person-rights.tsx';
import { PersonTools } from './person-tools.tsx';
import { personWords } from './words/person.ts';

const readPersonOf = async (c: ConsoleContext): Promise<Person> => {
  const person = await readPerson(c.get('db'), c.req.param('id') ?? '');
  if (!person) throw new ProblemError('not-found');
  return person;
};

/** What was refused in one of the forms of a person. */
type Refused = Partial<Record<'decision' | 'erase' | 'correct' | 'lift', Submitted>>;

/** Shows a person; `submitted` is what was refused in one of the forms. */
const showPerson = async (c: ConsoleContext, submitted: Refused = {}) => {
  const person = await readPersonOf(c);
  const words = wordsOf(c);
  const [data, names, actorName] = await Promise.all([
    readData(c.get('db'), person),
    readNames(c.get('db'), localeOf(c)),
    readActorNames(c.get('db'), words),
    audit(callerOf(c), { act: 'people.read', object: person.id }).run(),
  ]);
  const files = await filesOf(
    c.get('db'),
    data.submissions.map(({ id }) => id),
  );
  const mayDecide = hasRight(c, 'consents-write') || hasRight(c, 'subscriptions-write');
  const content = (
    <>
      <PersonFacts c={c} person={person} bouncedAt={data.bouncedAt} />
      <CurrentStandings c={c} names={names} person={person} />
      <PersonTools c={c} names={names} tools={data.tools} />
      {mayDecide ? <DecisionForm c={c} names={names} submitted={submitted.decision ?? {}} /> : null}
      <PersonRights
        c={c}
        person={person}
        correct={submitted.correct ?? {}}
        lift={submitted.lift ?? {}}
      />
      <ConsentHistory c={c} names={names} records={data.records} actorName={actorName} />
      <Activity c={c} data={data} files={files} />
      <DangerZone c={c} submitted={submitted.erase ?? {}} />
    </>
  );
  return show(
    c,
    {
      title: person.email,
      back: ['/people', words.people],
      actions: <PersonActions c={c} person={person} />,
      children: content,
    },
    statusOf(...Object.values(submitted)),
  );
};

const Erasing = z.object({ reason: ErasureReason });

const decisionFrom = (posted: Posted) => {
  const [kind, key] = textOf(posted, 'item').split(':');
  return {
    ...(kind === 'purpose' ? { purpose: key } : { subscription: key }),
    decision: textOf(posted, 'decision'),
    legalBasis: textOf(posted, 'legalBasis') || undefined,
    source: textOf(posted, 'source'),
    comment: textOf(posted, 'comment'),
  };
};

/** Restricts the processing of a person's data for every purpose. */
const restrictAll = async (c: ConsoleContext, person: Person, comment: string): Promise<void> => {
  for (const { purpose } of person.standings)
    if (purpose)
      await changeFor(
        callerOf(c),
        person,
        parse(DecisionBody, { purpose, decision: 'restricted', source: 'manual', comment }),
      );
};

/** Shows a person and what is kept of them; records decisions, sends emails, restricts and erases. */
export const personScreens = new Hono<ConsoleApp>()
  .use('/:id/*', screenFor('people-read'))
  .get('/:id', (c) => showPerson(c))
  .get('/:id/report', async (c) => {
    const person = await readPersonOf(c);
    const [data] = await Promise.all([
      readData(c.get('db'), person),
      audit(callerOf(c), { act: 'people.report', object: person.id }).run(),
    ]);
    const format = c.req.query('format') === 'json' ? 'json' : 'html';
    return answerData(c, data, { format, locale: person.locale, file: `person-${person.id}` });
  })
  .get('/:id/proof', async (c) => {
    const person = await readPersonOf(c);
    const { record } = parse(ProofQuery, c.req.query());
    const chosen = await readChosen(c.get('db'), person.id, record);
    if (!chosen) throw new ProblemError('not-found');
    await audit(callerOf(c), { act: 'people.proof', object: person.id }).run();
    if (c.req.query('format') === 'file')
      return answerProofFile(c, chosen, `consent-${record ?? person.id}`);
    return answerChosen(c, chosen, {
      email: person.email,
      scope: record ? 'record' : 'person',
      download: `/console/people/${person.id}/proof?format=file${record ? `&record=${record}` : ''}`,
      locale: pageLocale(c, localeOf(c)),
    });
  })
  .post('/:id/decisions', requireRight('consents-write', 'subscriptions-write'), async (c) => {
    const person = await readPersonOf(c);
    const posted = await readPosted(c);
    const changed = await attempt(() =>
      changeFor(callerOf(c), person, parse(DecisionBody, decisionFrom(posted))),
    );
    if (changed.ok) return redirectWith(c, `/people/${person.id}`, 'saved');
    return showPerson(c, { decision: { values: posted, errors: changed.errors } });
  })
  .post('/:id/restrict', requireRight('consents-write'), async (c) => {
    const person = await readPersonOf(c);
    await restrictAll(c, person, textOf(await readPosted(c), 'restriction'));
    return redirectWith(c, `/people/${person.id}`, 'saved');
  })
  .post('/:id/corrections', requireRight('people-register'), async (c) => {
    const person = await readPersonOf(c);
    const posted = await readPosted(c);
    const { body, seen } = correctionFrom(posted, person);
    const done = await attempt(async () =>
      rectify(callerOf(c), person, parse(CorrectionBody, body), { seen }),
    );
    if (!done.ok) return showPerson(c, { correct: { values: posted, errors: done.errors } });
    return redirectWith(c, `/people/${person.id}`, 'saved');
  })
  .post('/:id/restriction-lifted', requireRight('consents-write'), async (c) => {
    const person = await readPersonOf(c);
    const posted = await readPosted(c);
    const body = { reason: textOf(posted, 'liftReason').trim() };
    const lifted = await attempt(
      async () => liftRestriction(callerOf(c), person, parse(LiftBody, body)),
      () => 'liftReason',
    );
    if (!lifted.ok) return showPerson(c, { lift: { values: posted, errors: lifted.errors } });
    return redirectWith(c, `/people/${person.id}`, 'saved');
  })
  .post('/:id/notice', requireRight('people-register'), async (c) => {
    const person = await readPersonOf(c);
    const locale = textOf(await readPosted(c), 'locale') || undefined;
    await sendNotice(callerOf(c), person, parse(NoticeBody, { locale }));
    return redirectWith(c, `/people/${person.id}`, 'sent');
  })
  .post('/:id/link', requireRight('people-register'), async (c) => {
    const person = await readPersonOf(c);
    await sendLink(callerOf(c), person);
    return redirectWith(c, `/people/${person.id}`, 'sent');
  })
  .post('/:id/end-links', requireRight('people-register'), async (c) => {
    const { id } = await readPersonOf(c);
    await endLinksOf(callerOf(c), id);
    return redirectWith(c, `/people/${id}`, 'done');
  })
  .post('/:id/erase', requireRight('bulk-delete'), async (c) => {
    const person = await readPersonOf(c);
    const posted = await readPosted(c);
    if (textOf(posted, 'typed').trim().toLowerCase() !== person.email) {
      const message = fill(localised(c, personWords).notConfirmed, { what: person.email });
      const errors = [{ field: 'typed', code: 'typed', message }];
      return showPerson(c, { erase: { values: posted, errors } });
    }
    const body = { reason: textOf(posted, 'erasure') };
    const erased = await attempt(
      async () => eraseOne(callerOf(c), person, parse(Erasing, body).reason),
      () => 'erasure',
    );
    if (!erased.ok) return showPerson(c, { erase: { values: posted, errors: erased.errors } });
    return redirectWith(c, '/people', 'done');
  });
