import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aForm, anEmail, as, findPerson, signUp } from '../builders.ts';
import { developing, landed, releaseClaims, sweep } from './mailbox.ts';

const Row = z.object({ state: z.string(), tries: z.number(), error: z.string().nullable() });

test('sends the other emails when one cannot be read, and tries that one again later', async () => {
  const sender = { name: 'Orchard', address: 'news@site.test' };
  expect((await (await as(['settings'])).put('/v1/settings/sender', sender)).status).toBe(200);
  const email = anEmail();
  await signUp(await aForm(), email);
  await releaseClaims();
  const now = Date.now();
  await env.DB.prepare(
    `INSERT INTO outbox (id, person, template, locale, facts, next_at, created_at)
    VALUES ('unreadable-1', ?1, 'of-a-later-version', 'en', '{}', 0, ?2)`,
  )
    .bind((await findPerson(email))?.id, now)
    .run();

  await sweep(developing, now);

  expect(await landed(email)).toHaveLength(1);
  const row = await env.DB.prepare("SELECT * FROM outbox WHERE id = 'unreadable-1'").first();
  expect(Row.parse(row)).toEqual({ state: 'waiting', tries: 1, error: 'unreadable' });
});
