import { env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { unsubscribeLink } from '../../../../worker/people/links.ts';
import { eraseExpiredEvidence } from '../../../../worker/submissions/evidence.ts';
import {
  aForm,
  anEmail,
  anIp,
  as,
  call,
  callToEnd,
  findPerson,
  host,
  openForm,
  recordsOf,
  send,
  signUp,
  standingsOf,
} from '../../builders.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { confirming, DAY_MS, press, waiting } from './confirming.ts';

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
    expect(form.confirming?.title).toBe('Bekræft din e-mailadresse');
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
  test('that went to an address before it was corrected confirms nothing; a new one does', async () => {
    const { email, link } = await waiting();
    const second = Math.floor(Date.now() / 1000);
    await expect.poll(() => Math.floor(Date.now() / 1000)).toBeGreaterThan(second);
    const other = anEmail();
    const { post } = await as(['people-register', 'people-read']);
    const corrected = { email: other, reason: 'It was misspelt.' };
    await post(`/v1/people/${(await findPerson(email))?.id}/corrections`, corrected);
    expect((await press(link)).status).toBe(200);
    expect((await standingsOf(other))['e-marketing']).toBe('pending');
    await callToEnd(`${link.pathname}/emails`, { method: 'POST' });
    const texts = (await messagesTo(other)).map(({ text }) => text).join('\n');
    const again = new URL(/https:\S+\/confirm\/\S+/.exec(texts)?.[0] ?? 'https://none');
    expect((await press(again)).status).toBe(200);
    expect((await standingsOf(other))['e-marketing']).toBe('given');
  });

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
      `UPDATE held SET decision = (SELECT code FROM term WHERE word = 'withdrawn')
      WHERE person = (SELECT number FROM person WHERE id = ?1)
        AND item = (SELECT code FROM item WHERE key = 'e-marketing')`,
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
      'How Æblegård uses your data',
    );
  });

  test('opened again says what stands, and offers nothing more to confirm', async () => {
    const { link } = await waiting();
    const first = await (await SELF.fetch(`${host}${link.pathname}`)).text();
    expect(first).toContain('Waiting for you to confirm a…@example.com:');
    expect(first).toContain('<strong>Newsletter</strong>');
    await press(link);
    const again = await (await SELF.fetch(`${host}${link.pathname}`)).text();
    expect(again).toContain('<h1>Your email address is confirmed</h1>');
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
    const { email, link } = await waiting();
    await env.DB.prepare(
      'UPDATE confirmation SET expires_at = 1 WHERE submission = (SELECT s.id FROM submission s JOIN person p ON p.id = s.person WHERE p.email = ?1)',
    )
      .bind(email)
      .run();
    expect(await (await SELF.fetch(`${host}${link.pathname}`)).text()).toContain('has expired');
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

test('where someone signed up and where they confirmed are kept together, and go together', async () => {
  const { email, receipt, code } = await waiting();
  const [ip, other] = [anIp(), anIp()];
  const confirmFrom = (address: string) =>
    call(`/v1/receipts/${receipt}/confirmation`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'CF-Connecting-IP': address,
        'User-Agent': 'Phone',
      },
      body: JSON.stringify({ code }),
    });
  expect((await confirmFrom(ip)).status).toBe(200);
  expect((await confirmFrom(other)).status).toBe(200);
  const [{ evidence } = { evidence: null }] = await recordsOf(email);
  expect(evidence).toMatchObject({ confirmedIp: ip, confirmedUserAgent: 'Phone' });
  await eraseExpiredEvidence(env.DB, Date.now() + 91 * DAY_MS);
  expect((await recordsOf(email))[0]?.evidence).toBeNull();
});
