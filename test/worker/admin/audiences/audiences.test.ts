import { env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decide } from '../../../../worker/ledger/decide.ts';
import {
  aForm,
  anEmail,
  as,
  count,
  findPerson,
  host,
  signUp,
  standingsOf,
  textOf,
} from '../../builders.ts';

const Verdicts = z.object({
  verdicts: z.array(z.object({ allow: z.boolean(), reason: z.string().optional() })),
});

const check = async (emails: string[], subscription?: string) => {
  const { post } = await as(['mailing']);
  const answer = await post('/v1/mailing-check', { emails, purpose: 'e-marketing', subscription });
  return Verdicts.parse(await answer.json()).verdicts.map(({ allow, reason }) => reason ?? allow);
};

const newsletter = { subscriptions: { newsletter: true } };

const aPerson = async (body: Parameters<typeof signUp>[2] = newsletter, form?: string) => {
  const email = anEmail();
  await signUp(form ?? (await aForm()), email, body);
  return email;
};

/** Someone of whom this now stands. */
const standing = async (
  decision: 'withdrawn' | 'objected' | 'restricted',
  item: { purpose: string } | { subscription: string },
) => {
  const email = await aPerson();
  const person = await findPerson(email);
  if (!person) throw new Error('Nobody.');
  const occasion = {
    person,
    source: 'manual',
    actor: 'system',
    authority: 'evidence' as const,
    statement: null,
    page: null,
  };
  const choice = { ...item, decision, legalBasis: '61A', rule: 'chosen' } as const;
  await env.DB.batch(await decide(env.DB, occasion, [choice], Date.now()));
  return email;
};

describe('may I mail this person?', () => {
  test('yes, only to who has given the purpose and the subscription', async () => {
    expect(await check([await aPerson()], 'newsletter')).toEqual([true]);
    expect(await check([await aPerson()])).toEqual([true]);
  });

  test('no, and why', async () => {
    const refused = await aPerson({ purposes: { 'e-marketing': false } });
    const pending = await aPerson(newsletter, await aForm({ confirm: true }));
    const bounced = await aPerson();
    const { post } = await as(['mailing']);
    await post('/v1/signals', { email: bounced, kind: 'bounce' });
    const asked = [
      [anEmail(), 'unknown'],
      ['no address', 'unknown'],
      [refused, 'no-consent'],
      [pending, 'pending'],
      [await aPerson({ subscriptions: { invitations: true } }), 'no-subscription'],
      [await standing('withdrawn', { purpose: 'e-marketing' }), 'withdrawn'],
      [await standing('objected', { purpose: 'e-marketing' }), 'withdrawn'],
      [await standing('restricted', { purpose: 'e-marketing' }), 'restricted'],
      [await standing('withdrawn', { subscription: 'newsletter' }), 'withdrawn'],
      [bounced, 'undeliverable'],
    ] as const;
    const reasons = await check(
      asked.map(([email]) => email),
      'newsletter',
    );
    expect(reasons).toEqual(asked.map(([, reason]) => reason));
  });

  test('answers a thousand addresses in their order, in any spelling, and not one more', async () => {
    const email = await aPerson();
    const many = Array.from({ length: 999 }, () => anEmail());
    const answer = await check([...many, ` ${email.toUpperCase()} `], 'newsletter');
    expect(answer).toHaveLength(1000);
    expect(answer.at(-1)).toBe(true);
    const { post } = await as(['mailing']);
    const body = { emails: [...many, email, email], purpose: 'e-marketing' };
    expect((await post('/v1/mailing-check', body)).status).toBe(422);
  });
});

describe('an audience', () => {
  test('streams everybody who may get it, with the link that ends it', async () => {
    const [yes, no] = [await aPerson(), await aPerson({ subscriptions: { invitations: true } })];
    const withdrawn = await standing('withdrawn', { purpose: 'e-marketing' });
    const { get } = await as(['mailing']);
    const answer = await get('/v1/audiences/newsletter?format=ndjson');
    expect(answer.headers.get('Content-Type')).toContain('ndjson');
    const rows = (await textOf(answer))
      .trim()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as { email: string; unsubscribe: string });
    const emails = rows.map(({ email }) => email);
    expect(emails).toContain(yes);
    expect(emails).not.toContain(no);
    expect(emails).not.toContain(withdrawn);
    const link = rows.find(({ email }) => email === yes)?.unsubscribe ?? '';
    await SELF.fetch(link, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect((await standingsOf(yes)).newsletter).toBe('withdrawn');
  });

  test('has one line a person in CSV', async () => {
    const form = await aForm();
    const emails = Array.from({ length: 3 }, () => anEmail());
    await Promise.all(emails.map((email) => signUp(form, email, newsletter)));
    const csv = await (await (await as(['mailing'])).get('/v1/audiences/newsletter')).text();
    expect(csv.split('\r\n')[0]).toBe('"id","email","locale","unsubscribe"');
    for (const email of emails) expect(csv.split(email)).toHaveLength(2);
  });

  test('is the very table that the export room answers, and as audited', async () => {
    const email = anEmail();
    await signUp(await aForm(), email, newsletter);
    const { get } = await as(['mailing', 'export']);
    const rows = async (path: string) => {
      const lines = (await textOf(await get(path))).trim().split('\n');
      return lines.map((line) => Object.keys(JSON.parse(line)));
    };
    const audited =
      "SELECT COUNT(*) AS count FROM audit WHERE act = 'export' AND object = 'newsletter'";
    const before = await count(audited);
    expect(await rows('/v1/audiences/newsletter?format=ndjson')).toEqual(
      await rows('/v1/exports/audiences/newsletter?format=ndjson'),
    );
    expect(await count(audited)).toBe(before + 2);
    expect((await get('/v1/audiences/newsletter?format=pdf')).status).toBe(422);
  });

  test('of a subscription type that does not exist is not found', async () => {
    expect((await (await as(['mailing'])).get('/v1/audiences/nope')).status).toBe(404);
  });
});

describe('links for emails', () => {
  const Links = z.object({
    links: z.array(z.object({ email: z.string(), preferences: z.url(), unsubscribe: z.url() })),
    next: z.string().nullable(),
  });

  test('come in pages until there are no more', async () => {
    const emails = [await aPerson(), await aPerson(), await aPerson()];
    const { get } = await as(['mailing']);
    const found: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const path: string = `/v1/people/links?subscription=newsletter&limit=2&after=${after}`;
      const page: z.infer<typeof Links> = Links.parse(await (await get(path)).json());
      expect(page.links.length).toBeLessThanOrEqual(2);
      found.push(...page.links.map(({ email }) => email));
      after = page.next;
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(expect.arrayContaining(emails));
  });
});

describe('where the subscription suffices', () => {
  const setRule = async (rule: string) =>
    (await as(['settings'])).put('/v1/settings/mailing-rule', rule);

  test.each([
    ['refused', 'no-consent'],
    ['expired', 'no-consent'],
    ['withdrawn', 'withdrawn'],
    ['objected', 'withdrawn'],
    ['restricted', 'restricted'],
  ])(
    'a purpose that is %s refuses all the same, though an old subscription still stands',
    async (decision, reason) => {
      const email = await aPerson();
      // As the ledger let it stand before it ended subscriptions with their purpose.
      await env.DB.prepare(
        `UPDATE held SET decision = (SELECT code FROM term WHERE word = ?2)
        WHERE person = (SELECT number FROM person WHERE email = ?1)
          AND item IN (SELECT code FROM item WHERE kind = 'purpose')`,
      )
        .bind(email, decision)
        .run();
      await setRule('subscription');
      const verdicts = await check([email], 'newsletter');
      const audience = await (await (await as(['mailing'])).get('/v1/audiences/newsletter')).text();
      await setRule('consent');
      expect(verdicts).toEqual([reason]);
      expect(audience).not.toContain(email);
    },
  );
});

describe('a complaint', () => {
  test('withdraws the purpose with its subscriptions, by the key that told of it', async () => {
    const email = await aPerson();
    const { post } = await as(['mailing']);
    expect((await post('/v1/signals', { email, kind: 'complaint' })).status).toBe(202);
    expect(await standingsOf(email)).toMatchObject({
      'e-marketing': 'withdrawn',
      newsletter: 'withdrawn',
    });
  });

  test('about an address that nobody has is answered the same', async () => {
    const { post } = await as(['mailing']);
    expect((await post('/v1/signals', { email: anEmail(), kind: 'complaint' })).status).toBe(202);
    expect((await post('/v1/signals', { email: 'x', kind: 'complaint' })).status).toBe(422);
  });
});

test.each([
  ['POST', '/v1/mailing-check'],
  ['GET', '/v1/audiences/newsletter'],
  ['GET', '/v1/people/links?subscription=newsletter'],
  ['POST', '/v1/signals'],
])('%s %s needs the right "mailing"', async (method, path) => {
  expect((await SELF.fetch(`${host}${path}`, { method })).status).toBe(401);
});
