import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { DataFormat } from '../../contract/data.ts';
import type { PeopleFound, RecordsAnswer } from '../../contract/people.ts';
import { DecisionBody, NewPersonBody, NoticeBody } from '../../contract/registering.ts';
import { PeopleFilter } from '../../contract/search.ts';
import { recordsOfPerson } from '../../ledger/store.ts';
import { searchPeople } from '../../people/search.ts';
import { findPerson, readPerson } from '../../people/store.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readData } from '../../visitor/preferences/data.ts';
import { answerData } from '../../visitor/preferences/kept-data.ts';
import { changeFor } from './change.ts';
import { eraseOne } from './erase-one.ts';
import { sendLink, sendNotice } from './notify.ts';
import { registerPerson } from './register.ts';

const Slice = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const DataQuery = z.object({ format: DataFormat.default('json') });

const PersonId = z.uuid();

/** Reading about a person is an administrative act; the log names the person by id only. */
const audited = (c: Context<App>, act: string, person: string) =>
  audit(callerOf(c), { act, object: person }).run();

const nobody = () => new ProblemError('not-found', { detail: 'There is no such person.' });

const idOf = (c: Context<App>): string => {
  const id = PersonId.safeParse(c.req.param('id'));
  if (!id.success) throw nobody();
  return id.data;
};

const personOf = async (c: Context<App>) => {
  const person = await readPerson(c.get('db'), idOf(c));
  if (!person) throw nobody();
  return person;
};

/** `GET /v1/people` without an address. */
const Search = PeopleFilter.extend({
  after: z.string().max(400).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/**
 * Every route is audited. Reading needs the right `people-read`.
 * - `GET /v1/people?email=`: the person with that address, as `PeopleFound`
 * - `GET /v1/people?purpose=&decision=&…&after=&limit=`: those who fit a `PeopleFilter`, as a `PeoplePage`.
 *   A page may hold nobody and still go on: it ends where `next` is null.
 * - `POST /v1/people` (right `people-register`): registers a `NewPersonBody`; 201 `{id}`
 * - `POST /v1/people/{id}/decisions` (right `consents-write` for a purpose, `subscriptions-write` for a
 *   subscription): records a `DecisionBody`; answers the `Person`
 * - `POST /v1/people/{id}/notices` (right `people-register`): sends the privacy notice, in the language of a
 *   `NoticeBody` or their own; 202
 * - `POST /v1/people/{id}/links` (right `people-register`): sends the link to the preference centre; 202
 * - `DELETE /v1/people/{id}` (right `bulk-delete`): erases them at once, for good; 204
 * - `GET /v1/people/{id}`: a `Person`
 * - `GET /v1/people/{id}/data?format=json|csv|html`: everything that is kept of them (GDPR art. 15), as they
 *   get it themselves
 * - `GET /v1/people/{id}/records?after=&limit=`: a page of their ledger, as `RecordsAnswer`; also of
 *   somebody who was erased, and then it says nothing of who that was
 */
export const people = new Hono<App>()
  .post('/', requires('people-register'), async (c) => {
    const body = parse(NewPersonBody, await c.req.json().catch(() => undefined));
    return c.json({ id: await registerPerson(callerOf(c), body) }, 201);
  })
  .post('/:id/decisions', requires('consents-write', 'subscriptions-write'), async (c) => {
    const body = parse(DecisionBody, await c.req.json().catch(() => undefined));
    const person = await personOf(c);
    await changeFor(callerOf(c), person, body);
    return c.json(await readPerson(c.get('db'), person.id));
  })
  .post('/:id/notices', requires('people-register'), async (c) => {
    const body = parse(NoticeBody, await c.req.json().catch(() => ({})));
    await sendNotice(callerOf(c), await personOf(c), body);
    return c.json({}, 202);
  })
  .post('/:id/links', requires('people-register'), async (c) => {
    await sendLink(callerOf(c), await personOf(c));
    return c.json({}, 202);
  })
  .delete('/:id', requires('bulk-delete'), async (c) => {
    await eraseOne(callerOf(c), await personOf(c));
    return c.body(null, 204);
  })
  .use(requires('people-read'))
  .get('/', async (c) => {
    if (c.req.query('email') === undefined) {
      const { after, limit, ...filter } = parse(Search, c.req.query());
      const act = { act: 'people.search', object: 'people', after: filter };
      await audit(callerOf(c), act).run();
      return c.json(await searchPeople(c.get('db'), filter, after, limit));
    }
    const email = normaliseEmail(c.req.query('email') ?? '');
    if (!email)
      throw new ProblemError('invalid-fields', {
        errors: [{ field: 'email', code: 'email', message: 'Give an e-mail address.' }],
      });
    const person = await findPerson(c.get('db'), email);
    if (person) await audited(c, 'people.find', person.id);
    const found: PeopleFound = { people: person ? [person] : [] };
    return c.json(found);
  })
  .get('/:id', async (c) => {
    const person = await personOf(c);
    await audited(c, 'people.read', person.id);
    return c.json(person);
  })
  .get('/:id/data', async (c) => {
    const { format } = parse(DataQuery, c.req.query());
    const person = await personOf(c);
    const data = await readData(c.get('db'), person);
    await audited(c, 'people.report', person.id);
    return answerData(c, data, { format, locale: person.locale });
  })
  .get('/:id/records', async (c) => {
    const { after, limit } = parse(Slice, c.req.query());
    const id = idOf(c);
    const records = await recordsOfPerson(c.get('db'), id, after, limit);
    if (records.length === 0) await personOf(c);
    await audited(c, 'people.records', id);
    const last = records.at(-1);
    const answer: RecordsAnswer = {
      records,
      next: last && records.length === limit ? last.sequence : null,
    };
    return c.json(answer);
  });
