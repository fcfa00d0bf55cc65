import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { Receipt, SubmissionAnswer } from '../../../../worker/contract/submission.ts';
import { sha256 } from '../../../../worker/platform/hash.ts';
import {
  aDefinition,
  aForm,
  aFormWith,
  allowRedirects,
  anEmail,
  count,
  findPerson,
  formAnswer,
  openForm,
  problemOf,
  recordsOf,
  send,
  signUp,
  site,
  standingsOf,
  yes,
} from '../../builders.ts';

const answerOf = async (response: Response) => SubmissionAnswer.parse(await response.json());

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

  test('says nothing of subscription types whose purpose was not said yes to', async () => {
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

  const stand = (person: string | undefined, item: string, decision: string) =>
    env.DB.prepare(
      `INSERT INTO record (id, person, subject, item_kind, item, decision, legal_basis, source, actor, recorded_at, locale, sha256)
       VALUES (?1, ?2, 's', 'purpose', ?3, ?4, '61A', 'preference-centre', 'person', 1, 'en', ?5)`,
    )
      .bind(crypto.randomUUID(), person, item, decision, '0'.repeat(64))
      .run();

  test('a person whose data is restricted stays so, anyone who ticks the box', async () => {
    const form = await aForm();
    const email = anEmail();
    await signUp(form, email);
    await stand((await findPerson(email))?.id, 'e-marketing', 'restricted');
    await signUp(form, email);
    expect((await standingsOf(email))['e-marketing']).toBe('restricted');
  });

  test('one who has withdrawn may say yes again', async () => {
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

  test('sent ten times at once makes one record', async () => {
    const form = await aForm();
    const key = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => twice(form, key)).flat());
    const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(texts.size).toBe(1);
    expect(await recordsOf(`${key}@example.com`)).toHaveLength(3);
    const submitted = 'SELECT submissions AS count FROM form WHERE key = ?';
    expect(await count(submitted, form)).toBe(1);
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

describe('a receipt', () => {
  test('shows what was decided, when and on which statement, and nothing else of the visitor', async () => {
    const form = await aForm(aFormWith({ key: 'name', kind: 'text', label: { en: 'Name' } }));
    const email = anEmail();
    const name = 'Anna Andersen';
    const { SELF } = await import('cloudflare:test');
    const answer = await answerOf(await signUp(form, email, { fields: { email, name } }));
    const response = await SELF.fetch(`https://samtykke.test/v1/receipts/${answer.receipt}`);
    const text = await response.text();
    const receipt = Receipt.parse(JSON.parse(text));

    expect(receipt.decisions).toEqual(answer.decisions);
    expect(receipt.recordedAt).toBe(answer.recordedAt);
    expect(receipt.statement.sha256).toBe((await openForm(form)).statement);
    expect(text).not.toContain(email);
    expect(text).not.toContain(name);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });
});

/** A form that asks for news, with these things to receive. */
const aFormFor = (...subscriptions: string[]) => {
  const [section] = aDefinition().sections;
  const purposes = [{ purpose: 'e-marketing', subscriptions }];
  return aForm({ sections: section ? [{ ...section, purposes }] : [] });
};

describe('what to receive', () => {
  const ticked = { purposes: { 'e-marketing': true } };

  test('is asked for where there are several things, beside the first of them', async () => {
    const email = anEmail();
    const answer = await signUp(await aForm(), email, ticked);
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).errors).toEqual([
      { field: 'subscriptions.newsletter', code: 'required', message: 'Choose one of these.' },
    ]);
    expect(await findPerson(email)).toBeUndefined();
  });

  test('is the only thing there is, with a yes to its purpose', async () => {
    const email = anEmail();
    await signUp(await aFormFor('newsletter'), email, ticked);
    expect(await standingsOf(email)).toEqual({ 'e-marketing': 'given', newsletter: 'given' });
  });

  test('is not taken for chosen where its box was shown and left empty', async () => {
    const left = { ...ticked, subscriptions: { newsletter: false } };
    expect((await signUp(await aFormFor('newsletter'), anEmail(), left)).status).toBe(422);
  });

  test('is nothing where a purpose has nothing to receive', async () => {
    const email = anEmail();
    expect((await signUp(await aFormFor(), email, ticked)).status).toBe(201);
    expect(await standingsOf(email)).toEqual({ 'e-marketing': 'given' });
  });
});

describe('the outcome', () => {
  const outcomeOf = async (answer: Response) => SubmissionAnswer.parse(await answer.json()).outcome;

  test('names what is received and how often, at which address, and what was refused', async () => {
    const email = anEmail();
    expect(await outcomeOf(await signUp(await aForm(), email))).toEqual({
      title: 'Thanks',
      parts: [
        { text: 'Noted.', items: [] },
        {
          text: `You're signed up at ${email} for:`,
          items: [{ name: 'Newsletter', description: 'Once a month' }],
        },
        {
          text: 'You said no to:',
          items: [{ name: 'Invitations', description: 'When we hold an event' }],
        },
      ],
      change: 'See and change all my choices',
    });
  });

  test('of nothing but a no says that nothing is sent, and neither thanks nor leads on', async () => {
    const done = { ...aDefinition().done, redirect: 'https://site.test/thanks' };
    await allowRedirects('site.test');
    const form = await aForm({ done });
    const refused = { purposes: { 'e-marketing': false } };
    const outcome = await outcomeOf(await signUp(form, anEmail(), refused));
    expect(outcome.title).toBe("You're not signed up");
    expect(outcome.parts.map(({ text }) => text)).toEqual([
      'You said no to:',
      "We won't send you anything because of this form.",
    ]);
    expect(outcome.redirect).toBeUndefined();
    expect((await outcomeOf(await signUp(form, anEmail()))).redirect).toBe(done.redirect);
  });

  test('is in the language of the form', async () => {
    const form = await aForm();
    const { parts } = await outcomeOf(await signUp(form, 'anna@example.com', { locale: 'da' }));
    expect(parts[1]).toEqual({
      text: 'anna@example.com er tilmeldt:',
      items: [{ name: 'Nyhedsbrev', description: 'En gang om måneden' }],
    });
  });

  test('is the same whether or not the address was known, and whatever stood', async () => {
    const form = await aForm();
    const email = anEmail();
    const first = await outcomeOf(await signUp(form, email));
    expect(await outcomeOf(await signUp(form, email))).toEqual(first);
    const refused = { purposes: { 'e-marketing': false } };
    const [known, unknown] = [
      await outcomeOf(await signUp(form, email, refused)),
      await outcomeOf(await signUp(form, anEmail(), refused)),
    ];
    expect(known).toEqual(unknown);
  });
});
