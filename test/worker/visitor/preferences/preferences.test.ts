import { env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { type Change, Saved } from '../../../../worker/contract/preferences.ts';
import {
  aForm,
  anEmail,
  as,
  host,
  problemOf,
  recordsOf,
  signUp,
  standingsOf,
} from '../../builders.ts';
import { enter, post } from '../verify/entering.ts';
import { aPerson, both, Lists, marketing, save, send, show } from './choosing.ts';

describe('what is shown', () => {
  test('is each purpose with how it stands, since when, how it came and on which ground', async () => {
    const { session } = await aPerson();
    const purpose = await marketing(session);
    expect(purpose).toMatchObject({
      decision: 'given',
      source: 'Web form',
      change: 'consent',
      legalBasis: { key: '61A', name: 'Consent' },
      privacyUrl: 'https://site.test/privacy',
    });
    expect(purpose.since).toBeGreaterThan(0);
    const states = purpose.subscriptions.map(({ key, decision }) => [key, decision]);
    expect(Object.fromEntries(states)).toMatchObject({ newsletter: 'given', invitations: 'given' });
  });

  test('keeps what stood beside the box when it was decided, whatever stands there today', async () => {
    const { session } = await aPerson();
    const { text, shownThen } = await marketing(session);
    expect(shownThen).toEqual({ text, locale: 'en' });
    const lists = await as(['lists']);
    const answer = await (await lists.get('/v1/purposes')).json();
    const { purposes } = Lists.parse(answer);
    const english = purposes.find(({ key }) => key === 'e-marketing')?.texts.en;
    const path = '/v1/purposes/e-marketing/texts/en';
    await lists.put(path, { ...english, approval: 'Yes, write to me.' });
    expect(await marketing(session)).toMatchObject({
      text: 'Yes, write to me.',
      shownThen: { text, locale: 'en' },
    });
    await lists.put(path, english);
  });

  test('is said in the language that was asked for', async () => {
    const { session } = await aPerson();
    expect((await marketing(session, 'da-DK')).legalBasis.name).toBe('Samtykke');
    expect((await marketing(session, 'da')).source).toBe('Webformular');
  });

  test('is each subscription with its channel and how often it comes, and the language of each text', async () => {
    const { session } = await aPerson();
    const { locale, subscriptions, legalBasis } = await marketing(session, 'de');
    expect([locale, legalBasis.locale]).toEqual(['en', 'en']);
    const newsletter = subscriptions.find(({ key }) => key === 'newsletter');
    expect(newsletter).toMatchObject({
      channel: 'e-mail',
      frequency: 'Once a month',
      description: '',
      locale: 'en',
      sourceLocale: 'en',
    });
    expect((await marketing(session, 'da')).subscriptions).toContainEqual(
      expect.objectContaining({ frequency: 'En gang om måneden', locale: 'da' }),
    );
  });

  test('is what would end with it, also what is no longer in use', async () => {
    const { session } = await aPerson();
    await env.DB.prepare("UPDATE subscription_type SET active = 0 WHERE key = 'newsletter'").run();
    const { ends } = await marketing(session);
    const all = (await show(session)).ends;
    await env.DB.prepare('UPDATE subscription_type SET active = 1').run();
    expect(ends.map(({ name }) => name).toSorted()).toEqual(['Invitations', 'Newsletter']);
    expect(all.map(({ name }) => name).toSorted()).toEqual([
      'Invitations',
      'News and offers by email',
      'Newsletter',
    ]);
  });

  test.each([
    ['61F', 'object'],
    ['61E', 'object'],
    ['61B', 'none'],
    ['61C', 'none'],
    ['61D', 'none'],
  ])('offers a purpose on %s as one to %s to', async (legalBasis, change) => {
    const email = anEmail();
    const sections = [
      {
        key: 'main',
        fields: [{ key: 'email', kind: 'email' as const, label: { en: 'E-mail' }, required: true }],
        purposes: [{ purpose: 'sales-and-service', legalBasis }],
      },
    ];
    await signUp(await aForm({ sections }), email, { purposes: {}, subscriptions: {} });
    const session = await enter(email);
    const { purposes, statement } = await show(session);
    const purpose = purposes.find(({ key }) => key === 'sales-and-service');
    expect(purpose).toMatchObject({ decision: 'informed', change });
    const objection = { purpose: 'sales-and-service', on: false, seen: purpose?.record ?? null };
    const { status } = await send(session, statement, [objection]);
    expect(status).toBe(change === 'object' ? 200 : 422);
    await post('/v1/preferences/requests', { kind: 'objection' }, session);
    expect((await standingsOf(email))['sales-and-service']).toBe(
      change === 'object' ? 'objected' : 'informed',
    );
  });

  test('leaves out purposes on another legal basis that were never shown', async () => {
    const { session } = await aPerson();
    expect((await show(session)).purposes.map(({ key }) => key)).toEqual(['e-marketing']);
  });
});

describe('saving', () => {
  test('takes back a purpose and its subscriptions with it, in one step', async () => {
    const { email, session } = await aPerson();
    const { decisions } = await save(session, { purpose: 'e-marketing', on: false });
    expect(decisions).toHaveLength(3);
    expect(await standingsOf(email)).toEqual({
      'e-marketing': 'withdrawn',
      newsletter: 'withdrawn',
      invitations: 'withdrawn',
    });
  });

  test('turns it on again as easily, on the words that are shown now', async () => {
    const { email, session } = await aPerson();
    await save(session, { purpose: 'e-marketing', on: false });
    const shown = await marketing(session);
    await save(
      session,
      { purpose: 'e-marketing', on: true },
      { subscription: 'newsletter', on: true },
    );
    expect(await standingsOf(email)).toMatchObject({
      'e-marketing': 'given',
      newsletter: 'given',
      invitations: 'withdrawn',
    });
    const last = (await recordsOf(email)).at(-1)?.content;
    expect(last).toMatchObject({
      source: 'preference-centre',
      actor: 'person',
      statement: shown.statement,
      page: `${host}/preferences`,
    });
    const words = await (await SELF.fetch(`${host}/v1/statements/${shown.statement}`)).text();
    expect(words).toContain(shown.text);
  });

  test('writes nothing for what already holds', async () => {
    const { email, session } = await aPerson();
    const before = (await recordsOf(email)).length;
    const { decisions } = await save(session, { purpose: 'e-marketing', on: true });
    expect(decisions).toEqual([]);
    expect((await recordsOf(email)).length).toBe(before);
  });

  test('in two tabs loses neither change, and the later one of the same thing holds', async () => {
    const { email, session } = await aPerson();
    const { subscriptions, statement } = await marketing(session);
    const seen = (wanted: string) =>
      subscriptions.find(({ key }) => key === wanted)?.record ?? null;
    const change = (subscription: string, on: boolean): Change[] => [
      { subscription, on, seen: seen(subscription) },
    ];
    const tab = async (changes: Change[]) =>
      Saved.parse(await (await send(session, statement, changes)).json());

    expect((await tab(change('newsletter', false))).overtaken).toBe(false);
    expect((await tab(change('invitations', false))).overtaken).toBe(false);
    expect(await standingsOf(email)).toMatchObject({
      newsletter: 'withdrawn',
      invitations: 'withdrawn',
    });
    const later = await tab(change('newsletter', true));
    expect(later.overtaken).toBe(true);
    expect((await standingsOf(email)).newsletter).toBe('given');
  });

  test('refuses words that were not shown, things that are not there, and emails without a purpose', async () => {
    const { session } = await aPerson();
    const { statement } = await marketing(session);
    const change = { on: true, seen: null };
    expect((await send(session, 'a'.repeat(64), [])).status).toBe(409);
    expect((await send(session, statement, [{ purpose: 'nope', ...change }])).status).toBe(422);
    await save(session, { purpose: 'e-marketing', on: false });
    const alone = [{ subscription: 'newsletter', ...change }];
    expect((await send(session, statement, alone)).status).toBe(422);
  });

  test('says what came of it, by name and address', async () => {
    const { email, session } = await aPerson();
    expect((await save(session, { subscription: 'newsletter', on: false })).said).toBe(
      'Saved and recorded.\nThis has ended: Newsletter.',
    );
    expect((await save(session, { subscription: 'newsletter', on: true })).said).toBe(
      `Saved and recorded.\nYou're signed up at ${email} for: Newsletter.`,
    );
    const { said } = await save(session, { purpose: 'e-marketing', on: false });
    expect(said).toContain(
      'This has ended: News and offers by email, Newsletter, and Invitations.',
    );
    expect(said).toContain(`You're not signed up for anything at ${email}.`);
    expect((await save(session)).said).toBe('Nothing was changed.');
  });

  test('asks what to receive where a purpose has several things and none is chosen', async () => {
    const { email, session } = await aPerson();
    await save(session, { purpose: 'e-marketing', on: false });
    const { statement, record } = await marketing(session);
    const answer = await send(session, statement, [
      { purpose: 'e-marketing', on: true, seen: record },
    ]);
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).errors?.[0]).toMatchObject({
      code: 'required',
      message: 'News and offers by email: Select an option.',
    });
    expect((await standingsOf(email))['e-marketing']).toBe('withdrawn');
  });

  test('takes a yes to a purpose for a yes to the only thing under it', async () => {
    const { email, session } = await aPerson();
    await save(session, { purpose: 'e-marketing', on: false });
    await env.DB.prepare("UPDATE subscription_type SET active = 0 WHERE key <> 'newsletter'").run();
    const { said } = await save(session, { purpose: 'e-marketing', on: true });
    await env.DB.prepare('UPDATE subscription_type SET active = 1').run();
    expect(said).toContain(`You're signed up at ${email} for: Newsletter.`);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'given' });
  });

  test('makes given what was pending, for the address is proven', async () => {
    const email = anEmail();
    await signUp(await aForm({ confirm: true }), email, both);
    await save(await enter(email), { purpose: 'e-marketing', on: true });
    expect(await standingsOf(email)).toMatchObject({ 'e-marketing': 'given', newsletter: 'given' });
  });
});
