// How many round trips to the database each request of a visitor waits for, and makes behind its answer.
import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { EntryAnswer } from '../../../worker/contract/sessions.ts';
import { SubmissionAnswer } from '../../../worker/contract/submission.ts';
import { codeOf } from '../../../worker/people/entries.ts';
import { preferencesLink, unsubscribeLink } from '../../../worker/people/links.ts';
import { forgetRemembered } from '../../../worker/platform/remembered.ts';
import { codeFor } from '../../../worker/platform/signing/code.ts';
import { signLink } from '../../../worker/platform/signing/link.ts';
import {
  aForm,
  anEmail,
  anIp,
  call,
  findPerson,
  host,
  signUp,
  site,
  standingsOf,
} from '../builders.ts';
import { setSender } from '../emails/receiving.ts';
import { emailService } from '../emails/service.ts';
import { countTrips } from '../trips.ts';
import { aPerson, marketing } from './preferences/choosing.ts';
import { vouch } from './verify/vouching.ts';

const { on, sentTo } = emailService();

/** Counts the round trips of a request in an isolate that remembers nothing of the brand. Emails go out. */
const trips = async (path: string, init: RequestInit & { headers?: Record<string, string> }) => {
  forgetRemembered();
  const headers = { 'CF-Connecting-IP': anIp(), ...init.headers };
  const { response, before, behind } = await countTrips(path, { ...init, headers }, on);
  return { status: response.status, before, behind, response };
};

beforeAll(setSender);

const json = (body: unknown, headers: Record<string, string>) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

const form = (body: Record<string, string>, headers: Record<string, string>) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: host, ...headers },
  body: new URLSearchParams(body).toString(),
});

test('a preference centre is loaded in two round trips and saved in three, by the widget', async () => {
  const { session } = await aPerson();
  expect(await trips('/v1/preferences?locale=en', { headers: session })).toMatchObject({
    status: 200,
    before: 2,
    behind: 0,
  });
  const { statement, record } = await marketing(session);
  const changes = [{ purpose: 'e-marketing', on: false, seen: record }];
  const body = { statement, locale: 'en', changes, page: `${host}/preferences` };
  expect(await trips('/v1/preferences', json(body, session))).toMatchObject({
    status: 200,
    before: 3,
    behind: 0,
  });
});

test('a preference centre is loaded in two round trips and saved in four, as a page', async () => {
  const { session } = await aPerson();
  const cookie = { Cookie: `__Host-samtykke=${session.Authorization.split(' ')[1]}` };
  expect(await trips('/preferences', { headers: cookie })).toMatchObject({
    status: 200,
    before: 2,
    behind: 0,
  });
  const { statement, record } = await marketing(session);
  const posted = { statement, locale: 'en', 'was.purposes.e-marketing': `on:${record}` };
  const saved = await trips('/preferences', form(posted, cookie));
  expect(saved).toMatchObject({ status: 200, before: 4, behind: 0 });
  expect(await saved.response.text()).toContain('Saved');
});

describe('a sign-up is written in one round trip', () => {
  const aSignUp = async (draft: Parameters<typeof aForm>[0], says = true) => {
    const key = await aForm(draft);
    const email = anEmail();
    // This isolate knows a form once it has shown it, and need not have counted that.
    await call(`/v1/forms/${key}`, { headers: { Origin: site } });
    const body = {
      version: 1,
      locale: 'en',
      fields: { email },
      purposes: { 'e-marketing': says },
      subscriptions: { newsletter: says },
      page: `${site}/page`,
    };
    const headers = { Origin: site, 'Idempotency-Key': crypto.randomUUID() };
    const send = () => trips(`/v1/forms/${key}/submissions`, json(body, headers));
    return { email, send };
  };

  test.each([
    ['a privacy notice', {}],
    ['a confirmation', { confirm: true }],
  ])('and %s sent in two more behind the answer', async (_, draft) => {
    const { email, send } = await aSignUp(draft);
    expect(await send()).toMatchObject({ status: 201, before: 1, behind: 2 });
    expect(sentTo).toContain(email);
    expect(await send()).toMatchObject({ status: 201, before: 1, behind: 0 });
  });

  test('where all is refused, and nothing follows', async () => {
    const { email, send } = await aSignUp({}, false);
    expect(await send()).toMatchObject({ status: 201, before: 1, behind: 0 });
    expect(sentTo).not.toContain(email);
  });
});

test('a code is asked for in three round trips, none before the answer, and entered in one', async () => {
  const { email } = await aPerson();
  const asked = await trips('/v1/entries', json({ email }, {}));
  expect(asked).toMatchObject({ status: 202, before: 0, behind: 3 });
  const { entry } = EntryAnswer.parse(await asked.response.json());
  const code = await codeFor(env, codeOf(entry));
  const wrong = code === '000000' ? '111111' : '000000';
  const enter = (written: string) =>
    trips(`/v1/entries/${entry}/session`, json({ code: written }, {}));
  expect(await enter(wrong)).toMatchObject({ status: 422, before: 1, behind: 0 });
  expect(await enter(code)).toMatchObject({ status: 201, before: 1, behind: 0 });
});

test('a session by link or by the site itself begins in one round trip', async () => {
  const { email } = await aPerson();
  const person = (await findPerson(email))?.id ?? '';
  const link = await preferencesLink(env, host, person, 1);
  const proofs = [{ link: link.split('/enter/')[1] }, { identity: await vouch(email) }];
  for (const proof of proofs)
    expect(await trips('/v1/sessions', json(proof, {}))).toMatchObject({
      status: 201,
      before: 1,
      behind: 0,
    });
});

test('an unsubscribe page is read in one round trip, and each of its buttons takes two', async () => {
  const { email } = await aPerson();
  const person = (await findPerson(email))?.id ?? '';
  const pathFor = async (type: string) =>
    new URL(await unsubscribeLink(env, host, person, type)).pathname;
  const newsletter = await pathFor('newsletter');
  expect(await trips(newsletter, {})).toMatchObject({ status: 200, before: 1, behind: 0 });
  const acts: [path: string, body: Record<string, string>][] = [
    [newsletter, { 'List-Unsubscribe': 'One-Click' }],
    [await pathFor('invitations'), { what: 'this' }],
    [newsletter, { what: 'everything' }],
  ];
  for (const [path, body] of acts)
    expect(await trips(path, form(body, {}))).toMatchObject({ status: 200, before: 2, behind: 0 });
  expect(new Set(Object.values(await standingsOf(email)))).toEqual(new Set(['withdrawn']));
});

describe('a confirmation', () => {
  const aSubmission = async () => {
    const email = anEmail();
    const answer = await signUp(await aForm({ confirm: true }), email);
    return SubmissionAnswer.parse(await answer.json());
  };

  test('by its link is asked for in two round trips and given in two, and its notice sent in two', async () => {
    const { submission } = await aSubmission();
    const link = await signLink(env, { scope: 'confirm', subject: submission, seconds: 60 });
    expect(await trips(`/confirm/${link}`, {})).toMatchObject({ status: 200, before: 2 });
    const given = await trips(`/confirm/${link}`, form({}, {}));
    expect(given).toMatchObject({ status: 200, before: 2, behind: 2 });
  });

  test('by its code is given in two round trips, and a wrong code takes one', async () => {
    const { submission, receipt } = await aSubmission();
    const code = await codeFor(env, submission);
    const wrong = code === '000000' ? '111111' : '000000';
    const give = (written: string) =>
      trips(`/v1/receipts/${receipt}/confirmation`, json({ code: written }, {}));
    expect(await give(wrong)).toMatchObject({ status: 422, before: 1, behind: 0 });
    expect(await give(code)).toMatchObject({ status: 200, before: 2, behind: 2 });
  });
});
