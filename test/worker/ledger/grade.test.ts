import { expect, test } from 'vitest';
import { Verdicts } from '../../../worker/contract/mailing.ts';
import { gradeOf } from '../../../worker/ledger/grade.ts';
import {
  aForm,
  anEmail,
  as,
  findPerson,
  problemOf,
  recordsOf,
  signUp,
  textOf,
} from '../builders.ts';
import { atConsole } from '../console/signing-in.ts';

const newsletter = { purpose: 'e-marketing', subscription: 'newsletter' };

/** Registers someone who was at a fair. */
const registered = async (decidedAt?: number): Promise<string> => {
  const email = anEmail();
  const { post } = await as(['people-register', 'consents-write', 'subscriptions-write']);
  await post('/v1/people', {
    email,
    purposes: ['e-marketing'],
    subscriptions: ['newsletter'],
    source: 'event',
    legalBasis: '61A',
    comment: 'A card from the fair.',
    decidedAt,
  });
  return email;
};

const gradesOf = async (email: string): Promise<string[]> =>
  (await recordsOf(email)).map(({ grade }) => grade);

test('what was asked here is proven, what a user registers is as much as they say', async () => {
  const [here, there] = [anEmail(), await registered()];
  await signUp(await aForm(), here);
  expect(new Set(await gradesOf(here))).toEqual(new Set(['proven']));
  expect(new Set(await gradesOf(there))).toEqual(new Set(['unproven']));
  const { post } = await as(['subscriptions-write']);
  const person = await findPerson(there);
  await post(`/v1/people/${person?.id}/decisions`, {
    subscription: 'invitations',
    decision: 'given',
    source: 'phone',
    comment: 'They rang and asked for it.',
  });
  expect((await gradesOf(there)).at(-1)).toBe('asserted');
});

test('whom a user registers is evidenced where they say when the person said so', async () => {
  const email = await registered(Date.now() - 86_400_000);
  expect(new Set(await gradesOf(email))).toEqual(new Set(['asserted']));
  const { post, get } = await as(['mailing', 'people-register', 'export']);
  const asked = { emails: [email], ...newsletter };
  expect(
    Verdicts.parse(await (await post('/v1/mailing-check?evidence=asserted', asked)).json()),
  ).toMatchObject({ verdicts: [{ email, allow: true }] });
  const audience = await get('/v1/exports/audiences/newsletter?format=csv&evidence=asserted');
  expect(await textOf(audience)).toContain(email);
  const later = { email: anEmail(), source: 'event', legalBasis: '61A', comment: 'A card.' };
  const refused = await post('/v1/people', { ...later, decidedAt: Date.now() + 60_000 });
  expect(await problemOf(refused)).toMatchObject({
    errors: [{ field: 'decidedAt', code: 'future' }],
  });
});

test('the screen that registers a person asks when they said so, and shows the grade', async () => {
  const at = await atConsole(['people-register', 'people-read', 'subscriptions-write']);
  const post = async (decidedAt: string) => {
    const posted = { email: anEmail(), locale: 'en', purposes: 'e-marketing', source: 'event' };
    const answer = await at.post('/people/register', {
      ...posted,
      legalBasis: '61A',
      comment: 'A card from the fair.',
      decidedAt,
    });
    const to = answer.headers.get('Location') ?? '';
    return answer.status === 303 ? (await at.get(to.slice('/console'.length))).text() : '';
  };
  expect(await post('')).toContain('Unproven');
  const page = await post('2026-01-20');
  expect(page).toContain('Said elsewhere');
  expect(page).toContain('20 Jan 2026');
  expect(await post('yesterday')).toBe('');
});

test('what a file says is never proven, no matter who had it imported', () => {
  expect(gradeOf('import', { actor: 'system' })).toBe('unproven');
  expect(gradeOf('import', { actor: 'system', decidedAt: 1 })).toBe('asserted');
  expect(gradeOf('erasure', { actor: 'system' })).toBe('proven');
});

test('a mailing and an audience can ask for evidence of a grade at least', async () => {
  const [here, there] = [anEmail(), await registered()];
  await signUp(await aForm(), here);
  const { post, get } = await as(['mailing', 'export']);
  const check = async (query: string) =>
    Verdicts.parse(
      await (
        await post(`/v1/mailing-check${query}`, { emails: [here, there], ...newsletter })
      ).json(),
    ).verdicts;
  expect(await check('')).toMatchObject([{ allow: true }, { allow: true }]);
  expect(await check('?evidence=unproven')).toMatchObject([{ allow: true }, { allow: true }]);
  expect(await check('?evidence=asserted')).toEqual([
    { email: here, allow: true },
    { email: there, allow: false, reason: 'too-little-evidence' },
  ]);
  const audience = async (query: string): Promise<string> =>
    textOf(await get(`/v1/exports/audiences/newsletter?format=csv${query}`));
  expect(await audience('')).toContain(there);
  const proven = await audience('&evidence=proven');
  expect(proven).toContain(here);
  expect(proven).not.toContain(there);
  expect((await get('/v1/exports/audiences/newsletter?evidence=sworn')).status).toBe(422);
});

test('the export of the ledger has the grade of each record', async () => {
  await registered();
  const { get } = await as(['export']);
  const csv = await textOf(await get('/v1/exports/records?format=csv'));
  expect(csv).toContain('"counted as","evidence"');
  expect(csv).toContain('"import","unproven"');
});
