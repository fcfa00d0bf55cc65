import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aForm,
  aFormWith,
  anIp,
  call,
  count,
  findPerson,
  problemOf,
  send,
  signUp,
} from '../../builders.ts';
import { errorsOf, label } from './refusing.ts';

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
