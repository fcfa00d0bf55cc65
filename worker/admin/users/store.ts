import { z } from 'zod';
import { Right } from '../../contract/rights.ts';
import { LinkedAccount, type User } from '../../contract/users.ts';
import { insertEmails } from '../../outbox/queue.ts';
import type { Database } from '../../platform/database.ts';
import { flag, json, parseRows } from '../../platform/rows.ts';

export const COLUMNS = `id, email, name, locale, rights, active, created_at AS createdAt,
  signed_in_at AS signedInAt,
  IIF(oidc_issuer IS NULL, NULL, json_object('issuer', oidc_issuer, 'since', oidc_since)) AS linkedAccount`;

export const USERS = `
SELECT ${COLUMNS}
FROM user
ORDER BY name, email
LIMIT 1000`;

export const USER_BY_ID = `
SELECT ${COLUMNS}
FROM user
WHERE id = ?1`;

export const USER_BY_EMAIL = `
SELECT ${COLUMNS}
FROM user
WHERE email = ?1`;

/** Tells a new user that they may sign in. */
export const WRITE_INVITATION = insertEmails(
  'invitation',
  { id: '?2', locale: 'locale', facts: { user: 'id' }, recipient: 'email', now: '?3' },
  'FROM user WHERE id = ?1 AND active = 1',
);

export const ADD_USER = `
INSERT INTO user (id, email, name, locale, rights, active, created_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`;

export const CHANGE_USER = `
UPDATE user
SET name = ?2, locale = ?3, rights = ?4, active = ?5
WHERE id = ?1`;

/** What the database says of a change that would leave nobody who manages users. */
export const NO_MANAGER = 'someone always manages users';

/** What users change of themselves: never their rights, and nothing once they may not sign in any more. */
export const WRITE_OWN = `
UPDATE user
SET name = ?2, locale = ?3
WHERE id = ?1 AND active = 1`;

/** Whether a user may sign in, as a condition of an audit entry. */
export const IS_ACTIVE = 'EXISTS (SELECT 1 FROM user WHERE id = ?7 AND active = 1)';

/** Whether a user was deactivated, as a condition of an audit entry. */
export const IS_INACTIVE = 'EXISTS (SELECT 1 FROM user WHERE id = ?7 AND active = 0)';

/** The first administrator: written once, and never over someone. */
export const WRITE_FIRST = `
INSERT INTO user (id, email, name, rights, created_at)
VALUES (?1, ?2, ?2, ?3, ?4)
ON CONFLICT (email) DO NOTHING`;

const Row: z.ZodType<User> = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  locale: z.enum(['en', 'da']).catch('en'),
  rights: json(z.array(Right)),
  active: flag,
  createdAt: z.number(),
  signedInAt: z.number().nullable(),
  linkedAccount: z.nullable(json(LinkedAccount)),
});

/** Reads the one user whom a query finds; null where there is none. */
export const oneUser = async (query: D1PreparedStatement): Promise<User | null> => {
  const row = await query.first();
  return row && Row.parse(row);
};

export const readUsers = async (db: Database): Promise<User[]> =>
  parseRows(Row, (await db.prepare(USERS).all()).results);

export const readUser = (db: Database, id: string) => oneUser(db.prepare(USER_BY_ID).bind(id));

export const findUser = (db: Database, email: string) =>
  oneUser(db.prepare(USER_BY_EMAIL).bind(email));

export const insertUser = (
  db: Database,
  user: Omit<User, 'signedInAt' | 'linkedAccount'>,
): D1PreparedStatement =>
  db
    .prepare(ADD_USER)
    .bind(
      user.id,
      user.email,
      user.name,
      user.locale,
      JSON.stringify(user.rights),
      user.active ? 1 : 0,
      user.createdAt,
    );

export const updateUser = (
  db: Database,
  { id, name, locale, rights, active }: User,
): D1PreparedStatement =>
  db.prepare(CHANGE_USER).bind(id, name, locale, JSON.stringify(rights), active ? 1 : 0);

export const writeOwn = (
  db: Database,
  { id, name, locale }: Pick<User, 'id' | 'name' | 'locale'>,
): D1PreparedStatement => db.prepare(WRITE_OWN).bind(id, name, locale);

/** Makes an address an administrator, where nobody has it yet. */
export const writeFirst = (db: Database, id: string, email: string, now: number) =>
  db.prepare(WRITE_FIRST).bind(id, email, JSON.stringify(Right.options), now);

export const writeInvitation = (
  db: Database,
  { user, email, now }: { user: string; email: string; now: number },
): D1PreparedStatement => db.prepare(WRITE_INVITATION).bind(user, email, now);
