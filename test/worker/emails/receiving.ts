import { env } from 'cloudflare:test';
import { expect } from 'vitest';
import { z } from 'zod';
import { aForm, anEmail, as, signUp } from '../builders.ts';
import { releaseClaims } from '../outbox/mailbox.ts';

export const sender = { name: 'Æblegård', address: 'news@site.test' };

/** A mail server that does not answer. */
export const unreachable = {
  ...env,
  MAIL_TRANSPORT: 'smtp',
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: '1',
  SMTP_SECURITY: 'none',
};

export const later = (minutes: number) => Date.now() + minutes * 60_000;

export const OutboxRow = z.object({
  id: z.string(),
  state: z.string(),
  tries: z.number(),
  next_at: z.number(),
  error: z.string().nullable(),
  facts: z.string(),
});

export const outboxOf = async (email: string) =>
  OutboxRow.parse(
    await env.DB.prepare(
      'SELECT o.* FROM outbox o JOIN person p ON p.id = o.person WHERE p.email = ?1',
    )
      .bind(email)
      .first(),
  );

/** Someone who signed up, and so has a privacy notice coming, by the schedule. */
export const aPerson = async (locale = 'en') => {
  const email = anEmail();
  await signUp(await aForm(), email, { locale });
  await releaseClaims();
  return email;
};

/** Names the operator, without whom no email goes out. */
export const setSender = async (): Promise<void> => {
  expect((await (await as(['settings'])).put('/v1/settings/sender', sender)).status).toBe(200);
};
