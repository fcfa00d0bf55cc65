import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../../worker/contract/words.ts';
import { occasionId } from '../../../../worker/ledger/record.ts';
import { sha256 } from '../../../../worker/platform/hash.ts';
import {
  aForm,
  aFormWith,
  anEmail,
  as,
  count,
  findPerson,
  openForm,
  recordsOf,
  send,
  signUp,
  site,
  standingsOf,
} from '../../builders.ts';
import { storeOne } from '../../ledger/writing.ts';
import { aFormFor, answerOf } from './sending.ts';

describe('a submission', () => {
  test('records why, on what ground, from which source, when, by whom and what was shown', async () => {
    const form = await aForm();
    const email = anEmail();
    const { statement } = await openForm(form, 'da');
    const before = Date.now();
    const response = await signUp(form, email, {
      locale: 'da',
      subscriptions: { newsletter: true },
    });
    expect(response.status).toBe(201);
    const { submission, recordedAt } = await answerOf(response);
    const [record] = await recordsOf(email);

    expect(record?.content).toMatchObject({
      purpose: 'e-marketing',
      subscription: null,
      decision: 'given',
      legalBasis: '61A',
      source: 'web-form',
      actor: 'person',
      statement,
      form,
      version: 1,
      page: `${site}/page`,
      locale: 'da',
      submission,
      recordedAt,
    });
    expect(recordedAt).toBeGreaterThanOrEqual(before);
    expect(record?.content.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  test('answers what was decided, with a receipt that nobody guesses', async () => {
    const answer = await answerOf(
      await signUp(await aForm(), anEmail(), { subscriptions: { newsletter: true } }),
    );
    expect(answer.decisions).toEqual([
      { purpose: 'e-marketing', decision: 'given', legalBasis: '61A' },
      { subscription: 'newsletter', decision: 'given', legalBasis: '61A' },
      { subscription: 'invitations', decision: 'refused', legalBasis: '61A' },
    ]);
    expect(answer.receipt.length).toBeGreaterThanOrEqual(22);
  });

  test('records as many decisions as a form asks for, in their order', async () => {
    const { put } = await as(['lists']);
    const types = Array.from({ length: 40 }, (_, at) => `magazine-${at}`);
    for (const type of types) {
      await put(`/v1/subscription-types/${type}`, { purpose: 'e-marketing', channel: 'e-mail' });
      await put(`/v1/subscription-types/${type}/texts/en`, { name: type, description: '' });
    }
    const form = await aFormFor(...types);
    const email = anEmail();
    const chosen = Object.fromEntries(types.map((type, at) => [type, at % 3 === 0]));
    const answer = await signUp(form, email, {
      purposes: { 'e-marketing': true },
      subscriptions: chosen,
    });
    expect(answer.status).toBe(201);
    const said = (type: string) => (chosen[type] ? 'given' : 'refused');
    const records = await recordsOf(email);
    expect(
      records.map(({ content }) => [content.purpose ?? content.subscription, content.decision]),
    ).toEqual([['e-marketing', 'given'], ...types.map((type) => [type, said(type)])]);
    expect(await standingsOf(email)).toEqual({
      'e-marketing': 'given',
      ...Object.fromEntries(types.map((type) => [type, said(type)])),
    });
  });

  test('keeps the statement under the hash of its very bytes', async () => {
    const { statement, active: _, ...view } = await openForm(await aForm());
    const content = await env.DB.prepare('SELECT content FROM statement WHERE sha256 = ?')
      .bind(statement)
      .first<string>('content');
    expect(await sha256(content ?? '')).toBe(statement);
    const { statement: __, ...shown } = { ...view, statement };
    expect(JSON.parse(content ?? '')).toEqual(shown);
  });

  test('without news leaves a person who never asked for news', async () => {
    const email = anEmail();
    await send(await aForm(), { body: { fields: { email } } });
    expect(await standingsOf(email)).toEqual({ 'e-marketing': 'refused' });
  });

  test('says nothing of subscription types whose purpose was not agreed to', async () => {
    const email = anEmail();
    await send(await aForm(), { body: { fields: { email }, purposes: { 'e-marketing': false } } });
    expect(await recordsOf(email)).toHaveLength(1);
  });

  test('finds one person however the address is written', async () => {
    const form = await aForm();
    const email = anEmail();
    await signUp(form, email);
    await signUp(form, `  ${email.toUpperCase()} `);
    expect(await recordsOf(email)).toHaveLength(5);
  });

  test('queues the privacy notice once, for a person who was not known before', async () => {
    const form = await aForm();
    const email = anEmail();
    await signUp(form, email);
    await signUp(form, email);
    const person = await findPerson(email);
    const notices = 'SELECT count(*) AS count FROM outbox WHERE person = ? AND template = ?';
    expect(await count(notices, person?.id, 'privacy-notice')).toBe(1);
  });

  test('takes a receipt id that the page has made, once', async () => {
    const form = await aForm();
    const receipt = crypto.randomUUID().replaceAll('-', '');
    expect((await answerOf(await send(form, { body: { receipt } }))).receipt).toBe(receipt);
    expect((await send(form, { body: { receipt } })).status).toBe(409);
  });
});

describe('an anonymous form never takes away', () => {
  test('leaving a box empty changes nothing for one who stands given', async () => {
    const form = await aForm();
    const email = anEmail();
    await signUp(form, email, { subscriptions: { newsletter: true } });
    await send(form, { body: { fields: { email } } });
    expect(await standingsOf(email)).toMatchObject({ 'e-marketing': 'given', newsletter: 'given' });
    expect(await recordsOf(email)).toHaveLength(3);
  });

  test('a refusal is written once, for a person never asked before', async () => {
    const form = await aForm();
    const email = anEmail();
    await send(form, { body: { fields: { email } } });
    await send(form, { body: { fields: { email } } });
    expect(await recordsOf(email)).toHaveLength(1);
  });

  test('saying yes after a refusal is recorded beside it', async () => {
    const form = await aForm();
    const email = anEmail();
    await send(form, { body: { fields: { email } } });
    await signUp(form, email);
    const decisions = (await recordsOf(email)).filter(({ content }) => content.purpose);
    expect(decisions.map(({ content }) => content.decision)).toEqual(['refused', 'given']);
  });

  const stand = (person: string | undefined, item: string, decision: Decision) =>
    storeOne(person ?? '', {
      id: occasionId(),
      subject: 'aa',
      purpose: item,
      subscription: null,
      decision,
      legalBasis: '61A',
      source: 'preference-centre',
      actor: 'person',
      recordedAt: 1,
      statement: null,
      form: null,
      version: null,
      page: null,
      locale: 'en',
      comment: null,
      submission: null,
    });

  test('a person whose data is restricted stays so, anyone who ticks the box', async () => {
    const form = await aForm();
    const email = anEmail();
    await signUp(form, email);
    await stand((await findPerson(email))?.id, 'e-marketing', 'restricted');
    await signUp(form, email);
    expect((await standingsOf(email))['e-marketing']).toBe('restricted');
  });

  test('someone who has withdrawn may agree again', async () => {
    const form = await aForm();
    const email = anEmail();
    await signUp(form, email);
    await stand((await findPerson(email))?.id, 'e-marketing', 'withdrawn');
    await signUp(form, email);
    expect((await standingsOf(email))['e-marketing']).toBe('given');
  });

  test('a notice never overrides an objection', async () => {
    const [section] = [
      {
        key: 'a',
        fields: [{ key: 'email', kind: 'email' as const, label: { en: 'E' }, required: true }],
        purposes: [{ purpose: 'sales-and-service' }],
      },
    ];
    const form = await aForm({ sections: [section] });
    const email = anEmail();
    const answer = await answerOf(await send(form, { body: { fields: { email } } }));
    expect(answer.decisions).toEqual([
      { purpose: 'sales-and-service', decision: 'informed', legalBasis: '61F' },
    ]);
    await stand((await findPerson(email))?.id, 'sales-and-service', 'objected');
    await send(form, { body: { fields: { email } } });
    expect((await standingsOf(email))['sales-and-service']).toBe('objected');
  });

  test('what is kept about a person is filled in where empty, and never overwritten', async () => {
    const form = await aForm(
      aFormWith({ key: 'name', kind: 'text', label: { en: 'Name' }, stores: 'name' }),
    );
    const email = anEmail();
    await signUp(form, email);
    await signUp(form, email, { fields: { email, name: 'Anna' } });
    await signUp(form, email, { fields: { email, name: 'Mallory' } });
    expect((await findPerson(email))?.fields).toEqual({ name: 'Anna' });
  });

  test('the answer is the same whether the address was known or not', async () => {
    const form = await aForm();
    const known = anEmail();
    await signUp(form, known);
    const answers = await Promise.all(
      [known, anEmail()].map(async (email) => {
        const response = await send(form, { body: { fields: { email } } });
        const { decisions, ...rest } = await answerOf(response);
        return {
          status: response.status,
          headers: [...response.headers.keys()],
          decisions,
          shape: Object.entries(rest).map(([key, value]) => [
            key,
            typeof value,
            String(value).length,
          ]),
        };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });
});
