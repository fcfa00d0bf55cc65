import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { locales } from '../../../widget/locales/texts.ts';
import { CurrentTexts, EmailTemplate, type EmailTexts } from '../../../worker/contract/emails.ts';
import {
  aDefinition,
  aForm,
  anEmail,
  as,
  findPerson,
  openForm,
  send,
  signUp,
  site,
} from '../builders.ts';
import { developing, landed, releaseClaims, sweep } from '../outbox/mailbox.ts';
import { aPerson, sender, setSender } from './receiving.ts';

beforeAll(setSender);

/** Sends all that waits, as the schedule does once it is due. */
const sweepAll = async () => {
  await releaseClaims();
  await sweep(developing, Date.now());
};

describe('the privacy notice', () => {
  test('goes once to a person who is new, in their language', async () => {
    const form = await aForm();
    const email = anEmail();
    await signUp(form, email, { locale: 'da' });
    await signUp(form, email, { locale: 'da' });
    await sweepAll();
    const [message, ...more] = await landed(email);
    expect(more).toEqual([]);
    expect(message?.subject).toBe('Sådan bruger Æblegård dine oplysninger');
    expect(message?.text).toContain(`${site}/page`);
    expect(message?.html).toContain('<html lang="da"');
    expect(message?.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' });
  });

  test('lists the purposes with their privacy statements, as they were shown', async () => {
    const form = await aForm();
    const email = anEmail();
    await signUp(form, email);
    const [purpose] = (await openForm(form)).sections[0]?.purposes ?? [];
    await sweepAll();
    const [message] = await landed(email);
    expect(message?.text).toContain(purpose?.title);
    expect(message?.text).toContain(purpose?.privacyUrl);
    expect(message?.html).toContain(`href="${purpose?.privacyUrl}"`);
  });

  test('goes to nobody who refused everything, and comes with their first yes', async () => {
    const form = await aForm();
    const email = anEmail();
    await send(form, { body: { fields: { email } } });
    await sweepAll();
    expect(await landed(email)).toEqual([]);
    await signUp(form, email);
    await sweepAll();
    expect(await landed(email)).toHaveLength(1);
  });

  test('lists what was agreed to, and nothing that was refused beside it', async () => {
    const [section] = aDefinition().sections;
    const purposes = [{ purpose: 'e-marketing' }, { purpose: 'sales-and-service' }];
    const form = await aForm({ sections: section ? [{ ...section, purposes }] : [] });
    const email = anEmail();
    await send(form, { body: { fields: { email } } });
    await sweepAll();
    const [message] = await landed(email);
    const asked = (await openForm(form)).sections.flatMap((each) => each.purposes);
    expect(asked.map(({ title }) => message?.text.includes(title))).toEqual([false, true]);
  });

  test('is not sent to who has taken everything back before it went out', async () => {
    const email = await aPerson();
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
    const email = await aPerson();
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
    const email = await aPerson();
    await store(bad);
    await sweep(developing, Date.now());
    await store(sender.name);
    const [message] = await landed(email);
    expect(message?.from.name).toBe('Orchard Bcc: all@evil.test X: y');
    expect(message?.subject).toBe('How Orchard Bcc: all@evil.test X: y uses your data');
    const headers = [message?.messageId, message?.to, ...Object.values(message?.headers ?? {})];
    for (const value of headers) expect(value).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  });
});
