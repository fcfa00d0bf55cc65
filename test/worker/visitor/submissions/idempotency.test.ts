import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { listForms } from '../../../../worker/forms/list.ts';
import {
  aForm,
  aFormWith,
  anEmail,
  count,
  findPerson,
  formAnswer,
  openForm,
  problemOf,
  recordsOf,
  send,
  signUp,
  yes,
} from '../../builders.ts';

describe('the same Idempotency-Key', () => {
  const twice = (form: string, key: string) =>
    [0, 1].map(() =>
      send(form, {
        headers: { 'Idempotency-Key': key },
        body: { fields: { email: `${key}@example.com` }, ...yes },
      }),
    );

  test('sent twice makes one record and gets one answer', async () => {
    const form = await aForm();
    const key = crypto.randomUUID();
    const [one, two] = twice(form, key);
    const first = await one;
    const second = await two;
    expect([first?.status, second?.status]).toEqual([201, 201]);
    expect(await second?.json()).toEqual(await first?.json());
    expect(await recordsOf(`${key}@example.com`)).toHaveLength(3);
  });

  test('in the body of a text, as a page sends it, is as good as the header', async () => {
    const form = await aForm();
    const idempotencyKey = crypto.randomUUID();
    const email = anEmail();
    const post = () =>
      send(form, {
        headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
        body: { fields: { email }, idempotencyKey, ...yes },
      });
    expect([(await post()).status, (await post()).status]).toEqual([201, 201]);
    expect(await recordsOf(email)).toHaveLength(3);
  });

  test('sent ten times at once makes one record', async () => {
    const form = await aForm();
    const key = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => twice(form, key)).flat());
    const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(texts.size).toBe(1);
    expect(await recordsOf(`${key}@example.com`)).toHaveLength(3);
    const listed = (await listForms(env.DB)).find(({ key: each }) => each === form);
    expect(listed?.submissions).toBe(1);
  });

  test('with another body is refused', async () => {
    const form = await aForm();
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    await send(form, { headers });
    const response = await send(form, { headers });
    expect(response.status).toBe(422);
    expect((await problemOf(response)).type).toBe('/problems/idempotency-mismatch');
  });

  test('on another form is another submission', async () => {
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    expect((await send(await aForm(), { headers })).status).toBe(201);
    expect((await send(await aForm(), { headers })).status).toBe(201);
  });
});

describe('versions', () => {
  test('a submission against an old version is recorded against the old statement', async () => {
    const form = await aForm();
    const old = await openForm(form);
    await aForm({ submit: { en: 'Join' } }, form);
    const fresh = await openForm(form);
    expect(fresh.version).toBe(2);

    const email = anEmail();
    await signUp(form, email);
    const [record] = await recordsOf(email);
    expect(record?.content).toMatchObject({ version: 1, statement: old.statement });
    expect(old.statement).not.toBe(fresh.statement);
  });

  test('a version or locale that the form never had is refused', async () => {
    const form = await aForm();
    for (const body of [{ version: 9 }, { locale: 'fr' }]) {
      const response = await send(form, { body });
      expect((await problemOf(response)).type).toBe('/problems/unknown-version');
    }
  });

  test('the consent part of a form is a statement of its own', async () => {
    const form = await aForm(
      aFormWith({ key: 'name', kind: 'text', label: { en: 'Name' }, required: true }),
    );
    const part = await openForm(form, 'en', 'field');
    expect(part.sections[0]?.fields.map(({ key }) => key)).toEqual(['email']);
    const email = anEmail();
    expect((await signUp(form, email, { part: 'field' })).status).toBe(201);
    expect((await recordsOf(email))[0]?.content.statement).toBe(part.statement);
  });
});

describe('a form that is closed', () => {
  test('takes no more than its greatest number, also when many come at once', async () => {
    const form = await aForm({ maxSubmissions: 3 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(form)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 201, 201, 409, 409, 409, 409, 409]);
    expect(await count('SELECT count(*) AS count FROM submission WHERE form = ?', form)).toBe(3);
  });

  test('takes nothing after its expiry, and says its own message in the locale of the visitor', async () => {
    const form = await aForm();
    await openForm(form);
    await env.DB.prepare('UPDATE form SET expires_at = ? WHERE key = ?')
      .bind(Date.now() - 1, form)
      .run();
    const email = anEmail();
    const response = await signUp(form, email, { locale: 'da' });
    expect(response.status).toBe(409);
    expect((await problemOf(response)).detail).toBe('Lukket.');
    expect(await findPerson(email)).toBeUndefined();
  });

  test('shows its message in place of its questions', async () => {
    const form = await aForm({ active: false });
    expect(await formAnswer(form, 'da')).toEqual({
      form,
      active: false,
      locale: 'da',
      inactive: 'Lukket.',
    });
  });

  test('still answers a repeated request as before', async () => {
    const form = await aForm({ maxSubmissions: 1 });
    const sent = {
      headers: { 'Idempotency-Key': crypto.randomUUID() },
      body: { fields: { email: anEmail() } },
    };
    const first = await send(form, sent);
    const again = await send(form, sent);
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual(await first.json());
  });
});
