import type { Person } from '../../contract/people.ts';
import type { RequestCase, RequestEffects, RequestState } from '../../contract/requests.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { type Ending, endConsents, endingsOf, openToObjection } from '../../people/ending.ts';
import { readPerson } from '../../people/store.ts';
import { readData } from '../../personal-data/data.ts';
import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { DAY } from '../../platform/time.ts';
import {
  type Answer,
  beginGrace,
  finishRequest,
  IS_OPEN,
  whileOpen,
  writeAnswer,
} from '../../requests/answers.ts';
import { sourceOf } from '../../requests/channels.ts';
import { readSetting } from '../../settings/store.ts';
import { requireCase, whyNothing } from './open.ts';

/** A kind of request that can be carried out here; a correction says what is corrected. */
type Doable = Exclude<RequestCase['kind'], 'rectification'>;

/** What carrying out each kind ends, and what its person is told. */
const ends: Record<Doable, Ending | null> = {
  access: null,
  portability: null,
  erasure: 'withdrawn',
  restriction: 'restricted',
  objection: 'objected',
};
const answers: Record<Doable, Answer['template']> = {
  access: 'data-ready',
  portability: 'data-ready',
  erasure: 'request-received',
  restriction: 'request-done',
  objection: 'request-done',
};

/** What of all that stands for a person a kind of request that ends something is about. */
const endedBy = async (db: Database, kind: Doable, { standings }: Person) =>
  kind === 'objection' ? openToObjection(standings, await readWholeLists(db)) : standings;

const doable = ({ kind, person }: RequestCase): { kind: Doable; id: string } => {
  if (kind === 'rectification' || person === null)
    throw new ProblemError('conflict', {
      detail:
        'A correction names what is corrected, and where nobody was found there is nothing to carry out.',
    });
  return { kind, id: person };
};

/** Makes the statement that closes a request: an erasure waits until its grace period is over. */
const closing = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  number: number,
  kind: Doable,
): Promise<D1PreparedStatement> =>
  kind === 'erasure'
    ? beginGrace(db, number, now + (await readSetting(db, 'erasure-days')) * DAY)
    : finishRequest(db, number, now);

/** Says what carrying out a request does to its person's data: which uses end, and what is deleted. */
export const effectsOf = async (
  db: Database,
  { kind, person: id }: Pick<RequestCase, 'kind' | 'person'>,
): Promise<RequestEffects> => {
  const person = id === null ? null : await readPerson(db, id);
  if (!person || kind === 'rectification') return { ends: [], deletes: {} };
  const decision = ends[kind];
  const ending = decision ? endingsOf(await endedBy(db, kind, person), decision) : [];
  const items = ending.map(({ purpose, subscription }) => ({ purpose, subscription }));
  if (kind !== 'erasure') return { ends: items, deletes: {} };
  const { submissions, requests, emails, segments } = await readData(db, person);
  return {
    ends: items,
    deletes: {
      details: Object.keys(person.fields).length + 1,
      submissions: submissions.length,
      emails: emails.length,
      requests: requests.length,
      segments: segments.length,
    },
  };
};

/**
 * Carries out an open request of a person: emails them the link to their data, ends the uses that they objected
 * to, restricts all of them, or begins the grace period of an erasure with every consent withdrawn. What it does
 * and what closes it are one batch. Throws as `finish` does, and 409 for what cannot be carried out here.
 */
export const carryOut = async (caller: Caller, number: number): Promise<RequestState> => {
  const { db, actor, now, later, post } = caller;
  const found = await requireCase(caller, number);
  const { kind, id } = doable(found);
  const person = await readPerson(db, id);
  if (!person) throw await whyNothing(caller, number);
  const decision = ends[kind];
  const email = crypto.randomUUID();
  const act = { act: 'request.carry-out', object: String(number), after: { kind } };
  const cause = { source: sourceOf(found.channel), actor, condition: whileOpen(number) };
  const results = await db.batch([
    auditWhere(caller, act, IS_OPEN, number),
    ...(decision
      ? await endConsents(
          db,
          [{ ...person, standings: await endedBy(db, kind, person) }],
          { decision, ...cause },
          now,
        )
      : []),
    writeAnswer(db, { id: email, template: answers[kind], request: number }, now),
    await closing(caller, number, kind),
  ]);
  if (!results.at(-1)?.meta.changes) throw await whyNothing(caller, number);
  later(() => post(email));
  return kind === 'erasure' ? 'waiting' : 'done';
};
