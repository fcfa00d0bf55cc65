import { v4 } from 'uuid';
import { z } from 'zod';
import { checkGiven } from '../../access/given.ts';
import { lacking, Right } from '../../contract/rights.ts';
import type { Acting } from '../../platform/acting.ts';
import { writeAct } from '../../platform/audit.ts';
import type { Database } from '../../platform/database.ts';
import { normaliseEmail } from '../../platform/email.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { endSessions } from './session.ts';
import { findUser, otherKeepers, readUser, type User, writeUser } from './store.ts';

const Email = z.string().transform((text, context) => {
  const email = normaliseEmail(text);
  if (email) return email;
  context.addIssue({ code: 'custom', message: 'Give an e-mail address.' });
  return z.NEVER;
});

/** `PUT /v1/users/{id}` */
export const UserBody = z.strictObject({
  name: z.string().trim().min(1, 'Give a name.').max(200),
  locale: z.enum(['en', 'da']).default('en'),
  rights: z.array(Right).default([]),
  active: z.boolean().default(true),
});
export type UserBody = z.infer<typeof UserBody>;

/** `POST /v1/users` */
export const NewUserBody = UserBody.extend({ email: Email });
export type NewUserBody = z.infer<typeof NewUserBody>;

const publicOf = ({ email: _, ...user }: User) => user;

/** Adds a user; 422 where somebody has the address. The audit log names users by id only. */
export const addUser = async (db: Database, acting: Acting, body: NewUserBody): Promise<User> => {
  checkGiven(acting, body.rights);
  if (await findUser(db, body.email))
    throw new ProblemError('invalid-fields', {
      errors: [{ field: 'email', code: 'taken', message: 'A user has this address already.' }],
    });
  const user: User = { ...body, id: v4(), createdAt: Date.now(), signedInAt: null };
  await db.batch([
    writeUser(db, user),
    writeAct(db, {
      actor: acting.actor,
      act: 'user.add',
      object: `user:${user.id}`,
      after: publicOf(user),
    }),
  ]);
  return user;
};

/** Changes a user. Rights that somebody had before may stay; the last who manages users stays one. */
export const changeUser = async (
  db: Database,
  acting: Acting,
  id: string,
  body: UserBody,
): Promise<User> => {
  const before = await readUser(db, id);
  if (!before) throw new ProblemError('not-found', { detail: 'There is no such user.' });
  const changed = [...lacking(before.rights, body.rights), ...lacking(body.rights, before.rights)];
  checkGiven(acting, changed);
  const keeps = body.active && body.rights.includes('users');
  if (before.rights.includes('users') && !keeps && (await otherKeepers(db, id)) === 0)
    throw new ProblemError('invalid-fields', {
      errors: [
        {
          field: 'rights',
          code: 'last',
          message: 'Nobody else may manage users: give somebody else the right first.',
        },
      ],
    });
  const user: User = { ...before, ...body };
  await db.batch([
    writeUser(db, user),
    ...(body.active ? [] : [endSessions(db, id)]),
    writeAct(db, {
      actor: acting.actor,
      act: 'user.change',
      object: `user:${id}`,
      before: publicOf(before),
      after: publicOf(user),
    }),
  ]);
  return user;
};
