import { env } from 'cloudflare:test';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptPage } from '../../../../worker/platform/page-address.ts';
import {
  aDefinition,
  aForm,
  aFormWith,
  anEmail,
  anIp,
  call,
  count,
  findPerson,
  problemOf,
  recordsOf,
  send,
  signUp,
  site,
  yes,
} from '../../builders.ts';

const label = { en: 'Label', da: 'Navn' };

const errorsOf = async (response: Response) => {
  expect(response.status).toBe(422);
  return Object.fromEntries(
    ((await problemOf(response)).errors ?? []).map(({ field, code }) => [field, code]),
  );
};

describe('bad input', () => {
  test('is answered with one entry a field, in the locale of the visitor', async () => {
    const form = await aForm(aFormWith({ key: 'name', kind: 'text', label, required: true }));
    const response = await send(form, { body: { locale: 'da', fields: { email: 'anna' } } });
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect((await problemOf(response)).errors).toEqual([
      {
        field: 'fields.email',
        code: 'email',
        message: 'Skriv en e-mailadresse, f.eks. anna@example.com.',
      },
      { field: 'fields.name', code: 'required', message: 'Udfyld dette felt.' },
    ]);
  });

  const kinds = [
    ['tel', {}, 'call me', 'tel'],
    ['tel', {}, '12', 'tel'],
    ['date', {}, '2026-02-30', 'date'],
    ['date', { min: '2026-01-01' }, '2025-12-31', 'min'],
    ['integer', {}, '1.5', 'integer'],
    ['integer', { min: 1 }, '0', 'min'],
    ['integer', { max: 8 }, '9', 'max'],
    ['text', { minLength: 3 }, 'ab', 'short'],
    ['text', { maxLength: 3 }, 'abcd', 'long'],
    ['text', {}, 'a'.repeat(501), 'long'],
    ['textarea', {}, 'a'.repeat(5001), 'long'],
    ['text', {}, ['a', 'b'], 'many'],
    ['checkbox', { required: true }, '', 'required'],
    ['checkbox', {}, 'maybe', 'tick'],
    ['country', {}, 'Atlantis', 'choose'],
    ['select', { options: [{ value: 'a', label }] }, 'b', 'choose'],
    ['radio', { options: [{ value: 'a', label }], required: true }, '', 'required'],
    ['checkboxes', { options: [{ value: 'a', label }] }, ['a', 'z'], 'choose'],
    ['checkboxes', { options: [{ value: 'a', label }] }, ['a', 'a'], 'choose'],
  ] as const;

  test.each(kinds)('a %s with %o refuses %o', async (kind, rules, answer, code) => {
    const form = await aForm(
      aFormWith({ key: 'x', kind, label, ...structuredClone(rules) } as never),
    );
    const errors = await errorsOf(
      await send(form, { body: { fields: { email: anEmail(), x: answer as string } } }),
    );
    expect(errors).toEqual({ 'fields.x': code });
  });

  const good = [
    ['tel', {}, '+45 12 34 56 78'],
    ['date', {}, '2028-02-29'],
    ['integer', { min: -5 }, '-5'],
    ['country', {}, 'DK'],
    [
      'checkboxes',
      {
        options: [
          { value: 'a', label },
          { value: 'b', label },
        ],
      },
      ['b', 'a'],
    ],
    ['checkbox', { required: true }, 'yes'],
  ] as const;

  test.each(good)('a %s with %o takes %o', async (kind, rules, answer) => {
    const form = await aForm(
      aFormWith({ key: 'x', kind, label, ...structuredClone(rules) } as never),
    );
    const response = await send(form, {
      body: { fields: { email: anEmail(), x: answer as string } },
    });
    expect(response.status).toBe(201);
  });

  const typed = [
    ['text', ' \u200BAnna\u00A0', 'Anna'],
    ['tel', '\u202A+٤٥ ١٢\u201034\u202C', '+45 12-34'],
    ['integer', '٤٢', '42'],
    ['textarea', 'one\r\ntwo', 'one\ntwo'],
  ] as const;

  test.each(typed)('a %s of %j is kept as %j', async (kind, answer, kept) => {
    const email = anEmail();
    const form = await aForm(aFormWith({ key: 'x', kind, label }));
    expect((await send(form, { body: { fields: { email, x: answer } } })).status).toBe(201);
    const row = await env.DB.prepare("SELECT fields ->> 'x' AS x FROM submission WHERE form = ?1")
      .bind(form)
      .first();
    expect(row).toEqual({ x: kept });
  });

  test('a required field of which nothing is seen is empty', async () => {
    const form = await aForm(aFormWith({ key: 'x', kind: 'text', label, required: true }));
    const body = { fields: { email: anEmail(), x: ' \u200B\u3164\u2800' } };
    expect(await errorsOf(await send(form, { body }))).toEqual({ 'fields.x': 'required' });
  });

  test('a line break counts once, as the visitor counts it', async () => {
    const form = await aForm(aFormWith({ key: 'x', kind: 'textarea', label, maxLength: 3 }));
    const body = { fields: { email: anEmail(), x: 'a\r\nb' } };
    expect((await send(form, { body })).status).toBe(201);
  });

  test('an address is taken out of what it was pasted in', async () => {
    const email = anEmail();
    await signUp(await aForm(), `Anna Bell <mailto:${email.toUpperCase()}>,`);
    expect(await recordsOf(email)).not.toEqual([]);
  });

  test('an unknown field, purpose or subscription type is refused', async () => {
    const form = await aForm();
    const body = {
      fields: { email: anEmail(), shoe: '42' },
      purposes: { 'world-domination': true },
      subscriptions: { spam: true },
    };
    expect(await errorsOf(await send(form, { body }))).toEqual({
      'fields.shoe': 'unknown',
      'purposes.world-domination': 'unknown',
      'subscriptions.spam': 'unknown',
    });
  });

  test('a subscription without its purpose is refused', async () => {
    const body = { fields: { email: anEmail() }, subscriptions: { newsletter: true } };
    expect(await errorsOf(await send(await aForm(), { body }))).toEqual({
      'subscriptions.newsletter': 'needs',
    });
  });

  test('a filled honeypot is refused', async () => {
    expect(await errorsOf(await send(await aForm(), { body: { trap: 'http://spam' } }))).toEqual({
      trap: 'not-empty',
    });
  });
});

describe('conditions', () => {
  const definition = () => {
    const [main] = aDefinition().sections;
    const fields = main?.fields ?? [];
    return {
      sections: [
        {
          key: 'main',
          fields: [
            ...fields,
            {
              key: 'guest',
              kind: 'radio' as const,
              label,
              options: [
                { value: 'yes', label },
                { value: 'no', label },
              ],
            },
            {
              key: 'guest-name',
              kind: 'text' as const,
              label,
              required: true,
              when: { field: 'guest', is: ['yes'] },
            },
          ],
        },
        {
          key: 'news',
          when: { field: 'guest', is: ['no'] },
          purposes: [{ purpose: 'e-marketing' }],
        },
      ],
    };
  };

  test('a hidden field is not asked for, and not kept', async () => {
    const form = await aForm(definition());
    const email = anEmail();
    const body = { fields: { email, guest: 'no', 'guest-name': 'Bo' } };
    expect((await send(form, { body })).status).toBe(201);
    expect(
      await count(
        "SELECT count(*) AS count FROM submission WHERE form = ? AND fields LIKE '%Bo%'",
        form,
      ),
    ).toBe(0);
  });

  test('a shown field is asked for', async () => {
    const form = await aForm(definition());
    const body = { fields: { email: anEmail(), guest: 'yes' } };
    expect(await errorsOf(await send(form, { body }))).toEqual({ 'fields.guest-name': 'required' });
  });

  test('a purpose that was not shown is not refused', async () => {
    const form = await aForm(definition());
    const email = anEmail();
    await send(form, { body: { fields: { email, guest: 'yes', 'guest-name': 'Bo' } } });
    expect(await recordsOf(email)).toEqual([]);
  });
});

describe('the page of a record', () => {
  test('keeps origin, path and utm, and drops query and fragment', async () => {
    const email = anEmail();
    const page = 'https://site.test/a/b?session=1&utm_source=letter&utm_medium=mail#top';
    await signUp(await aForm(), email, { page });
    const [record] = await recordsOf(email);
    expect(record?.content.page).toBe('https://site.test/a/b?utm_source=letter&utm_medium=mail');
  });

  test('never holds an address, wherever the site has put one', async () => {
    const email = anEmail();
    const page = 'https://site.test/u/bo@example.com?utm_term=eva%40example.com';
    await signUp(await aForm(), email, { page });
    const [record] = await recordsOf(email);
    expect(record?.content.page).not.toMatch(/bo|eva/);
  });

  test.each([
    [
      'longer than anyone reads',
      `${site}/${'a'.repeat(9000)}?${'b'.repeat(9000)}`,
      /^https:\/\/site\.test\/a{400,500}$/,
    ],
    ['of a frame made by the page', 'about:srcdoc', /^https:\/\/site\.test\/$/],
    ['inside a file', 'file:///home/anna/page.html', /^https:\/\/site\.test\/$/],
    ['that is no address', 'the home page', /^https:\/\/site\.test\/$/],
    [
      'on another origin than the browser names',
      'https://evil.test/bait',
      /^https:\/\/site\.test\/$/,
    ],
  ])('%s never stands in the way of a decision', async (_, page, kept) => {
    const email = anEmail();
    expect((await signUp(await aForm(), email, { page })).status).toBe(201);
    const [record] = await recordsOf(email);
    expect(record?.content.page).toMatch(kept);
  });

  test('is kept without a browser only if it may use the form', async () => {
    const form = await aForm();
    const pageOf = async (page: string) => {
      const email = anEmail();
      const body = {
        version: 1,
        locale: 'en',
        fields: { email },
        ...yes,
        page,
      };
      const headers = { 'Content-Type': 'application/json', 'CF-Connecting-IP': anIp() };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      expect((await call(`/v1/forms/${form}/submissions`, init)).status).toBe(201);
      return (await recordsOf(email))[0]?.content.page;
    };
    expect(await pageOf(`${site}/page`)).toBe(`${site}/page`);
    expect(await pageOf('https://evil.test/bait')).toBeNull();
  });

  test('is cut before it is looked through', () => {
    const kept = keptPage(`${site}/${'.@'.repeat(20_000)}`, site, () => true);
    expect(kept?.length).toBeLessThan(600);
  });

  test('of a page without an origin, the refusal says what can be done', async () => {
    const refused = await send(await aForm(), { headers: { Origin: 'null' } });
    expect(refused.status).toBe(403);
    const { detail } = await problemOf(refused);
    expect(detail).toContain('hosted form');
    expect(detail).not.toContain('"null"');
  });
});

describe('evidence', () => {
  test('of where a submission came from is kept apart, for 90 days at first', async () => {
    const email = anEmail();
    await send(await aForm(), {
      headers: { 'CF-Connecting-IP': '203.0.113.7', 'User-Agent': 'Firefox' },
      body: { fields: { email } },
    });
    const [record] = await recordsOf(email);
    expect(record?.evidence).toMatchObject({ ip: '203.0.113.7', userAgent: 'Firefox' });
    const days =
      ((record?.evidence?.expiresAt ?? 0) - (record?.content.recordedAt ?? 0)) / 86_400_000;
    expect(days).toBe(90);
  });

  test('is not kept at all where the setting says 0 days', async () => {
    const { env } = await import('cloudflare:test');
    await env.DB.prepare("UPDATE setting SET value = '0' WHERE key = 'evidence-days'").run();
    const form = await aForm();
    const email = anEmail();
    await signUp(form, email);
    await env.DB.prepare("UPDATE setting SET value = '90' WHERE key = 'evidence-days'").run();
    expect((await recordsOf(email))[0]?.evidence).toBeNull();
  });

  test('is erased by the scheduled run once its time is up, and the record stays', async () => {
    const { env } = await import('cloudflare:test');
    const { eraseExpiredEvidence } = await import('../../../../worker/submissions/evidence.ts');
    const email = anEmail();
    await signUp(await aForm(), email);
    expect(await eraseExpiredEvidence(env.DB, Date.now())).toBe(0);
    expect(await eraseExpiredEvidence(env.DB, Date.now() + 91 * 86_400_000)).toBeGreaterThan(0);
    const records = await recordsOf(email);
    expect(records.length).toBeGreaterThan(0);
    expect(records[0]?.evidence).toBeNull();
  });
});

test('500 generated bad bodies give problem documents, and never a 5xx', async () => {
  const form = await aForm(
    aFormWith(
      { key: 'n', kind: 'integer', label },
      { key: 'c', kind: 'country', label, required: true },
    ),
  );
  const strange = fc.oneof(
    fc.anything({ withNullPrototype: false }),
    fc.record(
      {
        version: fc.oneof(fc.integer(), fc.double(), fc.string()),
        locale: fc.string(),
        part: fc.string(),
        fields: fc.dictionary(
          fc.string(),
          fc.oneof(fc.string(), fc.array(fc.string()), fc.integer()),
        ),
        purposes: fc.dictionary(fc.string(), fc.oneof(fc.boolean(), fc.string())),
        subscriptions: fc.dictionary(fc.string(), fc.boolean()),
        page: fc.string(),
        receipt: fc.string(),
      },
      { requiredKeys: [] },
    ),
    // Nearly right: only an answer is wrong.
    fc.record({
      version: fc.constant(1),
      locale: fc.constant('en'),
      fields: fc.record({
        email: fc.oneof(fc.string(), fc.constant('anna@example.com')),
        n: fc.string({ minLength: 16 }),
        c: fc.string({ minLength: 3 }),
      }),
    }),
  );
  const types = fc.constantFrom(
    'application/json',
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
  );
  const bodies = fc.sample(
    fc.tuple(
      types,
      fc.oneof(
        strange.map((value) => JSON.stringify(value) ?? ''),
        fc.string(),
      ),
    ),
    500,
  );
  const recordsBefore = await count('SELECT count(*) AS count FROM record');
  for (const [index, [type, body]] of bodies.entries()) {
    const response = await call(`/v1/forms/${form}/submissions`, {
      method: 'POST',
      headers: { 'Content-Type': type, 'CF-Connecting-IP': `10.1.${index >> 4}.${index % 16}` },
      body,
    });
    expect(response.status, body).toBeGreaterThanOrEqual(400);
    expect(response.status, body).toBeLessThan(500);
    if (response.headers.get('Content-Type')?.startsWith('text/html')) await response.text();
    else expect((await problemOf(response)).status, body).toBe(response.status);
  }
  expect(await count('SELECT count(*) AS count FROM record')).toBe(recordsBefore);
}, 60_000);

test.each([
  'toString=1',
  'fields.toString=1&constructor.a=1',
  '__proto__.x=1',
  'fields.__proto__=1',
])('the native form %s is refused like any other that is wrong', async (body) => {
  const response = await call(`/v1/forms/${await aForm()}/submissions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'CF-Connecting-IP': anIp() },
    body,
  });
  expect(response.status).toBe(400);
});

test('a long address or one without a domain is no address', async () => {
  const form = await aForm();
  for (const email of [
    'a@b',
    '@example.com',
    `${'a'.repeat(65)}@example.com`,
    'a b@example.com',
    'a@exa mple.com',
  ])
    expect(await errorsOf(await send(form, { body: { fields: { email } } })), email).toEqual({
      'fields.email': 'email',
    });
});

test('a domain in other emails is kept in ASCII', async () => {
  await signUp(await aForm(), 'anna@æblegård.example');
  expect((await findPerson('ANNA@ÆBLEGÅRD.example'))?.email).toBe('anna@xn--blegrd-luad.example');
});
