import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { retryFailed } from '../../../../worker/admin/mail/retry.ts';
import { count, theSystem } from '../../builders.ts';

/** So many emails that failed, more than one statement takes. */
const MANY = 5003;

const FAILED = `
INSERT INTO outbox (id, template, locale, facts, state, tries, next_at, created_at)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
SELECT 'failed-' || i, 'privacy-notice', 'en', '{}', 'dead', 14, 1, i FROM n`;

test('all failed emails are tried again, however many there are, and that is recorded once', async () => {
  await env.DB.prepare(FAILED).bind(MANY).run();
  expect(await retryFailed(theSystem())).toBe(MANY);
  expect(await count("SELECT COUNT(*) AS count FROM outbox WHERE state = 'dead'")).toBe(0);
  expect(
    await count(
      "SELECT COUNT(*) AS count FROM outbox WHERE state = 'waiting' AND tries = 0 AND next_at > 1",
    ),
  ).toBe(MANY);
  expect(await count("SELECT COUNT(*) AS count FROM audit WHERE act = 'mail.retry'")).toBe(1);
  expect(await retryFailed(theSystem())).toBe(0);
});
