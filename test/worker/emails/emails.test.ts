import { env, SELF } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { locales } from '../../../widget/locales/texts.ts';
import { CurrentTexts, EmailTemplate, type EmailTexts } from '../../../worker/contract/emails.ts';
import { claimDue, MOST_TRIES } from '../../../worker/outbox/outbox.ts';
import {
  aDefinition,
  aForm,
  anEmail,
  as,
  count,
  findPerson,
  host,
  openForm,
  send,
  signUp,
  site,
} from '../builders.ts';
import { developing, landed, sweep } from '../outbox/mailbox.ts';

const sender = { name: 'Æblegård', address: 'news@site.test' };

/** A mail server that does not answer. */
const unreachable = {
  ...env,
  MAIL_TRANSPORT: 'smtp',
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: '1',
  SMTP_SECURITY: 'none',
};

const later = (minutes: number) => Date.now() + minutes * 60_000;

const OutboxRow = z.object({
  id: z.string(),
  state: z.string(),
  tries: z.number(),
  next_at: z.number(),
  error: z.string().nullable(),
  facts: z.string(),
});

const outboxOf = async (email: string) =>
  OutboxRow.parse(
    await env.DB.prepare(
      'SELECT o.* FROM outbox o JOIN person p ON p.id = o.person WHERE p.email = ?1',
    )
      .bind(email)
      .first(),
  );

/** Someone who signed up, and so has a privacy notice coming. */
const somebody = async (locale = 'en') => {
  const email = anEmail();
  await signUp(await aForm(), email, { locale });
  return email;
};

beforeAll(async () => {
  expect((await (await as(['settings'])).put('/v1/settings/sender', sender)).status).toBe(200);
});

describe('the privacy notice', () => {
  test('goes once to a person who is new, in their language', async () => {
    const form = await aForm();
    const email = anEmail();
    await signUp(form, email, { locale: 'da' });
    await signUp(form, email, { locale: 'da' });
    await sweep(developing, Date.now());
    const [message, ...more] = await landed(email);
    expect(more).toEqual([]);
    expect(message?.subject).toBe('Det gemmer Æblegård om dig');
    expect(message?.text).toContain(`${site}/page`);
    expect(message?.html).toContain('<html lang="da"');
    expect(message?.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' });
  });

  test('lists the purposes with their privacy statements, as they were shown', async () => {
    const form = await aForm();
    const email = anEmail();
    await signUp(form, email);
    const [purpose] = (await openForm(form)).sections[0]?.purposes ?? [];
    await sweep(developing, Date.now());
    const [message] = await landed(email);
    expect(message?.text).toContain(purpose?.title);
    expect(message?.text).toContain(purpose?.privacyUrl);
    expect(message?.html).toContain(`href="${purpose?.privacyUrl}"`);
  });

  test('goes to nobody who refused everything, and comes with their first yes', async () => {
    const form = await aForm();
    const email = anEmail();
    await send(form, { body: { fields: { email } } });
    await sweep(developing, Date.now());
    expect(await landed(email)).toEqual([]);
    await signUp(form, email);
    await sweep(developing, Date.now());
    expect(await landed(email)).toHaveLength(1);
  });

  test('lists what was agreed to, and nothing that was refused beside it', async () => {
    const [section] = aDefinition().sections;
    const purposes = [{ purpose: 'e-marketing' }, { purpose: 'sales-and-service' }];
    const form = await aForm({ sections: section ? [{ ...section, purposes }] : [] });
    const email = anEmail();
    await send(form, { body: { fields: { email } } });
    await sweep(developing, Date.now());
    const [message] = await landed(email);
    const asked = (await openForm(form)).sections.flatMap((each) => each.purposes);
    expect(asked.map(({ title }) => message?.text.includes(title))).toEqual([false, true]);
  });

  test('is not sent to who has taken everything back before it went out', async () => {
    const email = await somebody();
    const person = await findPerson(email);
    const clerk = await as(['people-read', 'consents-write']);
    const withdrawal = { purpose: 'e-marketing', decision: 'withdrawn', source: 'phone' };
    await clerk.post(`/v1/people/${person?.id}/decisions`, { ...withdrawal, comment: 'She rang.' });
    await sweep(developing, Date.now());
    expect(await landed(email)).toEqual([]);
  });

  test('about someone registered by hand lists what holds, and says so where nothing does', async () => {
    const clerk = await as(['people-read', 'people-register', 'consents-write']);
    const known = { source: 'phone', legalBasis: '61A', comment: 'She rang.' };
    const [yes, no] = [anEmail(), anEmail()];
    for (const email of [yes, no])
      await clerk.post('/v1/people', { ...known, email, purposes: ['e-marketing'] });
    const { legalBasis: _, ...said } = known;
    await clerk.post(`/v1/people/${(await findPerson(no))?.id}/decisions`, {
      ...said,
      purpose: 'e-marketing',
      decision: 'refused',
    });
    await sweep(developing, Date.now());
    const [[told], [refused]] = [await landed(yes), await landed(no)];
    expect(told?.text).toContain('News and offers');
    expect(refused?.text).not.toContain('News and offers');
    expect(refused?.text).toContain('We will not send you anything.');
  });

  test('keeps markup in a configured text as text', async () => {
    const { get, put } = await as(['mail']);
    const all = (await (await get('/v1/mail/templates')).json()) as Record<
      string,
      Record<string, Record<string, string>>
    >;
    const old = all['privacy-notice']?.en;
    await put('/v1/mail/templates/privacy-notice/en', {
      ...old,
      body: '<img src=x onerror=alert(1)>',
    });
    const email = await somebody();
    await sweep(developing, Date.now());
    await put('/v1/mail/templates/privacy-notice/en', old);
    const [message] = await landed(email);
    expect(message?.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(message?.html).not.toContain('<img');
  });
});

test('every email is there in every language of the widget, with the same places to fill', async () => {
  const { get } = await as(['mail']);
  const all = z
    .record(z.string(), z.record(z.string(), CurrentTexts))
    .parse(await (await get('/v1/mail/templates')).json());
  const places = ({ subject, body, button, footer }: EmailTexts) =>
    [
      ...new Set(`${subject} ${body} ${button} ${footer}`.match(/\{\w+\}/g)),
      button ? 'button' : '',
    ].toSorted();
  expect(Object.keys(all).toSorted()).toEqual(EmailTemplate.options.toSorted());
  for (const [template, texts] of Object.entries(all))
    for (const locale of locales) {
      const [own, english] = [texts[locale], texts.en];
      expect([template, locale, own && places(own)]).toEqual([
        template,
        locale,
        english && places(english),
      ]);
    }
});

describe('the outbox', () => {
  test('tries again after a failure, later each time, with the same Message-ID', async () => {
    const email = await somebody();
    await sweep(unreachable, later(1));
    const first = await outboxOf(email);
    expect(first).toMatchObject({ state: 'waiting', tries: 1 });
    expect(first.error).not.toBeNull();
    await sweep(unreachable, first.next_at);
    const second = await outboxOf(email);
    expect(second.tries).toBe(2);
    // Four minutes, and up to a quarter more, so that not all come back at once.
    const wait = second.next_at - first.next_at;
    expect(wait).toBeGreaterThanOrEqual(4 * 60_000);
    expect(wait).toBeLessThanOrEqual(5 * 60_000);

    await sweep(developing, second.next_at);
    expect(await outboxOf(email)).toMatchObject({ state: 'sent', tries: 3, error: null });
    expect((await landed(email)).map(({ messageId }) => messageId)).toEqual([
      `${first.id}@site.test`,
    ]);
  });

  test('does not try before it is time', async () => {
    const email = await somebody();
    await sweep(unreachable, later(1));
    await sweep(developing, later(2));
    expect(await landed(email)).toEqual([]);
  });

  test('keeps no address in what it remembers of a failure', async () => {
    const email = await somebody();
    await sweep(unreachable, later(1));
    expect((await outboxOf(email)).error).not.toContain('@');
  });

  test('gives two senders at once no message twice', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => somebody()));
    const claims = await Promise.all(
      Array.from({ length: 4 }, () => claimDue(env.DB, later(10_000), 50)),
    );
    const ids = claims.flatMap(({ due }) => due.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(people.length);
  });

  test('lists failed emails, and retries them on request', async () => {
    const email = await somebody();
    const { id } = await outboxOf(email);
    await env.DB.prepare('UPDATE outbox SET tries = ?2 WHERE id = ?1')
      .bind(id, MOST_TRIES - 1)
      .run();
    await sweep(unreachable, later(1));
    const operator = await as(['mail']);
    const dead = (await (await operator.get('/v1/mail/dead')).json()) as { dead: { id: string }[] };
    expect(dead.dead.map((row) => row.id)).toContain(id);
    expect(JSON.stringify(dead)).not.toContain(email);

    await operator.post('/v1/mail/dead/retries', {});
    await sweep(developing, later(1));
    expect(await landed(email)).toHaveLength(1);
  });

  test('erases the content of an email a week after it was sent', async () => {
    const email = await somebody();
    await sweep(developing, Date.now());
    await sweep(developing, later(6 * 24 * 60));
    expect((await outboxOf(email)).facts).not.toBe('{}');
    await sweep(developing, later(8 * 24 * 60));
    expect((await outboxOf(email)).facts).toBe('{}');
  });

  test('waits while there is no way to send', async () => {
    const email = await somebody();
    await sweep(env, later(1));
    expect(await outboxOf(email)).toMatchObject({ state: 'waiting', tries: 0 });
  });

  test('sends by the binding of Cloudflare Email Service', async () => {
    const email = await somebody();
    await sweep({ ...env, MAIL_TRANSPORT: 'binding' }, later(1));
    expect(await outboxOf(email)).toMatchObject({ state: 'sent', error: null });
  });
});

describe('no name begins a header of its own', () => {
  const bad = 'Orchard\r\nBcc: all@evil.test\u0000\u2028X: y';

  test.each([
    ['settings', '/v1/settings/sender', { ...sender, name: bad }],
    ['lists', '/v1/sources/phone/texts/en', { name: bad }],
    ['lists', '/v1/subscription-types/newsletter/texts/en', { name: bad, description: '' }],
    [
      'mail',
      '/v1/mail/templates/entry/en',
      { subject: 'Hello\u0007', body: 'b', button: '', footer: 'f' },
    ],
  ] as const)('with the right "%s", %s refuses one', async (right, path, body) => {
    const { put } = await as([right]);
    const answer = await put(path, body);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(await answer.json())).toContain('without line breaks');
  });

  test('and one that is stored already is sent on one line', async () => {
    const store = (name: string) =>
      env.DB.prepare(
        "UPDATE setting SET value = json_set(value, '$.name', ?1) WHERE key = 'sender'",
      )
        .bind(name)
        .run();
    const email = await somebody();
    await store(bad);
    await sweep(developing, Date.now());
    await store(sender.name);
    const [message] = await landed(email);
    expect(message?.from.name).toBe('Orchard Bcc: all@evil.test X: y');
    expect(message?.subject).toBe('What Orchard Bcc: all@evil.test X: y keeps about you');
    const headers = [message?.messageId, message?.to, ...Object.values(message?.headers ?? {})];
    for (const value of headers) expect(value).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  });
});

describe('only an operator with the right', () => {
  test.each([
    ['GET', '/v1/mail/templates'],
    ['GET', '/v1/mail/dead'],
    ['POST', '/v1/mail/dead/retries'],
    ['GET', '/v1/settings'],
    ['PUT', '/v1/settings/sender'],
  ])('%s %s', async (method, path) => {
    expect((await SELF.fetch(`${host}${path}`, { method })).status).toBe(401);
  });

  test('a setting is checked, and changing it is recorded', async () => {
    const { put } = await as(['settings']);
    expect((await put('/v1/settings/sender', { name: 'A', address: 'nobody' })).status).toBe(422);
    expect((await put('/v1/settings/nope', 1)).status).toBe(404);
    expect((await put('/v1/settings/evidence-days', 30)).status).toBe(200);
    const acts = "SELECT COUNT(*) AS count FROM audit WHERE object = 'evidence-days'";
    expect(await count(`${acts} AND before = '90' AND after = '30'`)).toBe(1);
  });
});

test('the mailbox is nowhere to be found but in development', async () => {
  expect((await SELF.fetch(`${host}/dev/mailbox`)).status).toBe(404);
});
