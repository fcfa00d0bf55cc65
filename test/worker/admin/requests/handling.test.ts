import { describe, expect, test } from 'vitest';
import { RequestCases, RequestRead } from '../../../../worker/contract/requests.ts';
import { aForm, anEmail, as, count, findPerson, signUp, standingsOf } from '../../builders.ts';
import { atConsole, aUser } from '../../console/signing-in.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { DAY_MS } from '../../visitor/requests/asking.ts';

const officer = () => as(['requests', 'people-read', 'people-register', 'consents-write']);

const aPerson = async () => {
  const email = anEmail();
  await signUp(await aForm(), email, { subscriptions: { newsletter: true } });
  return { email, id: (await findPerson(email))?.id ?? '' };
};

/** Takes a request by phone from someone whom the staff know. */
const take = async (body: Record<string, unknown>) => {
  const answer = await (await officer()).post('/v1/requests', {
    channel: 'phone',
    identity: 'known',
    ...body,
  });
  return {
    status: answer.status,
    body: (await answer.json()) as { number: number; isFound: boolean },
  };
};

const read = async (number: number) =>
  RequestRead.parse(await (await (await officer()).get(`/v1/requests/${number}`)).json());

/** All that was written to an address. */
const textsTo = async (email: string): Promise<string> =>
  (await messagesTo(email)).map(({ text }) => text).join('\n');

const act = async (number: number, what: string, body: unknown = {}) =>
  (await (await officer()).post(`/v1/requests/${number}/${what}`, body)).status;

describe('a request that comes by phone', () => {
  test('is due a month after it came, acknowledged by email, and found on the board', async () => {
    const { email } = await aPerson();
    const askedAt = Date.now() - 3 * DAY_MS;
    const assignee = await aUser(['requests']);
    const note = 'Wants to know where we have the number from.';
    const taken = await take({ kind: 'access', email, askedAt, note, assignee: assignee.id });
    expect(taken).toMatchObject({ status: 201, body: { isFound: true } });
    const request = await read(taken.body.number);
    expect(request).toMatchObject({ state: 'open', channel: 'phone', identity: 'known', email });
    expect((request.dueAt - askedAt) / DAY_MS).toBeGreaterThanOrEqual(27.9);
    expect(request.notes.map(({ text }) => text)).toEqual([note]);
    expect(await textsTo(email)).toContain(`${taken.body.number} (`);
    const mine = await (await officer()).get(`/v1/requests?assignee=${assignee.id}&kind=access`);
    const { requests } = RequestCases.parse(await mine.json());
    expect(requests.map(({ number }) => number)).toEqual([taken.body.number]);
    expect((await take({ kind: 'access', email })).status).toBe(409);
  });

  test('of someone who is not found keeps who asked, and is closed with what was answered', async () => {
    const contact = 'Bo Hansen, 12 Elm Street';
    expect((await take({ kind: 'erasure' })).status).toBe(422);
    const { body } = await take({ kind: 'erasure', email: anEmail(), contact });
    expect(body.isFound).toBe(false);
    expect((await read(body.number)).contact).toContain(contact);
    expect(await act(body.number, 'carried-out')).toBe(409);
    expect(await act(body.number, 'done', { note: 'no' })).toBe(422);
    expect(await act(body.number, 'done', { note: 'Wrote that we have nothing.' })).toBe(200);
    expect(await read(body.number)).toMatchObject({ state: 'done' });
  });

  test('shows its address only to those who may see people', async () => {
    const { email } = await aPerson();
    const { body } = await take({ kind: 'access', email });
    const answer = await (await as(['requests'])).get(`/v1/requests/${body.number}`);
    expect(await answer.text()).not.toContain(email);
  });
});

describe('carrying out', () => {
  test('an objection says what it ends, and ends that', async () => {
    const { email } = await aPerson();
    const { number } = (await take({ kind: 'objection', email })).body;
    const { effects } = await read(number);
    expect(effects?.ends).toContainEqual({ purpose: 'e-marketing' });
    expect(await act(number, 'carried-out')).toBe(200);
    expect(await standingsOf(email)).toMatchObject({
      'e-marketing': 'objected',
      newsletter: 'objected',
    });
    expect(await read(number)).toMatchObject({ state: 'done', effects: null });
    expect(await act(number, 'carried-out')).toBe(409);
  });

  test('a restriction restricts, and lifting it restores what stood and tells the person why', async () => {
    const { email, id } = await aPerson();
    const before = await standingsOf(email);
    const { number } = (await take({ kind: 'restriction', email })).body;
    await act(number, 'carried-out');
    expect(new Set(Object.values(await standingsOf(email)))).toEqual(new Set(['restricted']));
    const reason = 'We have checked your data, and it is right.';
    const lift = async () =>
      (await officer()).post(`/v1/people/${id}/restriction-lifted`, { reason });
    expect((await lift()).status).toBe(200);
    expect(await standingsOf(email)).toEqual(before);
    expect(await textsTo(email)).toContain(reason);
    expect((await lift()).status).toBe(409);
  });

  test('an erasure says what will go, and begins its grace period with every consent ended', async () => {
    const { email } = await aPerson();
    const { number } = (await take({ kind: 'erasure', email })).body;
    expect((await read(number)).effects?.deletes).toMatchObject({ details: 1, submissions: 1 });
    expect(await act(number, 'carried-out')).toBe(200);
    expect(await read(number)).toMatchObject({ state: 'waiting' });
    expect((await standingsOf(email))['e-marketing']).toBe('withdrawn');
  });

  test('a correction changes address and details, closes, and tells both addresses', async () => {
    const { email, id } = await aPerson();
    const other = anEmail();
    const { number } = (await take({ kind: 'rectification', email })).body;
    const reason = 'Spelt it on the phone.';
    expect(await act(number, 'carried-out')).toBe(409);
    const taken = (await aPerson()).email;
    expect(await act(number, 'corrections', { email: taken, reason })).toBe(422);
    expect(await act(number, 'corrections', { reason })).toBe(422);
    const body = { email: other, locale: 'da', fields: { name: 'Anna' }, reason };
    expect(await act(number, 'corrections', body)).toBe(200);
    expect(await findPerson(other)).toMatchObject({ id, locale: 'da', fields: { name: 'Anna' } });
    const request = await read(number);
    expect(request.state).toBe('done');
    expect(request.notes.at(-1)?.text).toContain(reason);
    for (const address of [email, other]) expect(await textsTo(address)).toContain(`${number} (`);
    expect(await act(number, 'corrections', { ...body, email })).toBe(409);
    expect(await count('SELECT COUNT(*) AS count FROM person WHERE email = ?1', email)).toBe(0);
  });
});

describe('a deadline', () => {
  test('is extended once, from when the request came, and the person reads why', async () => {
    const { email } = await aPerson();
    const { number } = (await take({ kind: 'access', email })).body;
    const first = (await read(number)).dueAt;
    const reason = 'Your data is in many systems.';
    const extend = (months: number) => act(number, 'extension', { months, reason });
    expect(await extend(3)).toBe(422);
    expect(await extend(2)).toBe(200);
    const request = await read(number);
    expect((request.dueAt - first) / DAY_MS).toBeGreaterThan(57);
    expect(request.reasons).toEqual({ extension: reason });
    expect(await textsTo(email)).toContain(reason);
    expect(await extend(1)).toBe(409);
  });

  test('that has passed is extended no more', async () => {
    const { email } = await aPerson();
    const { number } = (await take({ kind: 'access', email, askedAt: Date.now() - 40 * DAY_MS }))
      .body;
    expect(await act(number, 'extension', { months: 1, reason: 'There is much to do.' })).toBe(409);
    expect((await read(number)).reasons).toEqual({});
  });
});

test('who was told of an erasure is listed, once each, and stays when the person is gone', async () => {
  const { id } = await aPerson();
  const erasing = await as(['bulk-delete']);
  await erasing.delete(`/v1/people/${id}?reason=request`);
  const { requests } = RequestCases.parse(
    await (await (await officer()).get('/v1/requests?state=done&kind=erasure')).json(),
  );
  const number = requests.find(({ person }) => person === id)?.number ?? 0;
  for (const recipient of ['CRM', 'CRM', 'Newsletter tool'])
    expect(await act(number, 'told', { recipient })).toBe(201);
  const { told } = await read(number);
  expect(told.map(({ recipient }) => recipient)).toEqual(['CRM', 'Newsletter tool']);
});

test('a request is given only to a user who may answer it', async () => {
  const { email } = await aPerson();
  const { number } = (await take({ kind: 'access', email })).body;
  const assign = async (assignee: string) =>
    (await (await officer()).put(`/v1/requests/${number}/assignee`, { assignee })).status;
  expect(await assign((await aUser(['forms'])).id)).toBe(422);
  const colleague = await aUser(['requests'], { name: 'Karen Vang' });
  expect(await assign(colleague.id)).toBe(200);
  const at = await atConsole(['requests', 'people-read']);
  expect(await (await at.get(`/requests?assignee=${colleague.id}`)).text()).toContain(email);
});
