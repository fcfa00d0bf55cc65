import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../access/guard.ts';
import { writeAct } from '../audit/store.ts';
import type { PeopleFound, RecordsAnswer } from '../contract/people.ts';
import type { App } from '../env.ts';
import { recordsOfPerson } from '../ledger/store.ts';
import { ProblemError } from '../problems/problem.ts';
import { parse } from '../problems/zod.ts';
import { normaliseEmail } from './email.ts';
import { findPerson, readPerson } from './store.ts';

const Slice = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const PersonId = z.uuid();

/** Reading about a person is an administrative act; the log names the person by id only. */
const audited = (c: Context<App>, act: string, person: string) =>
  writeAct(c.env.DB, { actor: c.get('actor'), act, object: person }).run();

const nobody = () => new ProblemError('not-found', { detail: 'There is no such person.' });

const idOf = (c: Context<App>): string => {
  const id = PersonId.safeParse(c.req.param('id'));
  if (!id.success) throw nobody();
  return id.data;
};

const personOf = async (c: Context<App>) => {
  const person = await readPerson(c.env.DB, idOf(c));
  if (!person) throw nobody();
  return person;
};

/**
 * Every route needs the right `people-read`, and is audited.
 * - `GET /v1/people?email=`: the person with that address, as `PeopleFound`
 * - `GET /v1/people/{id}`: a `Person`
 * - `GET /v1/people/{id}/records?after=&limit=`: a page of their ledger, as `RecordsAnswer`; also of
 *   somebody who was erased, and then it says nothing of who that was
 */
export const people = new Hono<App>()
  .use(requires('people-read'))
  .get('/', async (c) => {
    const email = normaliseEmail(c.req.query('email') ?? '');
    if (!email)
      throw new ProblemError('invalid-fields', {
        errors: [{ field: 'email', code: 'email', message: 'Give an e-mail address.' }],
      });
    const person = await findPerson(c.env.DB, email);
    if (person) await audited(c, 'people.find', person.id);
    const found: PeopleFound = { people: person ? [person] : [] };
    return c.json(found);
  })
  .get('/:id', async (c) => {
    const person = await personOf(c);
    await audited(c, 'people.read', person.id);
    return c.json(person);
  })
  .get('/:id/records', async (c) => {
    const { after, limit } = parse(Slice, c.req.query());
    const id = idOf(c);
    const records = await recordsOfPerson(c.env.DB, id, after, limit);
    if (records.length === 0) await personOf(c);
    await audited(c, 'people.records', id);
    const last = records.at(-1);
    const answer: RecordsAnswer = {
      records,
      next: last && records.length === limit ? last.sequence : null,
    };
    return c.json(answer);
  });
