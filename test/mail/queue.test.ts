import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { OutboxHealth } from '../../worker/contract/emails.ts';
import { type Everything, runEverything } from '../running.ts';
import { expectDelivered } from './receiver.ts';
import { type MailServer, startMailServer } from './server.ts';
import { signUp, smtpVars } from './sign-up.ts';

let server: MailServer;
let everything: Everything;

beforeAll(async () => {
  server = await startMailServer();
  everything = await runEverything({
    database: inject('database'),
    vars: { ENVIRONMENT: 'development', ...smtpVars(server) },
    hasQueue: true,
  });
});
afterAll(async () => {
  await everything.stop();
  server.stop();
});

const health = async (): Promise<OutboxHealth> => {
  const headers = { Authorization: `Bearer ${everything.token}` };
  const answer = await fetch(`${everything.worker}/v1/mail/health`, { headers });
  return OutboxHealth.parse(await answer.json());
};

test('due emails go out once by the queue, where one is bound', async () => {
  const emails = Array.from({ length: 12 }, () => `moved-${crypto.randomUUID()}@example.com`);
  for (const email of emails) await signUp(everything, email);
  await expect.poll(async () => (await health()).dead).toBe(emails.length);
  await fetch(`${everything.worker}/v1/mail/dead/retries`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${everything.token}` },
  });
  await fetch(`${everything.worker}/cdn-cgi/handler/scheduled`);
  await fetch(`${everything.worker}/cdn-cgi/handler/scheduled`);
  await expect.poll(async () => (await health()).waiting).toBe(0);
  expect(server.received.map(({ to }) => to).toSorted()).toEqual(emails.toSorted());
});

test('events reach a receiver over HTTP by the queue, signed, once it takes them', () =>
  expectDelivered(everything));
