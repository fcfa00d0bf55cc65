import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { Confirmed } from '../../../../worker/contract/sessions.ts';
import { SubmissionAnswer } from '../../../../worker/contract/submission.ts';
import { codeFor } from '../../../../worker/platform/signing/code.ts';
import { anEmail, anIp, callToEnd, problemOf, signUp, standingsOf } from '../../builders.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { askAgain, confirming, waiting, write } from './confirming.ts';

describe('the code of the email', () => {
  test('is read in the digits of every script', async () => {
    const { email, receipt, code } = await waiting();
    const arabic = code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    expect((await write(receipt, `\u200F${arabic}`)).status).toBe(200);
    expect(await standingsOf(email)).toMatchObject({ 'e-marketing': 'given' });
  });

  test('confirms on the page where the visitor signed up', async () => {
    const { email, receipt, code } = await waiting();
    const answer = await write(receipt, ` ${code.slice(0, 3)} ${code.slice(3)} `);
    expect(answer.status).toBe(200);
    const { outcome } = Confirmed.parse(await answer.json());
    expect(outcome.title).toBe('Thanks');
    expect(outcome.parts[1]?.text).toBe(`You're signed up at ${email} for:`);
    expect((await standingsOf(email))['e-marketing']).toBe('given');
  });

  test('may be written wrong four times, and no more helps after the fifth', async () => {
    const { email, receipt, code } = await waiting();
    const wrong = code === '000000' ? '000001' : '000000';
    for (let turn = 0; turn < 5; turn++) {
      const answer = await write(receipt, wrong);
      expect(answer.status).toBe(422);
      expect((await problemOf(answer)).errors?.[0]?.message).toContain('This code is wrong');
    }
    expect((await write(receipt, code)).status).toBe(422);
    expect((await standingsOf(email))['e-marketing']).toBe('pending');
  });

  test('of one email does not confirm another', async () => {
    const [one, other] = [await waiting(), await waiting()];
    if (one.code !== other.code) expect((await write(one.receipt, other.code)).status).toBe(422);
    expect((await write('A'.repeat(32), one.code)).status).toBe(422);
  });
});

test('signing someone up again and again gives no more codes to guess than emails', async () => {
  const form = await confirming();
  const email = anEmail();
  const submissions = [];
  for (let turn = 0; turn < 4; turn++)
    submissions.push(SubmissionAnswer.parse(await (await signUp(form, email)).json()));
  const last = submissions.at(-1);
  const code = await codeFor(env, last?.submission ?? '');
  expect((await write(last?.receipt ?? '', code)).status).toBe(422);
  expect((await standingsOf(email))['e-marketing']).toBe('pending');
});

describe('how often emails go out', () => {
  const later = (email: string, ms: number) =>
    env.DB.prepare(
      'UPDATE outbox SET created_at = created_at - ?2 WHERE person = (SELECT id FROM person WHERE email = ?1)',
    )
      .bind(email, ms)
      .run();

  test('to confirm leaves sign-in codes alone', async () => {
    const { email, receipt } = await waiting();
    for (let turn = 0; turn < 4; turn++) await askAgain(receipt);
    const before = await messagesTo(email);
    await callToEnd('/v1/entries', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': anIp() },
      body: JSON.stringify({ email }),
    });
    const subjects = (await messagesTo(email)).slice(before.length).map(({ subject }) => subject);
    expect(subjects).toEqual([expect.stringMatching(/^\d{6} is your code for Æblegård$/)]);
  });

  test('leaves the code of a submission good whose first email had to wait', async () => {
    const form = await confirming();
    const { email, receipt } = await waiting(form);
    for (let turn = 0; turn < 3; turn++) await askAgain(receipt);
    const last = SubmissionAnswer.parse(
      await (await signUp(form, email, { subscriptions: { newsletter: true } })).json(),
    );
    const code = await codeFor(env, last.submission);
    expect((await write(last.receipt, code)).status).toBe(422);
    await later(email, 2 * 3_600_000);
    await askAgain(last.receipt);
    expect((await write(last.receipt, code)).status).toBe(200);
    expect((await standingsOf(email))['e-marketing']).toBe('given');
  });
});

describe('the email again', () => {
  test('says the same with the same digits', async () => {
    const { email, receipt, code } = await waiting();
    expect(await askAgain(receipt)).toBe(202);
    const messages = await messagesTo(email);
    expect(messages).toHaveLength(2);
    expect(messages[1]?.text).toContain(code);
  });

  test('comes three times in an hour and no more, and the answer stays the same', async () => {
    const { email, receipt } = await waiting();
    const statuses: number[] = [];
    for (let turn = 0; turn < 5; turn++) statuses.push(await askAgain(receipt));
    statuses.push(await askAgain('A'.repeat(32)));
    expect(new Set(statuses)).toEqual(new Set([202]));
    expect(await messagesTo(email)).toHaveLength(3);
  });
});
