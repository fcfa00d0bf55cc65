// What the people who work at the demo's company do in the console.
import { beginImport, draftOf } from '../../worker/admin/jobs/import-draft.ts';
import { draftImport } from '../../worker/admin/jobs/import-upload.ts';
import { changeFor } from '../../worker/admin/people/change.ts';
import { sendNotice } from '../../worker/admin/people/notify.ts';
import { registerPerson } from '../../worker/admin/people/register.ts';
import { addUser } from '../../worker/admin/users/manage.ts';
import { type DecisionBody, NewPersonBody } from '../../worker/contract/registering.ts';
import { type Bundle, bundles, Right } from '../../worker/contract/rights.ts';
import { findPerson } from '../../worker/people/store.ts';
import type { Caller } from '../../worker/platform/caller.ts';
import { inMemory } from '../../worker/platform/tables/source.ts';
import type { Known } from './names.ts';
import type { Role } from './stage.ts';

/** Who set the company up: nobody of them signs in, so they have no user. */
export const owner: Role = { actor: 'system', rights: Right.options };

/** Adds a user with the rights of a bundle, and returns them as who acts. */
export const hire = async (caller: Caller, name: string, bundle: Bundle): Promise<Role> => {
  const rights = [...bundles[bundle]];
  const email = `${name.split(' ')[0]?.toLowerCase()}@orchard.example`;
  const user = await addUser(caller, { email, name, locale: 'en', rights, active: true });
  return { actor: `user:${user.id}`, rights };
};

/** Registers someone by hand, with where their data is from and why. */
export const register =
  (
    { name, email, locale }: Known,
    how: { source: string; comment: string; purposes: string[]; subscriptions?: string[] },
  ) =>
  (caller: Caller): Promise<string> =>
    registerPerson(
      caller,
      NewPersonBody.parse({ email, locale, fields: { name }, legalBasis: '61F', ...how }),
    );

/** Records what someone said on the phone or at a meeting. */
export const record =
  ({ email }: Known, body: DecisionBody) =>
  async (caller: Caller): Promise<void> => {
    const person = await findPerson(caller.db, email);
    if (person) await changeFor(caller, person, body);
  };

/** Imports people from the CSV file of an older tool. */
export const importFile =
  (name: string, people: readonly Known[]) =>
  async (caller: Caller): Promise<void> => {
    const lines = people.map((person) => `${person.email},${person.name},${person.locale}`);
    const csv = ['Email,Name,Language', ...lines].join('\n');
    const { id } = await draftImport(caller, {
      name,
      file: inMemory([new TextEncoder().encode(csv)]),
      locale: 'da',
      source: 'import',
      legalBasis: '61A',
      comment: 'From the newsletter tool that we used before.',
    });
    await beginImport(caller, await draftOf(caller.db, id), {
      columns: ['email', 'name', 'locale'],
      purposes: ['e-marketing'],
    });
  };

/** Sends privacy notices to people whose data came from elsewhere. */
export const notify =
  (people: readonly Known[]) =>
  async (caller: Caller): Promise<void> => {
    for (const { email } of people) {
      const person = await findPerson(caller.db, email);
      if (person) await sendNotice(caller, person, {});
    }
  };
