// What visitors of the demo's company do.

import type { Person } from '../../worker/contract/people.ts';
import type { Change } from '../../worker/contract/preferences.ts';
import type { RequestKind } from '../../worker/contract/requests.ts';
import { knownForm } from '../../worker/forms/cache.ts';
import { readWholeLists } from '../../worker/lists/whole.ts';
import { findPerson } from '../../worker/people/store.ts';
import { showPreferences } from '../../worker/personal-data/preferences.ts';
import type { Caller } from '../../worker/platform/caller.ts';
import type { Database } from '../../worker/platform/database.ts';
import { addCount } from '../../worker/statistics/store.ts';
import { confirm } from '../../worker/visitor/confirm/confirm.ts';
import { pendingByReceipt } from '../../worker/visitor/confirm/store.ts';
import { savePreferences } from '../../worker/visitor/preferences/save.ts';
import { askFor } from '../../worker/visitor/requests/requests.ts';
import { submit } from '../../worker/visitor/submissions/submit.ts';
import { stopAll } from '../../worker/visitor/unsubscribe/unsubscribe.ts';
import type { Known } from './names.ts';

/** What someone writes and ticks in a form. */
export type Filled = {
  form: string;
  page: string;
  fields?: Record<string, string>;
  purposes?: Record<string, boolean>;
  subscriptions?: string[];
};

const found = async (db: Database, { email }: Known): Promise<Person> => {
  const person = await findPerson(db, email);
  if (!person) throw new Error('The demo has nobody of that address.');
  return person;
};

/** Fills in a form, and returns the receipt. */
export const fillIn =
  ({ email, locale }: Known, { form: key, page, fields, purposes, subscriptions = [] }: Filled) =>
  async (caller: Caller): Promise<string> => {
    const form = await knownForm(caller, key);
    if (!form) throw new Error(`The demo has no form ${key}.`);
    const submitted = await submit(caller, form, {
      body: {
        version: form.current.version,
        locale,
        part: 'form',
        fields: { email, ...fields },
        purposes: purposes ?? {},
        // A form offers what to receive only under a yes.
        subscriptions: purposes?.['e-marketing']
          ? Object.fromEntries(subscriptions.map((type) => [type, true]))
          : {},
        page,
      },
      idempotencyKey: crypto.randomUUID(),
      page,
      from: { ip: null, userAgent: null, privacyControl: false },
    });
    if (submitted.state !== 'recorded')
      throw new Error(`The demo's form ${key} was not taken: ${JSON.stringify(submitted)}`);
    await caller.db.batch(
      (['shown', 'started'] as const).map((what) =>
        addCount(caller.db, key, { what, at: caller.now, count: what === 'shown' ? 9 : 2 }),
      ),
    );
    return submitted.answer.receipt;
  };

/** Confirms a submission by the link of its email. */
export const confirmIt =
  (receipt: string) =>
  async (caller: Caller): Promise<unknown> => {
    const pending = await pendingByReceipt(caller.db, receipt);
    return pending && confirm(caller, pending);
  };

/** Saves changes in the preference centre. */
export const prefer =
  (known: Known, changes: readonly Change[]) =>
  async (caller: Caller): Promise<unknown> => {
    const person = await found(caller.db, known);
    const before = await showPreferences(caller.db, person, known.locale);
    return savePreferences(caller, before, {
      statement: before.preferences.statement,
      locale: known.locale,
      changes: [...changes],
      everything: false,
      pauses: [],
    });
  };

/** Unsubscribes from everything by the link of an email. */
export const leave =
  (known: Known) =>
  async (caller: Caller): Promise<unknown> => {
    const [person, lists] = await Promise.all([found(caller.db, known), readWholeLists(caller.db)]);
    return stopAll(caller, { person, type: { key: 'newsletter', texts: {} }, lists }, 'e-mail');
  };

/** Makes a data subject request in the preference centre. */
export const ask =
  (known: Known, kind: RequestKind, message?: string) =>
  async (caller: Caller): Promise<unknown> =>
    askFor(caller, await found(caller.db, known), { kind, message });
