import { env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Change, Preferences, Saved } from '../../../../worker/contract/preferences.ts';
import { Purpose } from '../../../../worker/lists/store.ts';
import {
  aForm,
  aFormWith,
  anEmail,
  as,
  count,
  findPerson,
  host,
  problemOf,
  recordsOf,
  signUp,
  standingsOf,
} from '../../builders.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { enter, post } from '../verify/entering.ts';

type Headers = Record<string, string>;

const Lists = z.object({ purposes: z.array(Purpose) });

const both = { subscriptions: { newsletter: true, invitations: true } };

/** Someone who gets the newsletter and invitations, and has entered. */
const somebody = async (body: Parameters<typeof signUp>[2] = both) => {
  const email = anEmail();
  await signUp(await aForm(), email, body);
  return { email, session: await enter(email) };
};

const show = async (session: Headers, locale = 'en') => {
  const path = `/v1/preferences?locale=${locale}`;
  return Preferences.parse(await (await SELF.fetch(host + path, { headers: session })).json());
};

const marketing = async (session: Headers, locale = 'en') => {
  const { purposes, statement } = await show(session, locale);
  const purpose = purposes.find(({ key }) => key === 'e-marketing');
  if (!purpose) throw new Error('It is not shown.');
  return { ...purpose, statement };
};

const send = (session: Headers, statement: string, changes: Change[], locale = 'en') =>
  post('/v1/preferences', { statement, locale, changes, page: `${host}/preferences` }, session);

/** Shows, changes and saves, as a visitor does. */
const save = async (session: Headers, ...changes: Omit<Change, 'seen'>[]) => {
  const { purposes, statement } = await show(session);
  const shown = purposes.flatMap((purpose) => [purpose, ...purpose.subscriptions]);
  const seen = ({ purpose, subscription }: Omit<Change, 'seen'>) =>
    shown.find(({ key }) => key === (purpose ?? subscription))?.record ?? null;
  const answer = await send(
    session,
    statement,
    changes.map((change) => ({ ...change, seen: seen(change) })),
  );
  return Saved.parse(await answer.json());
};

describe('what is shown', () => {
  test('is each purpose with how it stands, since when, how it came and on which ground', async () => {
    const { session } = await somebody();
    const purpose = await marketing(session);
    expect(purpose).toMatchObject({
      decision: 'given',
      source: 'Web form',
      change: 'consent',
      legalBasis: { key: '61A', name: 'Consent' },
      privacyUrl: 'https://site.test/privacy',
    });
    expect(purpose.since).toBeGreaterThan(0);
    const states = purpose.subscriptions.map(({ key, decision }) => [key, decision]);
    expect(Object.fromEntries(states)).toMatchObject({ newsletter: 'given', invitations: 'given' });
  });

  test('keeps what stood beside the box when it was decided, whatever stands there today', async () => {
    const { session } = await somebody();
    const { text, shownThen } = await marketing(session);
    expect(shownThen).toBe(text);
    const lists = await as(['lists']);
    const answer = await (await lists.get('/v1/purposes')).json();
    const { purposes } = Lists.parse(answer);
    const english = purposes.find(({ key }) => key === 'e-marketing')?.texts.en;
    const path = '/v1/purposes/e-marketing/texts/en';
    await lists.put(path, { ...english, approval: 'Yes, write to me.' });
    expect(await marketing(session)).toMatchObject({ text: 'Yes, write to me.', shownThen: text });
    await lists.put(path, english);
  });

  test('is said in the language that was asked for', async () => {
    const { session } = await somebody();
    expect((await marketing(session, 'da-DK')).legalBasis.name).toBe('Samtykke');
    expect((await marketing(session, 'da')).source).toBe('Webformular');
  });

  test('leaves out purposes on another legal basis that were never shown', async () => {
    const { session } = await somebody();
    expect((await show(session)).purposes.map(({ key }) => key)).toEqual(['e-marketing']);
  });
});

describe('saving', () => {
  test('takes back a purpose and its subscriptions with it, in one step', async () => {
    const { email, session } = await somebody();
    const { decisions } = await save(session, { purpose: 'e-marketing', on: false });
    expect(decisions).toHaveLength(3);
    expect(await standingsOf(email)).toEqual({
      'e-marketing': 'withdrawn',
      newsletter: 'withdrawn',
      invitations: 'withdrawn',
    });
  });

  test('turns it on again as easily, on the words that are shown now', async () => {
    const { email, session } = await somebody();
    await save(session, { purpose: 'e-marketing', on: false });
    const shown = await marketing(session);
    await save(
      session,
      { purpose: 'e-marketing', on: true },
      { subscription: 'newsletter', on: true },
    );
    expect(await standingsOf(email)).toMatchObject({
      'e-marketing': 'given',
      newsletter: 'given',
      invitations: 'withdrawn',
    });
    const last = (await recordsOf(email)).at(-1)?.content;
    expect(last).toMatchObject({
      source: 'preference-centre',
      actor: 'person',
      statement: shown.statement,
      page: `${host}/preferences`,
    });
    const words = await (await SELF.fetch(`${host}/v1/statements/${shown.statement}`)).text();
    expect(words).toContain(shown.text);
  });

  test('writes nothing for what already holds', async () => {
    const { email, session } = await somebody();
    const before = (await recordsOf(email)).length;
    const { decisions } = await save(session, { purpose: 'e-marketing', on: true });
    expect(decisions).toEqual([]);
    expect((await recordsOf(email)).length).toBe(before);
  });

  test('in two tabs loses neither change, and the later one of the same thing holds', async () => {
    const { email, session } = await somebody();
    const { subscriptions, statement } = await marketing(session);
    const seen = (wanted: string) =>
      subscriptions.find(({ key }) => key === wanted)?.record ?? null;
    const change = (subscription: string, on: boolean): Change[] => [
      { subscription, on, seen: seen(subscription) },
    ];
    const tab = async (changes: Change[]) =>
      Saved.parse(await (await send(session, statement, changes)).json());

    expect((await tab(change('newsletter', false))).overtaken).toBe(false);
    expect((await tab(change('invitations', false))).overtaken).toBe(false);
    expect(await standingsOf(email)).toMatchObject({
      newsletter: 'withdrawn',
      invitations: 'withdrawn',
    });
    const later = await tab(change('newsletter', true));
    expect(later.overtaken).toBe(true);
    expect((await standingsOf(email)).newsletter).toBe('given');
  });

  test('refuses words that were not shown, things that are not there, and emails without a purpose', async () => {
    const { session } = await somebody();
    const { statement } = await marketing(session);
    const change = { on: true, seen: null };
    expect((await send(session, 'a'.repeat(64), [])).status).toBe(409);
    expect((await send(session, statement, [{ purpose: 'nope', ...change }])).status).toBe(422);
    await save(session, { purpose: 'e-marketing', on: false });
    const alone = [{ subscription: 'newsletter', ...change }];
    expect((await send(session, statement, alone)).status).toBe(422);
  });

  test('says what came of it, by name and address', async () => {
    const { email, session } = await somebody();
    expect((await save(session, { subscription: 'newsletter', on: false })).said).toBe(
      'Saved and recorded.\nThis has ended: Newsletter.',
    );
    expect((await save(session, { subscription: 'newsletter', on: true })).said).toBe(
      `Saved and recorded.\nYou're signed up at ${email} for: Newsletter.`,
    );
    const { said } = await save(session, { purpose: 'e-marketing', on: false });
    expect(said).toContain(
      'This has ended: News and offers by e-mail, Invitations, and Newsletter.',
    );
    expect(said).toContain(`You're not signed up for anything at ${email}.`);
    expect((await save(session)).said).toBe('Nothing was changed.');
  });

  test('asks what to receive where a purpose has several things and none is chosen', async () => {
    const { email, session } = await somebody();
    await save(session, { purpose: 'e-marketing', on: false });
    const { statement, record } = await marketing(session);
    const answer = await send(session, statement, [
      { purpose: 'e-marketing', on: true, seen: record },
    ]);
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).errors?.[0]).toMatchObject({
      code: 'required',
      message: 'News and offers by e-mail: Choose one of these.',
    });
    expect((await standingsOf(email))['e-marketing']).toBe('withdrawn');
  });

  test('takes a yes to a purpose for a yes to the only thing under it', async () => {
    const { email, session } = await somebody();
    await save(session, { purpose: 'e-marketing', on: false });
    await env.DB.prepare("UPDATE subscription_type SET active = 0 WHERE key <> 'newsletter'").run();
    const { said } = await save(session, { purpose: 'e-marketing', on: true });
    await env.DB.prepare('UPDATE subscription_type SET active = 1').run();
    expect(said).toContain(`You're signed up at ${email} for: Newsletter.`);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'given' });
  });

  test('makes given what was pending, for the address is proven', async () => {
    const email = anEmail();
    await signUp(await aForm({ confirm: true }), email, both);
    await save(await enter(email), { purpose: 'e-marketing', on: true });
    expect(await standingsOf(email)).toMatchObject({ 'e-marketing': 'given', newsletter: 'given' });
  });
});

describe('a pause', () => {
  const pause = async (session: Headers, subscription: string, months: number) => {
    const { statement } = await show(session);
    const body = { statement, locale: 'en', changes: [], pauses: [{ subscription, months }] };
    return post('/v1/preferences', body, session);
  };
  const verdict = async (email: string) => {
    const { post: call } = await as(['mailing']);
    const asked = { emails: [email], purpose: 'e-marketing', subscription: 'newsletter' };
    const { verdicts } = (await (await call('/v1/mailing-check', asked)).json()) as {
      verdicts: { reason?: string }[];
    };
    return verdicts[0]?.reason ?? 'allowed';
  };

  test('lets a subscription rest for some months, and the consent stands', async () => {
    const { email, session } = await somebody();
    expect((await pause(session, 'newsletter', 3)).status).toBe(200);
    const { subscriptions } = await marketing(session);
    const until = subscriptions.find(({ key }) => key === 'newsletter')?.pausedUntil ?? 0;
    const days = (until - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(88);
    expect(days).toBeLessThan(93);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'given' });
    expect(await verdict(email)).toBe('paused');
    const audience = await (await (await as(['mailing'])).get('/v1/audiences/newsletter')).text();
    expect(audience).not.toContain(email);
  });

  test('ends when the person says so', async () => {
    const { email, session } = await somebody();
    await pause(session, 'newsletter', 1);
    await pause(session, 'newsletter', 0);
    expect(await verdict(email)).toBe('allowed');
  });

  test('is for 1, 3 or 6 months, of something that is shown', async () => {
    const { session } = await somebody();
    expect((await pause(session, 'newsletter', 2)).status).toBe(422);
    expect((await pause(session, 'nope', 1)).status).toBe(422);
  });
});

describe('history and data', () => {
  test('list every decision, newest first, in words', async () => {
    const { session } = await somebody();
    await save(session, { subscription: 'newsletter', on: false });
    const answer = await SELF.fetch(`${host}/v1/preferences/history?locale=da`, {
      headers: session,
    });
    const { history } = (await answer.json()) as { history: object[] };
    expect(history[0]).toMatchObject({
      title: 'Nyhedsbrev',
      decision: 'withdrawn',
      source: 'Præferencecenter',
    });
    expect(history).toHaveLength(4);
  });

  test('hold everything that is kept', async () => {
    const { email, session } = await somebody();
    const answer = await SELF.fetch(`${host}/v1/preferences/data`, { headers: session });
    const data = (await answer.json()) as Record<string, unknown[]>;
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(data.person).toMatchObject({ email });
    expect(data.submissions).toHaveLength(1);
    expect(data.records).toHaveLength(3);
  });
});

test('what is kept comes as a table too, in which nothing is a formula', async () => {
  const email = anEmail();
  const form = await aForm(aFormWith({ key: 'note', kind: 'text', label: { en: 'Note' } }));
  await signUp(form, email, { fields: { email, note: '=HYPERLINK("https://evil.test")' } });
  const path = `${host}/v1/preferences/data?format=csv`;
  const csv = await (await SELF.fetch(path, { headers: await enter(email) })).text();
  expect(csv).toContain(`"person.email","${email}"`);
  expect(csv).toContain('"submissions.0.fields.note","\'=HYPERLINK(""https://evil.test"")"');
});

describe('a receipt', () => {
  const receipts = async (email: string) =>
    (await messagesTo(email)).filter(({ subject }) => subject === 'What you have changed');

  test('emails what was saved, in the words that were shown, once', async () => {
    const { email, session } = await somebody();
    const { recordedAt } = await save(session, { purpose: 'e-marketing', on: false });
    const { statement } = await show(session);
    for (let turn = 0; turn < 2; turn++)
      expect((await post('/v1/preferences/receipts', { recordedAt }, session)).status).toBe(202);
    const [message, ...more] = await receipts(email);
    expect(more).toEqual([]);
    const { title } = await marketing(session);
    expect(message?.text).toContain(`* ${title}: You took it back`);
    expect(message?.text).toContain('* Newsletter: You took it back');
    expect(message?.text).toContain(`${host}/v1/statements/${statement}`);
  });

  test('is not sent for what someone else has saved', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const { recordedAt } = await save(one.session, { subscription: 'newsletter', on: false });
    await post('/v1/preferences/receipts', { recordedAt }, other.session);
    expect(await receipts(one.email)).toEqual([]);
    expect(await receipts(other.email)).toEqual([]);
  });
});

test('what is kept comes as a report to print, in which markup stays text', async () => {
  const email = anEmail();
  const form = await aForm(
    aFormWith({ key: 'name', kind: 'text', label: { en: 'Name' }, stores: 'name' }),
  );
  await signUp(form, email, { fields: { email, name: '<img src=x onerror=alert(1)>' } });
  const session = await enter(email);
  const path = `${host}/v1/preferences/data?format=html&locale=da`;
  const answer = await SELF.fetch(path, { headers: session });
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  const report = await answer.text();
  expect(report).toContain('<html lang="da"');
  expect(report).toContain(`Det er gemt om ${email}`);
  expect(report).toContain('&lt;img src=x');
  expect(report).not.toContain('<img');
  expect(report).toContain('Nyheder og tilbud på e-mail');
});

describe('one person’s session', () => {
  /** Every endpoint that takes a session, with what it may be asked of another person's. */
  const endpoints = async (other: { email: string; session: Headers }) => {
    const { recordedAt } = await save(other.session, { subscription: 'invitations', on: false });
    const { statement, purposes } = await show(other.session);
    const record = purposes[0]?.record ?? null;
    const asked = await post('/v1/preferences/requests', { kind: 'erasure' }, other.session);
    const { number } = (await asked.json()) as { number: number };
    const id = (await findPerson(other.email))?.id ?? '';
    const change = { purpose: 'e-marketing', on: true, seen: record };
    return {
      number,
      calls: [
        ['GET', `?person=${id}&email=${other.email}`],
        ['GET', `/history?person=${id}`],
        ['GET', `/requests?person=${id}`],
        ['GET', `/data?person=${id}`],
        ['GET', `/data?format=csv&person=${id}`],
        ['GET', `/data?format=html&person=${id}`],
        ['POST', '', { statement, locale: 'en', changes: [change] }],
        ['POST', '/requests', { kind: 'restriction', person: id }],
        ['POST', `/requests/${number}/cancel`, {}],
        ['POST', '/receipts', { recordedAt }],
        ['POST', '/corrections', { locale: 'en', fields: { name: 'Mallory' }, person: id }],
        ['POST', '/corrections', { locale: 'en', email: other.email }],
      ] as const,
    };
  };

  test('reads and changes nothing of another’s, at any endpoint', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const { number, calls } = await endpoints(other);
    const before = {
      person: await findPerson(other.email),
      records: (await recordsOf(other.email)).length,
    };
    for (const [method, path, body] of calls) {
      const answer = await SELF.fetch(`${host}/v1/preferences${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...one.session },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      expect(await answer.text(), path).not.toContain(other.email);
    }
    expect(await findPerson(other.email)).toEqual(before.person);
    expect((await recordsOf(other.email)).length).toBe(before.records);
    const waits = "SELECT COUNT(*) AS count FROM request WHERE number = ?1 AND state = 'waiting'";
    expect(await count(waits, number)).toBe(1);
  });

  test('is needed at every endpoint', async () => {
    const { calls } = await endpoints(await somebody());
    for (const [method, path] of calls)
      expect((await SELF.fetch(`${host}/v1/preferences${path}`, { method })).status, path).toBe(
        401,
      );
  });
});
