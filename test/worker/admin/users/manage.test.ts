import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { userOfSession } from '../../../../worker/admin/users/session.ts';
import { readUser, readUsers } from '../../../../worker/admin/users/store.ts';
import { ApiKeys } from '../../../../worker/contract/users.ts';
import { DAY, HOUR } from '../../../../worker/platform/time.ts';
import { anEmail, as, count } from '../../builders.ts';
import { atConsole, aUser } from '../../console/signing-in.ts';
import { messagesTo } from '../../outbox/mailbox.ts';

const inactive = { name: 'Ulla', locale: 'en', rights: ['users'], active: false };

/** Leaves these the only ones who manage users. */
const onlyKeepers = async (...keepers: string[]) => {
  for (const { id } of await readUsers(env.DB))
    if (!keepers.includes(id))
      await env.DB.prepare('UPDATE user SET active = 0 WHERE id = ?1').bind(id).run();
};

describe('a new user', () => {
  test('is invited by email in their language, unless they may not sign in', async () => {
    const admin = await as(['users']);
    const [email, other] = [anEmail(), anEmail()];
    const body = { name: 'Ulla', locale: 'da', rights: [] };
    await admin.post('/v1/users', { ...body, email });
    await admin.post('/v1/users', { ...body, email: other, active: false });
    const [invitation] = await messagesTo(email);
    expect(invitation?.subject).toBe('Din adgang til samtykkekonsollen hos Æblegård');
    expect(invitation?.text).toContain('https://samtykke.test/console/sign-in');
    expect(await messagesTo(other)).toEqual([]);
  });
});

describe('a change of a user', () => {
  test('leaves one who manages users, also when the last two deactivate each other at once', async () => {
    const [one, other] = [await aUser(['users']), await aUser(['users'])];
    await onlyKeepers(one.id, other.id);
    const admin = await as(['users']);
    const statuses = await Promise.all(
      [one, other].map(async ({ id }) => (await admin.put(`/v1/users/${id}`, inactive)).status),
    );
    expect(statuses.toSorted()).toEqual([200, 422]);
    const keepers = await Promise.all([one, other].map(({ id }) => readUser(env.DB, id)));
    expect(keepers.filter((user) => user?.active)).toHaveLength(1);
  });

  test('of two at once is refused to the second with 409, and not in the audit log', async () => {
    const user = await aUser(['forms']);
    const admin = await as(['users', 'forms', 'lists']);
    const body = { name: 'Ulla', locale: 'en', active: true };
    const changes = [['forms', 'lists'], ['lists'], []].map((rights) =>
      admin.put(`/v1/users/${user.id}`, { ...body, rights }),
    );
    const statuses = (await Promise.all(changes)).map(({ status }) => status);
    const taken = statuses.filter((status) => status === 200).length;
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
    const audited = "SELECT COUNT(*) AS count FROM audit WHERE act = 'user.change' AND object = ?1";
    expect(await count(audited, `user:${user.id}`)).toBe(taken);
  });

  test('does not shut out someone who holds more than the one who changes', async () => {
    const strong = await aUser(['users', 'breach']);
    const answer = await (await as(['users'])).put(`/v1/users/${strong.id}`, {
      ...inactive,
      rights: ['users', 'breach'],
    });
    expect(answer.status).toBe(422);
    expect((await readUser(env.DB, strong.id))?.active).toBe(true);
  });

  test('that deactivates ends their sessions and the keys that they made, each audited', async () => {
    const leaving = await atConsole(['api-keys', 'forms']);
    await leaving.post('/keys/new', { name: 'Ours', rights: 'forms', days: '' });
    const keys = async () => {
      const listed = await (await as(['api-keys'])).get('/v1/api-keys');
      const of = `user:${leaving.user.id}`;
      return ApiKeys.parse(await listed.json()).keys.filter((key) => key.createdBy === of);
    };
    const [before] = await keys();
    expect(before?.endedAt).toBeNull();
    const admin = await as(['users', 'api-keys', 'forms']);
    const body = { name: 'Ulla', locale: 'en', rights: ['api-keys', 'forms'], active: false };
    expect((await admin.put(`/v1/users/${leaving.user.id}`, body)).status).toBe(200);
    expect((await keys())[0]?.endedAt).not.toBeNull();
    expect(await userOfSession(env.DB, leaving.token)).toBeNull();
    const ended = "SELECT COUNT(*) AS count FROM audit WHERE act = 'api-key.end' AND object = ?1";
    expect(await count(ended, `api:${before?.id}`)).toBe(1);
  });
});

describe('a session of the console', () => {
  test('ends after a week, however often it is used', async () => {
    const { token, user } = await atConsole(['forms']);
    const age = (ms: number) =>
      env.DB.prepare('UPDATE user_session SET created_at = ?2 WHERE user = ?1')
        .bind(user.id, Date.now() - ms)
        .run();
    await age(7 * DAY - HOUR);
    expect(await userOfSession(env.DB, token)).not.toBeNull();
    await age(7 * DAY + HOUR);
    expect(await userOfSession(env.DB, token)).toBeNull();
  });

  test('is in the audit log from sign-in to sign-out', async () => {
    const { user, post } = await atConsole(['forms']);
    await post('/leave');
    const { results } = await env.DB.prepare(
      'SELECT act FROM audit WHERE actor = ?1 ORDER BY recorded_at',
    )
      .bind(`user:${user.id}`)
      .all();
    expect(results.map(({ act }) => act)).toEqual(['session.begin', 'session.end']);
  });
});
