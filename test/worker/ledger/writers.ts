// Every way in which something is written into the ledger about a person, as a test may call it.
import { env } from 'cloudflare:test';
import { z } from 'zod';
import { takeSignal } from '../../../worker/admin/audiences/signals.ts';
import { changeFor } from '../../../worker/admin/people/change.ts';
import { eraseOne } from '../../../worker/admin/people/erase-one.ts';
import { liftRestriction } from '../../../worker/admin/people/lift.ts';
import { registerPerson } from '../../../worker/admin/people/register.ts';
import { keepRetention } from '../../../worker/admin/retention/keep.ts';
import type { Person } from '../../../worker/contract/people.ts';
import type { Pause } from '../../../worker/contract/preferences.ts';
import { isOn } from '../../../worker/contract/standing.ts';
import type { Decision } from '../../../worker/contract/words.ts';
import { decide } from '../../../worker/ledger/decide.ts';
import { readWholeLists } from '../../../worker/lists/whole.ts';
import { showPreferences } from '../../../worker/personal-data/preferences.ts';
import { takeReceived } from '../../../worker/signals/take.ts';
import { confirm, purgeUnconfirmed } from '../../../worker/visitor/confirm/confirm.ts';
import { pendingById } from '../../../worker/visitor/confirm/store.ts';
import { savePreferences } from '../../../worker/visitor/preferences/save.ts';
import { askFor } from '../../../worker/visitor/requests/requests.ts';
import { type Leaving, stopAll, stopOne } from '../../../worker/visitor/unsubscribe/unsubscribe.ts';
import { theSystem } from '../builders.ts';
import { clerk, known, orRefused, visitor } from './acting.ts';
import { submit, tell } from './by-form.ts';
import { bulk, importFile, said, undoLast, work } from './by-job.ts';
import { keepItem } from './writing.ts';

const purpose = 'e-marketing';
const subscription = 'newsletter';
/** A purpose that asks for no consent. */
const notice = 'sales-and-service';
const YEAR_MS = 366 * 86_400_000;

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

/** What a person saves in the preference centre, of which each part may be left out. */
type Save = { changes?: Wanted[]; everything?: boolean; pauses?: Pause[] };

const save = async (
  person: Person,
  { changes = [], everything = false, pauses = [] }: Save,
): Promise<unknown> => {
  const before = await showPreferences(env.DB, person, 'en');
  return savePreferences(visitor(), before, {
    statement: before.preferences.statement,
    locale: 'en',
    changes: changes.map((change) => ({ ...change, seen: null })),
    everything,
    pauses,
  });
};

const prefer = (...changes: Wanted[]) => known((person) => save(person, { changes }));

/** Unticks what is ticked, as the button does that stops everything. */
const stopEverything = known(async (person) => {
  const { purposes } = (await showPreferences(env.DB, person, 'en')).preferences;
  const changes = purposes.flatMap((shown) => [
    ...(isOn(shown) ? [{ purpose: shown.key, on: false }] : []),
    ...shown.subscriptions.filter(isOn).map(({ key }) => ({ subscription: key, on: false })),
  ]);
  await save(person, { changes, everything: true });
});

const record = (
  item: { purpose: string } | { subscription: string },
  decision: 'given' | 'informed' | 'withdrawn',
) => known((person) => orRefused(changeFor(clerk(), person, { ...item, decision, ...said })));

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

/** Acts on the unsubscribe link of the newsletter. */
const leaves = (act: (leaving: Leaving) => Promise<unknown>) =>
  known(async (person) =>
    act({ person, type: { key: subscription, texts: {} }, lists: await readWholeLists(env.DB) }),
  );

const all = {
  'a form, ticked': submit(false, true, true),
  'a form, ticked without the newsletter': submit(false, true, false),
  'a form, left unticked': submit(false, false, false),
  'a form that asks for confirmation': submit(true, true, true),
  'a form that asks for confirmation, without the newsletter': submit(true, true, false),
  'a form that tells': tell,
  'a confirmation': confirmOldest,
  'preferences, purpose on': prefer(
    { purpose, on: true },
    { subscription: 'invitations', on: true },
  ),
  'preferences, purpose off': prefer({ purpose, on: false }),
  'preferences, everything off': stopEverything,
  'preferences, newsletter on': prefer({ subscription, on: true }),
  'preferences, both on': prefer({ subscription, on: true }, { purpose, on: true }),
  'preferences, newsletter paused': known((person) =>
    save(person, { pauses: [{ subscription, months: 1 }] }),
  ),
  'preferences, notice on': prefer({ purpose: notice, on: true }),
  'preferences, notice off': prefer({ purpose: notice, on: false }),
  'unsubscribe from one': leaves((leaving) => stopOne(visitor(), leaving, 'e-mail')),
  'unsubscribe from all': leaves((leaving) => stopAll(visitor(), leaving, 'preference-centre')),
  'a complaint': (email: string) =>
    takeSignal({ ...visitor(), actor: 'api:tool' }, { email, kind: 'complaint' }),
  'an unsubscribe at a provider': (email: string) =>
    takeReceived(visitor(), 'postmark', {
      signals: [{ email, kind: 'unsubscribe', at: Date.now(), id: crypto.randomUUID() }],
      events: 1,
    }),
  'a bounce': (email: string) =>
    takeSignal({ ...visitor(), actor: 'api:tool' }, { email, kind: 'bounce' }),
  'an import': importFile('yes'),
  'an import of a no': importFile('no'),
  'a bulk update to given': bulk('given'),
  'a bulk update of the legal basis': bulk('given', '61F'),
  'a bulk update to withdrawn': bulk('withdrawn'),
  'a bulk update of the legal basis alone': bulk(undefined, '61F'),
  'a bulk notice': bulk('informed', '61F', notice),
  'a bulk update of the legal basis of a notice alone': bulk(undefined, '61B', notice),
  'a bulk update to withdrawn, of a notice': bulk('withdrawn', '61F', notice),
  'undoing a job': undoLast,
  'registering by hand': register,
  'a recorded yes to the purpose': record({ purpose }, 'given'),
  'a recorded yes to the newsletter': record({ subscription }, 'given'),
  'a recorded notice': record({ purpose: notice }, 'informed'),
  'a recorded withdrawal': record({ purpose }, 'withdrawn'),
  'a request for restriction': request('restriction'),
  'lifting a restriction': known((person) =>
    orRefused(liftRestriction(clerk(), person, { reason: said.comment })),
  ),
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
    await env.DB.batch([keepItem(item), ...(await decide(env.DB, occasion, [choice], Date.now()))]);
  })(email);
