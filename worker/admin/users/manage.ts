import type { z } from 'zod';
import { checkGiven } from '../../access/given.ts';
import { endKeysOf, isLive, readKeys } from '../../access/key.ts';
import { lacking } from '../../contract/rights.ts';
import { type User, UserBody } from '../../contract/users.ts';
import { audit, auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Database, isRefused, isUnique } from '../../platform/database.ts';
import { type Edit, readEdit, type Saving, saveEdit, wasOvertaken } from '../../platform/edits.ts';
import { EmailAddress } from '../../platform/email.ts';
import { invalidField, ProblemError } from '../../platform/problems/problem.ts';
import { endSession, endSessions, IS_OPEN } from './session.ts';
import {
  IS_ACTIVE,
  IS_INACTIVE,
  insertUser,
  NO_MANAGER,
  readUser,
  updateUser,
  writeInvitation,
  writeOwn,
} from './store.ts';

/** `POST /v1/users` */
export const NewUserBody = UserBody.extend({ email: EmailAddress });
export type NewUserBody = z.infer<typeof NewUserBody>;

const publicOf = ({ email: _, ...user }: User) => user;

const isTaken = () => invalidField('email', 'taken', 'A user has this address already.');

/**
 * Adds a user, and invites them by email if they may sign in; 422 where someone has the address. The audit log
 * names users by id only.
 */
export const addUser = async (caller: Caller, body: NewUserBody): Promise<User> => {
  const { db, now, later, post } = caller;
  checkGiven(caller, body.rights);
  const user: User = {
    ...body,
    id: crypto.randomUUID(),
    createdAt: now,
    signedInAt: null,
    linkedAccount: null,
  };
  const message = crypto.randomUUID();
  try {
    await db.batch([
      insertUser(db, user),
      writeInvitation(db, { user: user.id, email: message, now }),
      audit(caller, { act: 'user.add', object: `user:${user.id}`, after: publicOf(user) }),
    ]);
  } catch (error) {
    throw isUnique(error, 'user.email') ? isTaken() : error;
  }
  if (user.active) later(() => post(message));
  return user;
};

/** Reads a user; throws 404 where there is none. */
export const requireUser = async (db: Database, id: string): Promise<User> => {
  const user = await readUser(db, id);
  if (!user) throw new ProblemError('not-found', { detail: 'There is no such user.' });
  return user;
};

/** Says that someone else changed a user in the meantime. */
export const overtaken = (): ProblemError =>
  new ProblemError('conflict', {
    detail: 'Someone else has changed this user meanwhile. Read them again.',
  });

const isLast = () =>
  invalidField(
    'rights',
    'last',
    'This is the only user who can manage users. Give another user the right first.',
  );

/** Refuses to change rights, or to shut someone out, beyond what the caller may do themselves. */
const checkReach = (caller: Caller, before: User, { rights, active }: UserBody): void => {
  checkGiven(caller, [...lacking(before.rights, rights), ...lacking(rights, before.rights)]);
  if (before.active !== active) checkGiven(caller, before.rights);
};

/** Ends the sessions and API keys of a user who was just deactivated: nothing they made goes on for them. */
const endAccess = async (caller: Caller, id: string): Promise<D1PreparedStatement[]> => {
  const { db, now } = caller;
  const maker = `user:${id}`;
  const keys = (await readKeys(db)).filter((key) => key.createdBy === maker && isLive(key, now));
  return [
    endSessions(db, id, now),
    ...keys.map((key) =>
      auditWhere(caller, { act: 'api-key.end', object: `api:${key.id}` }, IS_INACTIVE, id),
    ),
    endKeysOf(db, maker, now),
  ];
};

/** Names a user among what is edited as a whole. */
export const userEdit = (id: string): string => `user/${id}`;

/** Writes a change of a user as they were read; 422 where nobody would manage users any more. */
const write = async (
  caller: Caller,
  saving: Saving,
  statements: readonly D1PreparedStatement[],
): Promise<Edit> => {
  try {
    return await saveEdit(caller, saving, statements);
  } catch (error) {
    throw isRefused(error, NO_MANAGER) ? isLast() : error;
  }
};

/**
 * Changes a user; deactivating ends their sessions and the API keys that they made. Throws 422 for rights that
 * the caller lacks or for the last who manages users, and 412 where they were saved since they were seen, or 409
 * without `seen`: whom the caller may change was judged by how they were read.
 */
export const changeUser = async (
  caller: Caller,
  id: string,
  body: UserBody,
  seen?: number,
): Promise<{ user: User; edit: Edit }> => {
  const { db } = caller;
  const [stands, before] = await Promise.all([readEdit(db, userEdit(id)), requireUser(db, id)]);
  checkReach(caller, before, body);
  const user: User = { ...before, ...body };
  const act = {
    act: 'user.change',
    object: `user:${id}`,
    before: publicOf(before),
    after: publicOf(user),
  };
  try {
    const edit = await write(caller, { object: userEdit(id), seen: seen ?? stands.version }, [
      updateUser(db, user),
      audit(caller, act),
      ...(body.active ? [] : await endAccess(caller, id)),
    ]);
    return { user, edit };
  } catch (error) {
    throw wasOvertaken(error) && seen === undefined ? overtaken() : error;
  }
};

/** `POST /console/account` */
export const OwnBody = UserBody.pick({ name: true, locale: true });
export type OwnBody = z.infer<typeof OwnBody>;

/**
 * Changes a user's own name and language and nothing else: rights that were taken away while the request was
 * under way stay away. False where they may not use the console any more. Throws 412 where they were saved since
 * they were seen.
 */
export const changeOwn = async (
  caller: Caller,
  before: Pick<User, 'id' | 'name' | 'locale'>,
  { name, locale }: OwnBody,
  seen?: number,
): Promise<boolean> => {
  const { id } = before;
  const act = {
    act: 'user.own',
    object: `user:${id}`,
    before: { name: before.name, locale: before.locale },
    after: { name, locale },
  };
  await saveEdit(caller, { object: userEdit(id), seen }, [
    auditWhere(caller, act, IS_ACTIVE, id),
    writeOwn(caller.db, { id, name, locale }),
  ]);
  return (await readUser(caller.db, id))?.active === true;
};

/** Ends one of a user's own sessions. Ending it twice changes nothing. */
export const endOwnSession = async (
  caller: Caller,
  user: string,
  session: string,
): Promise<void> => {
  const act = { act: 'session.end', object: session };
  await caller.db.batch([
    auditWhere(caller, act, IS_OPEN, session, user),
    endSession(caller.db, session, user, caller.now),
  ]);
};
