import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import {
  aDefinition,
  aForm,
  aFormWith,
  anEmail,
  count,
  problemOf,
  recordsOf,
  send,
  signUp,
} from '../../builders.ts';
import { errorsOf, label } from './refusing.ts';

describe('bad input', () => {
  test('is answered with one entry a field, in the locale of the visitor', async () => {
    const form = await aForm(aFormWith({ key: 'name', kind: 'text', label, required: true }));
    const response = await send(form, { body: { locale: 'da', fields: { email: 'anna' } } });
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect((await problemOf(response)).errors).toEqual([
      {
        field: 'fields.email',
        code: 'email',
        message: 'Indtast en e-mailadresse, f.eks. anna@example.com.',
      },
      { field: 'fields.name', code: 'required', message: 'Udfyld “Navn”.' },
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
