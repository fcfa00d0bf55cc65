import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { closeBreach, saveBreach } from '../../worker/admin/breach/cases.ts';
import { markProcessed, takeOver } from '../../worker/admin/inbox/inbox.ts';
import { runJob } from '../../worker/admin/jobs/run.ts';
import { readJob, writeJob } from '../../worker/admin/jobs/store.ts';
import { makeKey } from '../../worker/admin/keys/keys.ts';
import { changeFor } from '../../worker/admin/people/change.ts';
import { eraseOne } from '../../worker/admin/people/erase-one.ts';
import { finish, refuse } from '../../worker/admin/requests/answer.ts';
import { keepRetention } from '../../worker/admin/retention/keep.ts';
import { beginSession, userOfSession } from '../../worker/admin/users/session.ts';
import { Right } from '../../worker/contract/rights.ts';
import { PeopleFilter } from '../../worker/contract/search.ts';
import { SubmissionAnswer } from '../../worker/contract/submission.ts';
import { readPerson } from '../../worker/people/store.ts';
import type { Caller } from '../../worker/platform/caller.ts';
import type { Env } from '../../worker/platform/env.ts';
import { ProblemError } from '../../worker/platform/problems/problem.ts';
import { carryOutErasures } from '../../worker/visitor/requests/requests.ts';
import {
  aForm,
  aFormWith,
  anEmail,
  as,
  count,
  findPerson,
  send,
  signUp,
  standingsOf,
  theSystem,
} from './builders.ts';
import { aUser } from './console/signing-in.ts';
import { developing, landed } from './outbox/mailbox.ts';
import { byTrips } from './trips.ts';
import { aPerson, ask, cancel, DAY_MS } from './visitor/requests/asking.ts';

/** An act, another that comes in its course, and what must hold whenever that is. */
type Pair = {
  act: (caller: Caller) => Promise<unknown>;
  other: () => Promise<unknown>;
  holds: (said: readonly string[]) => Promise<void>;
  on?: Env;
  at?: number;
};

/** Every right, as a user has it who may do everything. */
const callerOn = (on: Env, at: number): Caller => ({
  ...theSystem(on, at),
  actor: `api:${crypto.randomUUID()}`,
  rights: [...Right.options],
});

/** What came of an act, in a word: a refusal is no error here. */
const saying = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof ProblemError) return error.kind;
    throw error;
  }
};

/**
 * Runs an act, each time from the start, and lets the other come before its first round trip to the database, before
 * its second, and so on to the last.
 */
const atEachMoment = async (arrange: () => Promise<Pair>): Promise<number> => {
  for (let moment = 1; ; moment++) {
    const { act, other, holds, on = env, at = Date.now() } = await arrange();
    let trips = 0;
    let said = '';
    const DB = byTrips(env.DB, async (go) => {
      trips += 1;
      if (trips === moment) said = await saying(other());
      return go();
    });
    const own = await saying(act(callerOn({ ...on, DB }, at)));
    if (trips < moment) return moment - 1;
    await holds([own, said]);
  }
};

/** People who are gone, of whom the ledger still says yes to something. */
const GHOSTS = `
SELECT COUNT(*) AS count
FROM occasion o
JOIN decided d ON d.occasion = o.number
WHERE d.decision IN (1, 2, 3)
  AND NOT EXISTS (SELECT 1 FROM person WHERE number = o.person)
  AND NOT EXISTS (SELECT 1 FROM occasion later JOIN decided l ON l.occasion = later.number
    WHERE later.person = o.person AND l.item = d.item
      AND (later.number, l.n) > (o.number, d.n))`;

const audited = (act: string, object: string) =>
  count('SELECT COUNT(*) AS count FROM audit WHERE act = ?1 AND object = ?2', act, object);

/** How often someone was told that their erasure is carried out. */
const timesTold = async (email: string): Promise<number> =>
  (await landed(email)).filter(({ subject }) => subject.includes(' completed your request '))
    .length;

const aSubmission = async () => {
  const form = await aForm({
    review: 'all',
    ...aFormWith({ key: 'name', kind: 'text', label: { en: 'Name' }, stores: 'name' }),
  });
  const email = anEmail();
  const sent = await send(form, { body: { fields: { email, name: 'Anna' } } });
  return { email, id: SubmissionAnswer.parse(await sent.json()).submission };
};

const pairs: [string, () => Promise<Pair>][] = [
  [
    'someone is erased, and signs up: the ledger says yes for nobody who is gone',
    async () => {
      const [form, email] = [await aForm(), anEmail()];
      await send(form, { body: { fields: { email } } });
      const id = (await findPerson(email))?.id ?? '';
      const person = await readPerson(env.DB, id);
      if (!person) throw new Error('Nobody is there.');
      return {
        act: (caller) => eraseOne(caller, person, 'request'),
        other: () => signUp(form, email),
        holds: async ([own]) => {
          expect(own).toBe('done');
          expect(await count(GHOSTS)).toBe(0);
          expect(await readPerson(env.DB, id)).toBeNull();
          expect(await audited('people.erase', id)).toBe(1);
        },
      };
    },
  ],
  [
    'people are erased by a filter, and one of them fits it no more: they stay',
    async () => {
      const [form, prefix, job] = [
        await aForm(),
        `bulk.${crypto.randomUUID()}`,
        crypto.randomUUID(),
      ];
      const [gone, stays] = [`${prefix}.a@example.com`, `${prefix}.b@example.com`];
      for (const email of [gone, stays]) await send(form, { body: { fields: { email } } });
      const id = (await findPerson(stays))?.id ?? '';
      await writeJob(env.DB, {
        id: job,
        state: 'running',
        filter: PeopleFilter.parse({ email: prefix, purpose: 'e-marketing', decision: 'refused' }),
        orders: { kind: 'bulk-delete', reason: 'request', comment: 'Asked for.' },
        total: 2,
        actor: 'system',
        createdAt: Date.now(),
      }).run();
      return {
        act: (caller) => runJob(caller, job),
        other: async () => {
          const person = await readPerson(env.DB, id);
          if (!person) throw new ProblemError('not-found');
          const body = { purpose: 'e-marketing', decision: 'objected' as const };
          await changeFor(callerOn(env, Date.now()), person, {
            ...body,
            source: 'phone',
            comment: 'Called.',
          });
        },
        holds: async ([own, said]) => {
          expect(own).toBe('done');
          expect((await readPerson(env.DB, id)) !== null).toBe(said === 'done');
          expect(await findPerson(gone)).toBeUndefined();
          expect((await readJob(env.DB, job))?.state).toBe('done');
        },
      };
    },
  ],
  [
    'someone is erased as stale, and writes: they stay, with what they wrote',
    async () => {
      const [form, email] = [await aForm(), anEmail()];
      await send(form, { body: { fields: { email } } });
      await (await as(['settings'])).put('/v1/settings/stale-days', 100);
      await env.DB.prepare("DELETE FROM sweep WHERE name LIKE 'stale%'").run();
      const at = Date.now() + 200 * DAY_MS;
      let wrote = '';
      return {
        at,
        act: (caller) => keepRetention(caller),
        other: async () => {
          const known = await findPerson(email);
          const answer = await send(form, { body: { fields: { email } } });
          const { submission } = SubmissionAnswer.parse(await answer.json());
          await env.DB.prepare('UPDATE submission SET recorded_at = ?2 WHERE id = ?1')
            .bind(submission, at)
            .run();
          wrote = known ? submission : '';
        },
        holds: async () => {
          const kept = await count('SELECT COUNT(*) AS count FROM submission WHERE id = ?1', wrote);
          expect(kept).toBe(wrote ? 1 : 0);
          await (await as(['settings'])).put('/v1/settings/stale-days', 0);
        },
      };
    },
  ],
  [
    'a consent expires, and is given again: it stays given',
    async () => {
      const [form, email] = [await aForm(), anEmail()];
      await signUp(form, email);
      const id = (await findPerson(email))?.id ?? '';
      const at = Date.now() + 731 * DAY_MS;
      const said = { source: 'phone', comment: 'Said so.', legalBasis: '61F' };
      return {
        at,
        act: (caller) => keepRetention(caller),
        other: async () => {
          const person = await readPerson(env.DB, id);
          const body = { purpose: 'e-marketing', decision: 'given' as const, ...said };
          if (person) await changeFor(callerOn(env, at), person, body);
        },
        holds: async () => {
          expect((await standingsOf(email))['e-marketing']).toBe('given');
        },
      };
    },
  ],
  [
    'an erasure is carried out, and cancelled or carried out by another run: its person stays, or is told once',
    async () => {
      const { email, session } = await aPerson();
      const { number } = await ask(session, 'erasure');
      const at = Date.now() + 8 * DAY_MS;
      let status = 0;
      return {
        on: developing,
        at,
        act: (caller) => carryOutErasures(caller),
        other: async () => {
          status = (await cancel(session, number)).status;
          await carryOutErasures(callerOn(developing, at));
        },
        holds: async () => {
          await carryOutErasures(callerOn(developing, at + 1));
          const isThere = (await findPerson(email)) !== undefined;
          expect([isThere, await timesTold(email)]).toEqual(
            status === 200 ? [true, 0] : [false, 1],
          );
        },
      };
    },
  ],
  [
    'a request is finished, and refused: one answer goes out',
    async () => {
      const { session, person } = await aPerson();
      const { number } = await ask(session, 'rectification', 'My name is Anna.');
      return {
        act: (caller) => finish(caller, number, { note: 'Sent by mail.' }),
        other: () => refuse(callerOn(env, Date.now()), number, { reason: 'The law asks for it.' }),
        holds: async (said) => {
          expect(said.toSorted()).toEqual(['conflict', 'done']);
          const sent = `SELECT COUNT(*) AS count FROM outbox
            WHERE person = ?1 AND template IN ('request-done', 'request-refused')`;
          expect(await count(sent, person)).toBe(1);
        },
      };
    },
  ],
  [
    'what a form says is saved to its person, and marked as processed: one of the two',
    async () => {
      const { id } = await aSubmission();
      return {
        act: (caller) => takeOver(caller, id),
        other: () => markProcessed(callerOn(env, Date.now()), id),
        holds: async ([own]) => {
          const fields = await count(
            `SELECT COUNT(*) AS count FROM person_field f
              JOIN submission s ON s.person = f.person WHERE s.id = ?1`,
            id,
          );
          expect(fields).toBe(own === 'done' ? 1 : 0);
          expect(await audited('submission.take-over', id)).toBe(fields);
          expect(await audited('submission.process', id)).toBe(1 - fields);
        },
      };
    },
  ],
  [
    'a case is closed twice: the second is told, and nothing is logged twice',
    async () => {
      const caller = callerOn(env, Date.now());
      const facts = { nature: 'A', consequences: 'B', measures: 'C', contact: 'D' };
      const id = await saveBreach(caller, { title: 'Laptop', discoveredAt: 1, facts });
      return {
        act: (own) => closeBreach(own, id),
        other: () => closeBreach(caller, id),
        holds: async (said) => {
          expect(said.toSorted()).toEqual(['conflict', 'done']);
          expect(await audited('breach.close', `breach/${id}`)).toBe(1);
        },
      };
    },
  ],
  [
    'a user makes a key, or signs in, and is deactivated: nothing is left open',
    async () => {
      const { id, rights } = await aUser(['forms', 'api-keys']);
      const staff = await as(['users', 'forms', 'api-keys']);
      const put = (active: boolean) =>
        staff.put(`/v1/users/${id}`, { name: 'Ulla', rights, active });
      let token = '';
      return {
        act: async (caller) => {
          token = await beginSession(caller, id, 'a browser');
          const body = { name: 'Ours', rights: ['forms' as const], days: null };
          await makeKey({ ...caller, actor: `user:${id}` }, body);
        },
        other: () => put(false),
        holds: async () => {
          const live =
            'SELECT COUNT(*) AS count FROM api_key WHERE created_by = ?1 AND ended_at IS NULL';
          expect(await count(live, `user:${id}`)).toBe(0);
          await put(true);
          expect(await userOfSession(env.DB, token)).toBeNull();
        },
      };
    },
  ],
];

describe('in the middle of an act another one comes', () => {
  test.each(pairs)('%s', async (_, arrange) => {
    expect(await atEachMoment(arrange)).toBeGreaterThan(0);
  });
});
