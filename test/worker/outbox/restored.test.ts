import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { stopJobsSql } from '../../../worker/admin/jobs/restored.ts';
import { endSessionsSql } from '../../../worker/admin/users/restored.ts';
import { holdEmailsSql } from '../../../worker/outbox/restored.ts';
import { aForm, anEmail, as, count, signUp } from '../builders.ts';
import { atConsole } from '../console/signing-in.ts';

test('what a backup would do again is held: emails, jobs and sessions', async () => {
  await signUp(await aForm(), anEmail());
  const { get } = await atConsole(['mail']);
  expect((await get('/mail')).status).toBe(200);
  expect(
    await count("SELECT COUNT(*) AS count FROM outbox WHERE state = 'waiting'"),
  ).toBeGreaterThan(0);
  const settle = [holdEmailsSql(), stopJobsSql(), ...endSessionsSql()];
  await env.DB.batch(settle.map((sql) => env.DB.prepare(sql)));
  const mail = await (await as(['mail'])).get('/v1/mail/dead');
  expect(await mail.text()).toContain('"error":"restored"');
  expect((await get('/mail')).status).toBe(303);
  for (const left of [
    "SELECT COUNT(*) AS count FROM outbox WHERE state = 'waiting'",
    "SELECT COUNT(*) AS count FROM job WHERE state = 'running'",
    'SELECT COUNT(*) AS count FROM user_session WHERE ended_at IS NULL',
    'SELECT COUNT(*) AS count FROM sign_in WHERE used_at IS NULL',
  ])
    expect(await count(left)).toBe(0);
});
