import { env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { purgeUnconfirmed } from '../../../../worker/visitor/confirm/confirm.ts';
import { aForm, anEmail, count, findPerson, host, signUp, standingsOf } from '../../builders.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { confirming, DAY_MS, waiting } from './confirming.ts';

describe('what nobody confirms', () => {
  test('is purged with its submission and its person, and the ledger says that it expired', async () => {
    const { email, receipt } = await waiting();
    const person = (await findPerson(email))?.id;
    await purgeUnconfirmed(env.DB, Date.now() + 29 * DAY_MS);
    expect(await findPerson(email)).toBeDefined();
    await purgeUnconfirmed(env.DB, Date.now() + 33 * DAY_MS);
    expect(await findPerson(email)).toBeUndefined();
    expect((await SELF.fetch(`${host}/v1/receipts/${receipt}`)).status).toBe(404);
    const expired =
      "SELECT COUNT(*) AS count FROM record WHERE person = ?1 AND decision = 'expired'";
    expect(await count(expired, person)).toBe(2);
  });

  test('goes alone where more is known of the person', async () => {
    const form = await confirming();
    const { email } = await waiting(form);
    await signUp(await aForm(), email);
    await purgeUnconfirmed(env.DB, Date.now() + 33 * DAY_MS);
    expect((await standingsOf(email))['e-marketing']).toBe('given');
  });

  test('goes alone where the person waits for an answer to a request', async () => {
    const { email } = await waiting();
    const person = (await findPerson(email))?.id;
    await env.DB.prepare(
      "INSERT INTO request (id, person, kind, state, asked_at, due_at) VALUES (?1, ?1, 'access', 'open', 1, 2)",
    )
      .bind(person)
      .run();
    await purgeUnconfirmed(env.DB, Date.now() + 33 * DAY_MS);
    expect(await standingsOf(email)).toMatchObject({ 'e-marketing': 'expired' });
  });
});

describe('without JavaScript', () => {
  const native = async (form: string, email: string) =>
    SELF.fetch(`${host}/v1/forms/${form}/submissions`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        version: '1',
        locale: 'en',
        'fields.email': email,
        'purposes.e-marketing': 'yes',
        'subscriptions.newsletter': 'yes',
      }),
    });

  test('the thank-you page asks for the digits, and takes them', async () => {
    const email = anEmail();
    const answer = await native(await confirming(), email);
    const location = answer.headers.get('Location') ?? '';
    const page = await (await SELF.fetch(`${host}${location}`)).text();
    expect(page).toContain('name="code"');
    expect(page).not.toContain(email);
    const [message] = await messagesTo(email);
    const code = /^\d{6}$/m.exec(message?.text ?? '')?.[0] ?? '';
    const receipt = new URLSearchParams(location.split('?')[1]).get('receipt') ?? '';
    const confirmWith = (digits: string) =>
      SELF.fetch(`${host}/confirm`, {
        method: 'POST',
        body: new URLSearchParams({ receipt, code: digits }),
      });
    const wrong = await confirmWith(code === '000000' ? '000001' : '000000');
    expect(wrong.status).toBe(422);
    const waiting = await wrong.text();
    expect(waiting).toContain('This code is wrong');
    expect(waiting).toMatch(/<a href="\/f\/form-[^"]+">Use another address<\/a>/);
    expect(await (await confirmWith(code)).text()).toContain('<h1>Thanks</h1>');
    expect((await standingsOf(email))['e-marketing']).toBe('given');
  });
});
