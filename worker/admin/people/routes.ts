import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { DataFormat, dataAnswers } from '../../contract/data.ts';
import { ErasureReason } from '../../contract/erasing.ts';
import { PeopleFound, Person, RecordsAnswer } from '../../contract/people.ts';
import { DecisionBody, NewPersonBody, NoticeBody } from '../../contract/registering.ts';
import { PeopleFilter, PeoplePage } from '../../contract/search.ts';
import { addressInQuery } from '../../contract/tidy.ts';
import { Made, Nothing } from '../../contract/words.ts';
import { recordsOfPerson } from '../../ledger/store.ts';
import { findId, IS_KNOWN, readPerson, WAS_KNOWN } from '../../people/store.ts';
import { answerData } from '../../personal-data/answer.ts';
import { readData } from '../../personal-data/data.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, param, query } from '../../platform/api/valid.ts';
import { auditWhere } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import type { App, AppContext } from '../../platform/env.ts';
import { ENTER_EMAIL } from '../../platform/problems/plain.ts';
import { invalidField, ProblemError } from '../../platform/problems/problem.ts';
import { changeFor } from './change.ts';
import { endLinksOf } from './end-links.ts';
import { eraseOne } from './erase-one.ts';
import { findPeople } from './find.ts';
import { sendLink, sendNotice } from './notify.ts';
import { registerPerson } from './register.ts';

const limit = z.coerce.number().int().min(1).max(500).default(100);
const Slice = z.object({ after: z.coerce.number().int().min(0).default(0), limit });
const DataQuery = z.object({ format: DataFormat.default('json') });
const Erasing = z.object({ reason: ErasureReason });
/** A whole address finds its person, whatever else is asked; without one the filter does. */
const Search = PeopleFilter.extend({
  email: z.string().max(320).optional(),
  after: z.string().max(400).default(''),
  limit,
});

const NOBODY = 'There is no such person.';
const nobody = () => new ProblemError('not-found', { detail: NOBODY });
const path = { id: z.uuid() };

/** Reading about a person is an administrative act; the log names the person by id only, and nobody who is not there. */
const audited = (c: AppContext, act: string, person: string, condition = IS_KNOWN) =>
  auditWhere(callerOf(c), { act, object: person }, condition, person).run();

/** Reads a person in the round trip that records it; null where there is none. */
const readAudited = async (c: AppContext, act: string, id: string): Promise<Person | null> => {
  const [, person] = await Promise.all([audited(c, act, id), readPerson(c.get('db'), id)]);
  return person;
};

const personOf = async (c: AppContext, { id }: { id: string }) => {
  const person = await readPerson(c.get('db'), id);
  if (!person) throw nobody();
  return person;
};

const found = async (c: AppContext, address: string): Promise<PeopleFound> => {
  const email = normaliseEmail(addressInQuery(address));
  if (!email) throw invalidField('email', 'email', ENTER_EMAIL);
  const id = await findId(c.get('db'), email);
  const person = id && (await readAudited(c, 'people.find', id));
  return { people: person ? [person] : [] };
};

/** Persons; every act is audited. */
export const people = new Hono<App>()
  .post(
    '/',
    requires('people-register'),
    operation({
      id: 'registerPerson',
      summary: 'Register a person',
      answers: { 201: Made },
      problems: ['invalid-fields'],
    }),
    json(NewPersonBody),
    async (c) => c.json({ id: await registerPerson(callerOf(c), c.req.valid('json')) }, 201),
  )
  .post(
    '/:id/decisions',
    requires('consents-write', 'subscriptions-write'),
    operation({
      id: 'recordDecision',
      summary: 'Record a decision for a person',
      description:
        'For example what they said on the phone. A purpose needs the right `consents-write`, a subscription `subscriptions-write`. Returns the person to keys with `people-read`, and nothing to others.',
      answers: { 200: z.union([Person, Nothing]) },
      problems: ['not-found', 'invalid-fields'],
    }),
    param(path, NOBODY),
    json(DecisionBody),
    async (c) => {
      const person = await personOf(c, c.req.valid('param'));
      await changeFor(callerOf(c), person, c.req.valid('json'));
      const mayRead = c.get('rights').includes('people-read');
      return c.json(mayRead ? await readPerson(c.get('db'), person.id) : {});
    },
  )
  .post(
    '/:id/notices',
    requires('people-register'),
    operation({
      id: 'sendNotice',
      summary: 'Send a person the privacy notice',
      answers: { 202: Nothing },
      problems: ['not-found', 'invalid-fields'],
    }),
    param(path, NOBODY),
    json(NoticeBody.default({})),
    async (c) => {
      const person = await personOf(c, c.req.valid('param'));
      await sendNotice(callerOf(c), person, c.req.valid('json'));
      return c.json({}, 202);
    },
  )
  .post(
    '/:id/links',
    requires('people-register'),
    operation({
      id: 'sendPreferencesLink',
      summary: 'Send a person the link to their preferences',
      answers: { 202: Nothing },
      problems: ['not-found'],
    }),
    param(path, NOBODY),
    async (c) => {
      await sendLink(callerOf(c), await personOf(c, c.req.valid('param')));
      return c.json({}, 202);
    },
  )
  .delete(
    '/:id/links',
    requires('people-register'),
    operation({
      id: 'endLinks',
      summary: 'End all links and sessions of a person',
      description:
        'No link to the preference centre, code or session of theirs works any more. Unsubscribe links do.',
      answers: { 204: null },
      problems: ['not-found'],
    }),
    param(path, NOBODY),
    async (c) => {
      const { id } = await personOf(c, c.req.valid('param'));
      await endLinksOf(callerOf(c), id);
      return c.body(null, 204);
    },
  )
  .delete(
    '/:id',
    requires('bulk-delete'),
    operation({
      id: 'erasePerson',
      summary: 'Erase a person',
      answers: { 204: null },
      problems: ['not-found', 'conflict', 'invalid-fields'],
    }),
    param(path, NOBODY),
    query(Erasing),
    async (c) => {
      const { reason } = c.req.valid('query');
      await eraseOne(callerOf(c), await personOf(c, c.req.valid('param')), reason);
      return c.body(null, 204);
    },
  )
  .use(requires('people-read'))
  .get(
    '/',
    operation({
      id: 'findPeople',
      summary: 'Find people',
      description:
        'With `email`, returns the person with that address. Without it, returns the people who match the filter: a page can be empty and still have a `next`; the last one has null.',
      answers: { 200: z.union([PeoplePage, PeopleFound]) },
      problems: ['invalid-fields'],
    }),
    query(Search),
    async (c) => {
      const { email, after, limit, ...filter } = c.req.valid('query');
      if (email !== undefined) return c.json(await found(c, email));
      return c.json(await findPeople(callerOf(c), { ...filter, email: '' }, after, limit));
    },
  )
  .get(
    '/:id',
    operation({
      id: 'readPerson',
      summary: 'Read a person',
      answers: { 200: Person },
      problems: ['not-found'],
    }),
    param(path, NOBODY),
    async (c) => {
      const person = await readAudited(c, 'people.read', c.req.valid('param').id);
      if (!person) throw nobody();
      return c.json(person);
    },
  )
  .get(
    '/:id/data',
    operation({
      id: 'readPersonData',
      summary: 'Export the data of a person',
      description: 'Everything that is kept about them (GDPR art. 15), as they would download it.',
      answers: { 200: dataAnswers },
      problems: ['not-found', 'invalid-fields'],
    }),
    param(path, NOBODY),
    query(DataQuery),
    async (c) => {
      const { format } = c.req.valid('query');
      const person = await personOf(c, c.req.valid('param'));
      const [data] = await Promise.all([
        readData(c.get('db'), person),
        audited(c, 'people.report', person.id),
      ]);
      return answerData(c, data, { format, locale: person.locale });
    },
  )
  .get(
    '/:id/records',
    operation({
      id: 'listRecords',
      summary: 'List the consent records of a person',
      description:
        'Oldest first. Also for an erased person, without anything that identifies them.',
      answers: { 200: RecordsAnswer },
      problems: ['not-found', 'invalid-fields'],
    }),
    param(path, NOBODY),
    query(Slice),
    async (c) => {
      const { after, limit } = c.req.valid('query');
      const { id } = c.req.valid('param');
      const [records] = await Promise.all([
        recordsOfPerson(c.get('db'), id, after, limit),
        audited(c, 'people.records', id, WAS_KNOWN),
      ]);
      if (records.length === 0) await personOf(c, { id });
      const last = records.at(-1);
      const next = last && records.length === limit ? last.sequence : null;
      return c.json({ records, next });
    },
  );
