import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Everything, runEverything } from '../running.ts';
import { type MailServer, startMailServer } from './server.ts';
import { signUp, smtpVars } from './sign-up.ts';

let server: MailServer;
let everything: Everything;

beforeAll(async () => {
  server = await startMailServer();
  everything = await runEverything({
    database: inject('database'),
    vars: { ...smtpVars(server), SMTP_SECURITY: 'starttls' },
  });
});
afterAll(async () => {
  await everything.stop();
  server.stop();
});

test('nothing is sent in plain text to a server that offers no STARTTLS', async () => {
  await signUp(everything, `anna-${crypto.randomUUID()}@example.com`);
  await expect.poll(() => everything.log()).toContain('mail privacy-notice');
  expect(server.connections.opened).toBe(1);
  expect(server.tried).toEqual([]);
});
