import { describe, expect, test } from 'vitest';
import { Receipt, SubmissionAnswer } from '../../../../worker/contract/submission.ts';
import {
  aDefinition,
  aForm,
  aFormWith,
  allowRedirects,
  anEmail,
  call,
  findPerson,
  openForm,
  problemOf,
  signUp,
  standingsOf,
} from '../../builders.ts';
import { aFormFor, answerOf } from './sending.ts';

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

  const opens = async (receipt: string) => (await call(`/v1/receipts/${receipt}`)).status;

  test('of ours opens with all of its secret, and with no other', async () => {
    const form = await aForm();
    const [one, other] = await Promise.all(
      [anEmail(), anEmail()].map(async (email) => answerOf(await signUp(form, email))),
    );
    const [mine = '', theirs = ''] = [one?.receipt, other?.receipt];
    expect([await opens(mine), await opens(theirs)]).toEqual([200, 200]);
    for (const forged of [
      mine.slice(0, 32) + theirs.slice(32),
      mine.slice(0, 32),
      `${mine.slice(0, -1)}_`,
    ])
      expect(await opens(forged), forged).toBe(404);
  });

  test('that a page has made opens what was sent with it, and is taken once', async () => {
    const form = await aForm();
    const receipt = crypto.randomUUID();
    const answer = await answerOf(await signUp(form, anEmail(), { receipt }));
    expect(answer.receipt).toBe(receipt);
    expect(await opens(receipt)).toBe(200);
    expect((await signUp(form, anEmail(), { receipt })).status).toBe(409);
  });
});

describe('what to receive', () => {
  const ticked = { purposes: { 'e-marketing': true } };

  test('is asked for where there are several things, beside the first of them', async () => {
    const email = anEmail();
    const answer = await signUp(await aForm(), email, ticked);
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).errors).toEqual([
      { field: 'subscriptions.newsletter', code: 'required', message: 'Select an option.' },
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
      proof: 'Proof of consent',
      parts: [
        { text: 'Noted.', items: [] },
        {
          text: `You're signed up at ${email} for:`,
          items: [{ name: 'Newsletter', description: 'Once a month' }],
        },
        {
          text: 'You did not choose:',
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
      'You did not choose:',
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
