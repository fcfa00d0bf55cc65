import { env } from 'cloudflare:test';
import { z } from 'zod';
import { sweepOutbox } from '../../../worker/emails/send.ts';
import type { Env } from '../../../worker/platform/env.ts';
import { as } from '../builders.ts';

/** The Worker on a developer's machine, where mail lands in the mailbox. */
export const developing = { ...env, ENVIRONMENT: 'development' };

/** Sends what is due at a moment, as the schedule does. */
export const sweep = (on: Env, now: number) => sweepOutbox({ env: on, db: on.DB, now });

const Message = z.object({
  messageId: z.string(),
  from: z.strictObject({ name: z.string(), address: z.string() }),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()),
});

const RELEASE = "UPDATE outbox SET next_at = created_at WHERE state = 'waiting' AND tries = 0";

/** Makes emails due that requests have written and not sent, as two minutes after these died. */
export const releaseClaims = (): Promise<D1Result> => env.DB.prepare(RELEASE).run();

/** What has landed for an address. */
export const landed = async (email: string) => {
  const { results } = await env.DB.prepare('SELECT message FROM mailbox WHERE recipient = ?1')
    .bind(email)
    .all<{ message: string }>();
  return results.map(({ message }) => Message.parse(JSON.parse(message)));
};

/** When the schedule takes what a request has just written and not sent. */
const AFTER_REQUEST_MS = 3 * 60_000;

/** Sends what is due, and answers all emails to an address so far. */
export const messagesTo = async (email: string) => {
  const settings = await as(['settings']);
  await settings.put('/v1/settings/sender', { name: 'Æblegård', address: 'news@site.test' });
  await sweep(developing, Date.now() + AFTER_REQUEST_MS);
  return landed(email);
};
