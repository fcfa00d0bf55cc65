import { env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { Confirmed } from '../../../../worker/contract/sessions.ts';
import { SubmissionAnswer } from '../../../../worker/contract/submission.ts';
import { unsubscribeLink } from '../../../../worker/people/links.ts';
import { codeFor } from '../../../../worker/platform/signing/code.ts';
import { purgeUnconfirmed } from '../../../../worker/visitor/confirm/confirm.ts';
import {
  aForm,
  anEmail,
  anIp,
  as,
  callToEnd,
  count,
  findPerson,
  host,
  openForm,
  problemOf,
  recordsOf,
  send,
  signUp,
  standingsOf,
} from '../../builders.ts';
import { messagesTo } from '../../outbox/mailbox.ts';

const DAY_MS = 86_400_000;

const confirming = () => aForm({ confirm: true });

/** Someone who signed up and has the email. */
const waiting = async (form?: string) => {
  const email = anEmail();
  const answer = await signUp(form ?? (await confirming()), email, {
    subscriptions: { newsletter: true },
  });
  const { receipt, decisions } = SubmissionAnswer.parse(await answer.json());
  const messages = await messagesTo(email);
  const message = messages.find(({ subject }) => subject === 'Please confirm your address');
  const link = new URL(/https:\S+\/confirm\/\S+/.exec(message?.text ?? '')?.[0] ?? 'https://none');
  const code = /^\d{6}$/m.exec(message?.text ?? '')?.[0] ?? '';
  return { email, receipt, decisions, link, code, messages };
};

const post = (path: string, body: unknown) =>
  SELF.fetch(`${host}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

const write = (receipt: string, code: string) =>
  post(`/v1/receipts/${receipt}/confirmation`, { code });

const askAgain = async (receipt: string) =>
  (await callToEnd(`/v1/receipts/${receipt}/emails`, { method: 'POST' })).status;

const press = ({ pathname }: URL) => SELF.fetch(`${host}${pathname}`, { method: 'POST' });

describe('a form that asks for confirmation', () => {
  test('leaves what is ticked pending, and what is not refused', async () => {
    const { email, decisions } = await waiting();
    expect(decisions.map(({ decision }) => decision)).toEqual(['pending', 'pending', 'refused']);
    expect(await standingsOf(email)).toEqual({
      'e-marketing': 'pending',
      newsletter: 'pending',
      invitations: 'refused',
    });
  });

  test('brings the words for waiting with it, and says so in its statement', async () => {
    const form = await openForm(await confirming(), 'da');
    expect(form.confirming?.title).toBe('Én ting til');
    expect(form.confirm).toBe(true);
    expect((await openForm(await aForm())).confirming).toBeUndefined();
  });

  test('names in the email what was chosen, and not what was refused', async () => {
    const { messages } = await waiting();
    expect(messages[0]?.text).toContain('* Newsletter\n  Once a month');
    expect(messages[0]?.text).not.toContain('Invitations');
  });

  test('sends no email where nothing was ticked', async () => {
    const email = anEmail();
    await send(await confirming(), { body: { fields: { email } } });
    expect(await messagesTo(email)).toEqual([]);
  });

  test('never takes away what was given before', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    await signUp(await confirming(), email);
    expect((await standingsOf(email))['e-marketing']).toBe('given');
  });
});

describe('the link of the email', () => {
  test('changes nothing by being fetched, however often', async () => {
    const { email, link } = await waiting();
    for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS'])
      await SELF.fetch(`${host}${link.pathname}`, { method });
    expect((await standingsOf(email))['e-marketing']).toBe('pending');
  });

  test('opens a page with a button, which has the focus and leaks no address', async () => {
    const { link } = await waiting();
    const page = await SELF.fetch(`${host}${link.pathname}`);
    expect(await page.text()).toContain('<button class="button" autofocus>Confirm</button>');
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(page.headers.get('Cache-Control')).toBe('no-store');
  });

  test('makes it given once its button is pressed, and keeps both times', async () => {
    const { email, link } = await waiting();
    const page = await press(link);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<h1>Thanks</h1>');
    expect(await standingsOf(email)).toEqual({
      'e-marketing': 'given',
      newsletter: 'given',
      invitations: 'refused',
    });
    const times = (await recordsOf(email))
      .filter(({ content }) => content.purpose === 'e-marketing')
      .map(({ content }) => content);
    expect(times.map(({ decision }) => decision)).toEqual(['pending', 'given']);
    expect(times[1]?.statement).toBe(times[0]?.statement);
    expect(times[1]?.recordedAt).toBeGreaterThanOrEqual(times[0]?.recordedAt ?? 0);
  });

  test('pressed twice, and twice at once, writes one record', async () => {
    const { email, link } = await waiting();
    await Promise.all([press(link), press(link)]);
    await press(link);
    const given = (await recordsOf(email)).filter(({ content }) => content.decision === 'given');
    expect(given).toHaveLength(2);
  });

  test('does not bring back what was withdrawn meanwhile', async () => {
    const { email, link } = await waiting();
    await env.DB.prepare(
      "UPDATE standing SET decision = 'withdrawn' WHERE person = ?1 AND item = 'e-marketing'",
    )
      .bind((await findPerson(email))?.id)
      .run();
    await press(link);
    expect((await standingsOf(email))['e-marketing']).toBe('withdrawn');
  });

  test('sends the privacy notice then, and not before', async () => {
    const { email, link, messages } = await waiting();
    expect(messages).toHaveLength(1);
    await press(link);
    expect((await messagesTo(email)).map(({ subject }) => subject)).toContain(
      'What Æblegård keeps about you',
    );
  });

  test('opened again says what stands, and offers nothing more to confirm', async () => {
    const { link } = await waiting();
    const first = await (await SELF.fetch(`${host}${link.pathname}`)).text();
    expect(first).toContain('Waiting for you to confirm a…@example.com:');
    expect(first).toContain('<strong>Newsletter</strong>');
    await press(link);
    const again = await (await SELF.fetch(`${host}${link.pathname}`)).text();
    expect(again).toContain('<h1>Your address is confirmed</h1>');
    expect(again).toContain('signed up at a…@example.com for:');
    expect(again).not.toContain('<button');
    expect(await (await press(link)).text()).toContain('signed up at a…@example.com for:');
  });

  test('opened after everything was withdrawn says so, and thanks for nothing', async () => {
    const { email, link } = await waiting();
    const person = await findPerson(email);
    const all = await unsubscribeLink(env, host, person?.id ?? '', 'newsletter');
    await SELF.fetch(all, { method: 'POST', body: new URLSearchParams({ what: 'everything' }) });
    for (const page of [await SELF.fetch(`${host}${link.pathname}`), await press(link)]) {
      const html = await page.text();
      expect(html).toContain('<h1>You&#39;re not signed up</h1>');
      expect(html).toContain('This has ended:');
      expect(html).toContain('signed up for anything at a…@example.com.');
      expect(html).not.toContain('Thanks');
      expect(html).not.toContain('<button');
    }
    expect((await standingsOf(email)).newsletter).toBe('withdrawn');
  });

  test('of a person who was erased says that nothing is left to confirm', async () => {
    const { email, link } = await waiting();
    const person = await findPerson(email);
    const { delete: erase } = await as(['bulk-delete']);
    await erase(`/v1/people/${person?.id}?reason=request`);
    for (const page of [await SELF.fetch(`${host}${link.pathname}`), await press(link)]) {
      expect(page.status).toBe(404);
      expect(await page.text()).toContain('<h1>There is nothing left to confirm here.');
    }
  });

  test('is too old after its time, and then offers a new email', async () => {
    const { email, link, receipt } = await waiting();
    await env.DB.prepare(
      'UPDATE confirmation SET expires_at = 1 WHERE submission = (SELECT id FROM submission WHERE receipt = ?1)',
    )
      .bind(receipt)
      .run();
    expect(await (await SELF.fetch(`${host}${link.pathname}`)).text()).toContain('too old');
    await press(link);
    expect((await standingsOf(email))['e-marketing']).toBe('pending');
  });

  test('leads nowhere when it was forged or changed', async () => {
    const { link } = await waiting();
    const [head = '', body = '', signature = ''] = link.pathname
      .replace('/confirm/', '')
      .split('.');
    const none = btoa('{"alg":"none"}').replaceAll('=', '');
    const forged = [`${head}.${body}.${'A'.repeat(signature.length)}`, `${none}.${body}.`, 'x'];
    for (const token of forged)
      expect((await SELF.fetch(`${host}/confirm/${token}`, { method: 'POST' })).status).toBe(404);
  });
});

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
      expect((await problemOf(answer)).errors?.[0]?.message).toContain('not right');
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
    expect(subjects).toEqual(['Your preferences']);
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
    expect(waiting).toContain('not right');
    expect(waiting).toMatch(/<a href="\/f\/form-[^"]+">Use another address<\/a>/);
    expect(await (await confirmWith(code)).text()).toContain('<h1>Thanks</h1>');
    expect((await standingsOf(email))['e-marketing']).toBe('given');
  });
});
