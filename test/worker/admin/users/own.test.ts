import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { readUser } from '../../../../worker/admin/users/store.ts';
import { as, call, count, host } from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';

const OWN = "SELECT COUNT(*) AS count FROM audit WHERE act = 'user.own' AND object = ?1";

/** A form that is on its way while something else happens. */
const postSlowly = (token: string, meanwhile: () => Promise<unknown>) => {
  const parts = ['name=Eve', '&locale=da'].map((part) => new TextEncoder().encode(part));
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const part = parts.shift();
        if (!part) return controller.close();
        if (parts.length === 0) await meanwhile();
        controller.enqueue(part);
      },
    },
    { highWaterMark: 0 },
  );
  return call('/console/account', {
    method: 'POST',
    headers: {
      Cookie: `__Host-samtykke-console=${token}`,
      Origin: host,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body,
  });
};

describe('a user’s own account', () => {
  test('changes the name and language, and is in the audit log', async () => {
    const at = await atConsole(['settings']);
    expect((await at.post('/account', { name: 'Eva', locale: 'da' })).status).toBe(303);
    const user = await readUser(env.DB, at.user.id);
    expect(user).toMatchObject({ name: 'Eva', locale: 'da', rights: ['settings'], active: true });
    expect(await count(OWN, `user:${at.user.id}`)).toBe(1);
  });

  test('does not bring back rights that were taken away while the form was on its way', async () => {
    const { user, token } = await atConsole(['settings', 'audit']);
    const admin = await as(['users', 'settings', 'audit']);
    const answer = await postSlowly(token, () =>
      admin.put(`/v1/users/${user.id}`, { name: 'Ulla', rights: ['audit'] }),
    );
    expect(answer.status).toBe(303);
    const now = await readUser(env.DB, user.id);
    expect(now).toMatchObject({ name: 'Eve', locale: 'da', rights: ['audit'], active: true });
  });

  test('is not changed by a user who was deactivated while the form was on its way', async () => {
    const { user, token } = await atConsole(['settings']);
    const admin = await as(['users', 'settings']);
    const answer = await postSlowly(token, () =>
      admin.put(`/v1/users/${user.id}`, { name: 'Ulla', active: false }),
    );
    expect(answer.status).toBe(401);
    const now = await readUser(env.DB, user.id);
    expect(now).toMatchObject({ name: 'Ulla', locale: 'en', rights: [], active: false });
    expect(await count(OWN, `user:${user.id}`)).toBe(0);
  });

  test('ends a session of one’s own once, and nobody else’s', async () => {
    const [one, other] = [await atConsole([]), await atConsole([])];
    const id = await env.DB.prepare('SELECT id FROM user_session WHERE user = ?1')
      .bind(one.user.id)
      .first<string>('id');
    const ended = "SELECT COUNT(*) AS count FROM audit WHERE act = 'session.end' AND object = ?1";
    await other.post(`/account/sessions/${id}/end`);
    expect(await count(ended, id)).toBe(0);
    expect((await one.get('/account')).status).toBe(200);
    await one.post(`/account/sessions/${id}/end`);
    expect(await count(ended, id)).toBe(1);
    expect((await one.get('/account')).status).toBe(303);
  });
});
