import { z } from 'zod';
import { checkGiven } from '../../access/given.ts';
import { endKeysOf, isLive, readKeys } from '../../access/key.ts';
import { lacking } from '../../contract/rights.ts';
import { type User, UserBody } from '../../contract/users.ts';
import { audit, auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { endSession, endSessions, IS_OPEN } from './session.ts';
import {
  changeable,
  findUser,
  IS_ACTIVE,
  IS_INACTIVE,
  insertUser,
  MAY_CHANGE,
  readUser,
  updateUser,
  writeOwn,
} from './store.ts';

const Email = z.string().transform((text, context) => {
  const email = normaliseEmail(text);
  if (email) return email;
  context.addIssue({ code: 'custom', message: 'Give an e-mail address.' });
  return z.NEVER;
});

/** `POST /v1/users` */
export const NewUserBody = UserBody.extend({ email: Email });
export type NewUserBody = z.infer<typeof NewUserBody>;

const publicOf = ({ email: _, ...user }: User) => user;

/** Adds a user; 422 where someone has the address. The audit log names users by id only. */
export const addUser = async (caller: Caller, body: NewUserBody): Promise<User> => {
  const { db, now } = caller;
  checkGiven(caller, body.rights);
  if (await findUser(db, body.email))
    throw new ProblemError('invalid-fields', {
      errors: [{ field: 'email', code: 'taken', message: 'A user has this address already.' }],
    });
  const user: User = {
    ...body,
    id: crypto.randomUUID(),
    createdAt: now,
    signedInAt: null,
    linkedAccount: null,
  };
  await db.batch([
    insertUser(db, user),
    audit(caller, {
      act: 'user.add',
      object: `user:${user.id}`,
      after: publicOf(user),
    }),
  ]);
  return user;
};

/** Says that somebody else changed a user in the meantime. */
export const overtaken = (): ProblemError =>
  new ProblemError('conflict', {
    detail: 'Someone else has changed this user meanwhile. Read them again.',
  });

const isLast = () =>
  new ProblemError('invalid-fields', {
    errors: [
      {
        field: 'rights',
        code: 'last',
        message: 'This is the only user who can manage users. Give another user the right first.',
      },
    ],
  });

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

/**
 * Changes a user; deactivating ends their sessions and the API keys that they made. Throws 409 where they were
 * changed meanwhile, and 422 for rights that the caller lacks or for the last who manages users.
 */
export const changeUser = async (caller: Caller, id: string, body: UserBody): Promise<User> => {
  const { db } = caller;
  const before = await readUser(db, id);
  if (!before) throw new ProblemError('not-found', { detail: 'There is no such user.' });
  checkReach(caller, before, body);
  const user: User = { ...before, ...body };
  const act = {
    act: 'user.change',
    object: `user:${id}`,
    before: publicOf(before),
    after: publicOf(user),
  };
  const [, changed] = await db.batch([
    auditWhere(caller, act, MAY_CHANGE, ...changeable(before, user)),
    updateUser(db, before, user),
    ...(body.active ? [] : await endAccess(caller, id)),
  ]);
  if (changed?.meta.changes === 1) return user;
  const now = await readUser(db, id);
  const isSame = now?.active === before.active && String(now.rights) === String(before.rights);
  throw isSame ? isLast() : overtaken();
};

/** `POST /console/account` */
export const OwnBody = UserBody.pick({ name: true, locale: true });
export type OwnBody = z.infer<typeof OwnBody>;

/**
 * Changes a user's own name and language and nothing else: rights that were taken away while the request was
 * under way stay away. False where they may not use the console any more.
 */
export const changeOwn = async (
  caller: Caller,
  before: Pick<User, 'id' | 'name' | 'locale'>,
  { name, locale }: OwnBody,
): Promise<boolean> => {
  const { id } = before;
  const act = {
    act: 'user.own',
    object: `user:${id}`,
    before: { name: before.name, locale: before.locale },
    after: { name, locale },
  };
  const [, changed] = await caller.db.batch([
    auditWhere(caller, act, IS_ACTIVE, id),
    writeOwn(caller.db, { id, name, locale }),
  ]);
  return changed?.meta.changes === 1;
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
