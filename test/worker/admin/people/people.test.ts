import { env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { RecordsAnswer } from '../../../../worker/contract/people.ts';
import {
  aForm,
  anEmail,
  as,
  aToken,
  count,
  findPerson,
  host,
  problemOf,
  send,
  signUp,
} from '../../builders.ts';

const get = (path: string, token?: string) =>
  SELF.fetch(`${host}${path}`, { headers: token ? { Authorization: `Bearer ${token}` } : {} });

describe('reading people', () => {
  test('answers a person with what holds now', async () => {
    const email = anEmail();
    await signUp(await aForm(), email, { locale: 'da', subscriptions: { newsletter: true } });
    const person = await findPerson(email);
    expect(person).toMatchObject({ email, locale: 'da' });
    const { get } = await as(['people-read']);
    expect(await (await get(`/v1/people/${person?.id}`)).json()).toEqual(person);
  });

  test('unknown is never yes: a subscription type without a record is not there', async () => {
    const email = anEmail();
    await send(await aForm(), { body: { fields: { email } } });
    const items = (await findPerson(email))?.standings.map(({ subscription }) => subscription);
    expect(items).not.toContain('newsletter');
  });

  test('answers an empty list for an address we do not know', async () => {
    expect(await findPerson(anEmail())).toBeUndefined();
  });

  test('pages through the records, oldest first', async () => {
    const email = anEmail();
    const form = await aForm();
    for (let turn = 0; turn < 4; turn++) await signUp(form, email);
    const person = await findPerson(email);
    const { get } = await as(['people-read']);
    const sequences: number[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const answer: Response = await get(`/v1/people/${person?.id}/records?after=${after}&limit=2`);
      const page: RecordsAnswer = RecordsAnswer.parse(await answer.json());
      sequences.push(...page.records.map(({ sequence }) => sequence));
      after = page.next;
    }
    expect(sequences).toHaveLength(9);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
  });

  test.each(['not-a-uuid', crypto.randomUUID()])('answers 404 for %s', async (id) => {
    const { get } = await as(['people-read']);
    expect((await get(`/v1/people/${id}`)).status).toBe(404);
  });

  test('is itself recorded: who looked at whom, by id', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const person = await findPerson(email);
    const sql = "SELECT count(*) AS count FROM audit WHERE act = 'people.find' AND object = ?";
    expect(await count(sql, person?.id)).toBe(1);
    expect(
      await count('SELECT count(*) AS count FROM audit WHERE instr(object, ?) > 0', email),
    ).toBe(0);
  });
});

describe('everything that is kept of someone', () => {
  test('leaves as JSON, CSV or a report to print, and that is recorded', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const id = (await findPerson(email))?.id ?? '';
    const { get } = await as(['people-read']);
    const data = await (await get(`/v1/people/${id}/data`)).json();
    expect(data).toMatchObject({ person: { email }, submissions: [{ fields: { email } }] });
    const csv = await get(`/v1/people/${id}/data?format=csv`);
    expect(await csv.text()).toContain(email);
    const report = await get(`/v1/people/${id}/data?format=html`);
    expect(report.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect((await get(`/v1/people/${id}/data?format=pdf`)).status).toBe(422);
    const acts = "SELECT COUNT(*) AS count FROM audit WHERE act = 'people.report' AND object = ?1";
    expect(await count(acts, id)).toBe(3);
  });

  test('is erased for good by anyone who may', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const id = (await findPerson(email))?.id ?? '';
    expect((await (await as(['people-read'])).delete(`/v1/people/${id}`)).status).toBe(403);
    const officer = await as(['bulk-delete']);
    expect((await officer.delete(`/v1/people/${id}?reason=request`)).status).toBe(204);
    expect(await findPerson(email)).toBeUndefined();
    expect((await officer.delete(`/v1/people/${id}?reason=request`)).status).toBe(404);
  });
});

describe('an API key', () => {
  test('is needed', async () => {
    const response = await get('/v1/people?email=anna@example.com');
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toContain('Bearer');
  });

  test('must be a live one', async () => {
    const expired = await aToken(['people-read'], -1);
    for (const token of ['samtykke_nope', expired])
      expect((await get('/v1/people?email=a@b.dk', token)).status).toBe(401);
  });

  test('must have the right, and a denial is recorded', async () => {
    const { get } = await as(['forms']);
    const before = await count("SELECT count(*) AS count FROM audit WHERE act = 'denied'");
    const response = await get('/v1/people?email=a@b.dk');
    expect(response.status).toBe(403);
    expect((await problemOf(response)).detail).toContain('people-read');
    expect(await count("SELECT count(*) AS count FROM audit WHERE act = 'denied'")).toBe(
      before + 1,
    );
  });

  test('is stored only as a hash', async () => {
    const token = await aToken(['people-read']);
    const { results } = await env.DB.prepare('SELECT * FROM api_key').all();
    expect(JSON.stringify(results)).not.toContain(token);
  });

  test.each([
    ['GET', '/v1/people?email=a@b.dk'],
    ['GET', '/v1/people/x'],
    ['GET', '/v1/people/x/records'],
    ['GET', '/v1/purposes'],
    ['PUT', '/v1/purposes/e-marketing/texts/en'],
    ['PUT', '/v1/forms/newsletter'],
  ])('guards %s %s', async (method, path) => {
    const body = method === 'PUT' ? '{}' : undefined;
    expect((await SELF.fetch(`${host}${path}`, { method, body })).status).toBe(401);
  });
});
