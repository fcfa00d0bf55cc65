// Every way in which something is written into the ledger about a person, as a test may call it.
import { env } from 'cloudflare:test';
import { expect } from 'vitest';
import { z } from 'zod';
import { takeSignal } from '../../../worker/admin/audiences/signals.ts';
import { beginFile, writeRows } from '../../../worker/admin/jobs/import-store.ts';
import { runJob } from '../../../worker/admin/jobs/run.ts';
import { writeJob } from '../../../worker/admin/jobs/store.ts';
import { changeFor } from '../../../worker/admin/people/change.ts';
import { eraseOne } from '../../../worker/admin/people/erase-one.ts';
import { registerPerson } from '../../../worker/admin/people/register.ts';
import { keepRetention } from '../../../worker/admin/retention/keep.ts';
import { ImportOrders, Orders } from '../../../worker/contract/jobs.ts';
import type { Person } from '../../../worker/contract/people.ts';
import { PeopleFilter } from '../../../worker/contract/search.ts';
import type { Decision } from '../../../worker/contract/words.ts';
import { decide } from '../../../worker/ledger/decide.ts';
import { findPerson } from '../../../worker/people/store.ts';
import { showPreferences } from '../../../worker/personal-data/preferences.ts';
import type { Caller } from '../../../worker/platform/caller.ts';
import { ProblemError } from '../../../worker/platform/problems/problem.ts';
import { confirm, purgeUnconfirmed } from '../../../worker/visitor/confirm/confirm.ts';
import { pendingById } from '../../../worker/visitor/confirm/store.ts';
import { savePreferences } from '../../../worker/visitor/preferences/save.ts';
import { askFor } from '../../../worker/visitor/requests/requests.ts';
import { stopAll, stopOne } from '../../../worker/visitor/unsubscribe/unsubscribe.ts';
import { aForm, send, theSystem } from '../builders.ts';

const purpose = 'e-marketing';
const subscription = 'newsletter';
const YEAR_MS = 366 * 86_400_000;

/** A visitor who calls, and to whom nothing is sent. */
const visitor = (): Caller => ({
  ...theSystem(),
  actor: 'person',
  later: () => undefined,
});

/** A user of the console who may change what others consented to. */
const clerk = (): Caller => ({
  ...visitor(),
  actor: 'user:clerk',
  rights: ['consents-write', 'subscriptions-write'],
});

/** Calls with the person behind an address, and does nothing where there is none. */
const known =
  (act: (person: Person) => Promise<unknown>) =>
  async (email: string): Promise<void> => {
    const person = await findPerson(env.DB, email);
    if (person) await act(person);
  };

/** What a rule of the caller refuses with a problem is refused: nothing is written. */
const orRefused = async (act: Promise<unknown>): Promise<void> => {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
};

/** The files of a run share this module, but not what is in the database: each has forms of its own. */
const forms = new Map<string, Promise<string>>();
const formThat = (confirms: boolean): Promise<string> => {
  const name = `${expect.getState().testPath} ${confirms}`;
  const form = forms.get(name) ?? aForm({ confirm: confirms });
  forms.set(name, form);
  return form;
};

const submit =
  (confirms: boolean, ticked: boolean, subscribed: boolean) =>
  async (email: string): Promise<void> => {
    const answer = await send(await formThat(confirms), {
      body: {
        fields: { email },
        purposes: { [purpose]: ticked },
        subscriptions: { [subscribed ? subscription : 'invitations']: ticked },
      },
    });
    if (answer.status !== 201) throw new Error(await answer.text());
  };

const Submission = z.object({ id: z.string() });

const confirmOldest = known(async ({ id }) => {
  const found = await env.DB.prepare(
    'SELECT s.id FROM submission s JOIN confirmation c ON c.submission = s.id WHERE s.person = ?1 AND c.confirmed_at IS NULL LIMIT 1',
  )
    .bind(id)
    .first();
  const pending = found && (await pendingById(env.DB, Submission.parse(found).id));
  if (pending) await confirm(visitor(), pending);
});

type Wanted = { purpose?: string; subscription?: string; on: boolean };

const preferTo = (everything: boolean, changes: Wanted[]) =>
  known(async (person) => {
    const { preferences } = await showPreferences(env.DB, person, 'en');
    await savePreferences(visitor(), person, {
      statement: preferences.statement,
      locale: 'en',
      changes: changes.map((change) => ({ ...change, seen: null })),
      everything,
      pauses: [],
    });
  });

const prefer = (...changes: Wanted[]) => preferTo(false, changes);

const said = { source: 'phone', comment: 'It was said on the phone.' };

const record = (
  item: { purpose: string } | { subscription: string },
  decision: 'given' | 'withdrawn',
) => known((person) => orRefused(changeFor(clerk(), person, { ...item, decision, ...said })));

/** Who began all jobs, and writes nothing else. */
export const worker = 'user:worker';

/** Does bulk work over one address. */
const work = (asked: object) =>
  known(async ({ email }) => {
    const id = crypto.randomUUID();
    const orders = Orders.parse(asked);
    const filter = PeopleFilter.parse({ email });
    await writeJob(env.DB, {
      id,
      state: 'running',
      total: 1,
      actor: worker,
      createdAt: Date.now(),
      filter,
      orders,
    }).run();
    await runJob(theSystem(), id);
  });

const bulk = (decision: 'given' | 'withdrawn', legalBasis = '61A') =>
  work({ kind: 'bulk-update', purpose, decision, legalBasis, ...said });

const importFile = async (email: string): Promise<void> => {
  const id = crypto.randomUUID();
  const orders = ImportOrders.parse({
    kind: 'import',
    ...said,
    legalBasis: '61A',
    file: 'people.csv',
    header: ['mail', 'news'],
    columns: ['email', `subscription:${subscription}`],
    purposes: [purpose],
    locale: 'en',
    subscribesKnown: true,
  });
  const filter = PeopleFilter.parse({});
  await env.DB.batch([
    writeJob(env.DB, {
      id,
      state: 'running',
      total: 1,
      actor: worker,
      createdAt: Date.now(),
      filter,
      orders,
    }),
    beginFile(env.DB, id, Date.now()),
    ...writeRows(env.DB, id, [{ number: 2, cells: [email, 'yes'] }]),
  ]);
  await runJob(theSystem(), id);
};

const Undoable = z.object({ id: z.string() });

/** Undoes the last import or bulk update that an address was in. */
const undoLast = known(async ({ id: person }) => {
  const last = await env.DB.prepare(
    `SELECT j.id FROM job_person p JOIN job j ON j.id = p.job
     WHERE p.person = ?1 AND NOT EXISTS (SELECT 1 FROM job u WHERE u.undoes = j.id)
     ORDER BY p.recorded_at DESC LIMIT 1`,
  )
    .bind(person)
    .first();
  if (!last) return;
  const id = crypto.randomUUID();
  await writeJob(env.DB, {
    id,
    state: 'running',
    total: 1,
    actor: worker,
    createdAt: Date.now(),
    filter: PeopleFilter.parse({}),
    orders: Orders.parse({ kind: 'undo', job: Undoable.parse(last).id, comment: said.comment }),
  }).run();
  await runJob(theSystem(), id);
});

const register = (email: string): Promise<void> =>
  orRefused(
    registerPerson(clerk(), {
      email,
      locale: 'en',
      fields: {},
      purposes: [purpose],
      subscriptions: [subscription],
      legalBasis: '61A',
      ...said,
    }),
  );

const request = (kind: 'restriction' | 'objection' | 'erasure') =>
  known((person) => askFor(visitor(), person, { kind }));

const type = {
  key: subscription,
  active: true,
  rank: 0,
  purpose,
  channel: 'e-mail',
  texts: {},
} as const;

const all = {
  'a form, ticked': submit(false, true, true),
  'a form, ticked without the newsletter': submit(false, true, false),
  'a form, left unticked': submit(false, false, false),
  'a form that asks for confirmation': submit(true, true, true),
  'a form that asks for confirmation, without the newsletter': submit(true, true, false),
  'a confirmation': confirmOldest,
  'preferences, purpose on': prefer(
    { purpose, on: true },
    { subscription: 'invitations', on: true },
  ),
  'preferences, purpose off': prefer({ purpose, on: false }),
  'preferences, everything off': preferTo(true, [{ purpose, on: false }]),
  'preferences, newsletter on': prefer({ subscription, on: true }),
  'preferences, both on': prefer({ subscription, on: true }, { purpose, on: true }),
  'unsubscribe from one': known((person) => stopOne(visitor(), { person, type }, 'e-mail')),
  'unsubscribe from all': known((person) => stopAll(visitor(), person, 'preference-centre')),
  'a complaint': (email: string) =>
    takeSignal({ ...visitor(), actor: 'api:tool' }, { email, kind: 'complaint' }),
  'an import': importFile,
  'a bulk update to given': bulk('given'),
  'a bulk update of the legal basis': bulk('given', '61F'),
  'a bulk update to withdrawn': bulk('withdrawn'),
  'undoing a job': undoLast,
  'registering by hand': register,
  'a recorded yes to the purpose': record({ purpose }, 'given'),
  'a recorded yes to the newsletter': record({ subscription }, 'given'),
  'a recorded withdrawal': record({ purpose }, 'withdrawn'),
  'a request for restriction': request('restriction'),
  'an objection': request('objection'),
  'a request for erasure': request('erasure'),
  retention: () => keepRetention(theSystem(env, Date.now() + 20 * YEAR_MS)),
  'purging what nobody confirmed': () => purgeUnconfirmed(env.DB, Date.now() + YEAR_MS),
  erasure: known((person) => eraseOne(clerk(), person, 'request')),
  'erasure of an import by mistake': known((person) =>
    eraseOne(clerk(), person, 'imported-by-mistake'),
  ),
  'erasure of many': work({ kind: 'bulk-delete', reason: 'retention', comment: said.comment }),
} satisfies Record<string, (email: string) => Promise<unknown>>;
export type Writer = keyof typeof all;

/** Each writes what it can for an address, of e-marketing and of the newsletter under it. */
export const writers: Readonly<Record<Writer, (email: string) => Promise<unknown>>> = all;

/** Makes an address known, of which nothing stands yet. */
export const makeKnown = (email: string): Promise<unknown> =>
  env.DB.prepare("INSERT INTO person (id, email, locale, created_at) VALUES (?1, ?2, 'en', 1)")
    .bind(crypto.randomUUID(), email)
    .run();

/** Lets something stand for a known address, as one user may record it on evidence. */
export const makeStand = (
  email: string,
  item: { purpose: string } | { subscription: string },
  decision: Decision,
  legalBasis = '61A',
): Promise<void> =>
  known(async (person) => {
    const occasion = {
      person,
      source: 'manual',
      actor: 'user:clerk',
      authority: 'evidence' as const,
      statement: null,
      page: null,
    };
    const choice = { ...item, decision, legalBasis, rule: 'registered' } as const;
    await env.DB.batch(await decide(env.DB, occasion, [choice], Date.now()));
  })(email);
