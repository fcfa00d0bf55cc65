// A user who is shown people has the right to see them, and the log says that they were shown.
import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { Right } from '../../../worker/contract/rights.ts';
import { aForm, anEmail, as, count, findPerson, signUp } from '../builders.ts';
import { atConsole } from '../console/signing-in.ts';

const email = anEmail();
const search = new URLSearchParams({ email }).toString();
const all = [...Right.options];
const others = all.filter((right) => right !== 'people-read');
const facts = { nature: 'Lost.', consequences: 'Few.', measures: 'Locked.', contact: 'Us.' };

let person = '';
let request = 0;
let breach = '';

const INSERT_REQUEST = `
INSERT INTO request (id, person, kind, state, asked_at, due_at)
VALUES (?1, ?2, 'access', 'open', 1, 2)
RETURNING number`;

const INSERT_NOTICE = `
INSERT INTO due_notice (last, first, source, due_at)
SELECT number, number, 'manual', 1
FROM person
WHERE id = ?1`;

beforeAll(async () => {
  await signUp(await aForm(), email);
  person = (await findPerson(email))?.id ?? '';
  const asked = env.DB.prepare(INSERT_REQUEST).bind(crypto.randomUUID(), person);
  request = (await asked.first<number>('number')) ?? 0;
  await env.DB.prepare(INSERT_NOTICE).bind(person).run();
  const officer = await as(['breach', 'bulk', 'people-read']);
  const opened = await officer.post('/v1/breaches', {
    title: 'Lost',
    discoveredAt: Date.now(),
    facts,
  });
  breach = ((await opened.json()) as { id: string }).id;
});

const acts = (actor: string, act: string) =>
  count('SELECT COUNT(*) AS count FROM audit WHERE actor = ?1 AND act = ?2', actor, act);

/** Each place of the console that names people, and the act that the log has of it. */
const places: [what: string, path: () => string, act: string][] = [
  ['the search', () => `/people?${search}`, 'people.search'],
  ['a person', () => `/people/${person}`, 'people.read'],
  ['the inbox', () => '/submissions', 'submissions.read'],
  ['the notices', () => '/notices', 'notices.read'],
  ['a request', () => `/requests/${request}`, 'request.read'],
  ['the preview of a job', () => `/jobs/new?kind=notice&${search}`, 'jobs.preview'],
];

describe.each(places)('%s of the console', (_, path, act) => {
  test('shows nobody to a user who has every right but people-read', async () => {
    const { get } = await atConsole(others);
    expect(await (await get(path())).text()).not.toContain(`>${email}<`);
  });

  test('shows people with it, and the log says who saw them', async () => {
    const { get, user } = await atConsole(all);
    expect(await (await get(path())).text()).toContain(email);
    expect(await acts(`user:${user.id}`, act)).toBe(1);
  });
});

describe.each([
  ['GET /v1/people', `/v1/people?decision=given`, 'people.search'],
  ['GET /v1/submissions', '/v1/submissions', 'submissions.read'],
  ['GET /v1/notices', '/v1/notices', 'notices.read'],
])('%s', (_, path, act) => {
  test('is in the log, without an address', async () => {
    const before = await count('SELECT COUNT(*) AS count FROM audit WHERE act = ?1', act);
    expect((await (await as(['people-read'])).get(path)).status).toBe(200);
    expect(await count('SELECT COUNT(*) AS count FROM audit WHERE act = ?1', act)).toBe(before + 1);
    expect(await count("SELECT COUNT(*) AS count FROM audit WHERE after LIKE '%@%'")).toBe(0);
  });
});

test('who was notified of a breach is listed by id to those who may not see people', async () => {
  await env.DB.prepare(
    'INSERT INTO breach_notified (breach, person, notified_at) VALUES (?1, ?2, 1)',
  )
    .bind(breach, person)
    .run();
  const listed = async (rights: Right[]) =>
    (await (await as(rights)).get(`/v1/breaches/${breach}/notified`)).text();
  const [without, having] = [await listed(['breach']), await listed(['breach', 'people-read'])];
  expect(without).toContain(person);
  expect(without).not.toContain(email);
  expect(having).toContain(email);
});
