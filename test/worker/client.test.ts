import { describe, expect, test } from 'vitest';
import { createClient, Refused } from '../../widget/package/client.ts';
import { Verdicts } from '../../worker/contract/mailing.ts';
import { PeopleFound, Person } from '../../worker/contract/people.ts';
import type { Right } from '../../worker/contract/rights.ts';
import { aForm, anEmail, aToken, call, host, signUp } from './builders.ts';

/** A client with these rights, which reaches the Worker under test. */
const clientWith = async (...rights: Right[]) =>
  createClient(host, {
    token: await aToken(rights),
    fetch: (url, init) => call(url.slice(host.length), init),
  });

describe('the client of the package', () => {
  test('fills in the path and the query, sends JSON, and answers it', async () => {
    const client = await clientWith('people-read', 'mailing');
    const email = anEmail();
    await signUp(await aForm(), email);

    const body = { emails: [email], purpose: 'e-marketing' };
    const { verdicts } = Verdicts.parse(await client.post('/v1/mailing-check', { body }));
    expect(verdicts).toEqual([{ email, allow: true }]);

    const found = PeopleFound.parse(
      await client.get('/v1/people', { query: { email, source: undefined } }),
    );
    const id = found.people[0]?.id ?? '';
    const person = Person.parse(await client.get('/v1/people/{id}', { path: { id } }));
    expect(person.standings.map(({ decision }) => decision)).toContain('given');
  });

  test('answers anything else as it is, and nothing where there is nothing', async () => {
    const client = await clientWith('forms', 'export');
    const csv = await client.get('/v1/exports/people', { query: { format: 'csv' } });
    expect(csv).toBeInstanceOf(Response);
    const form = await aForm();
    expect(await client.delete('/v1/forms/{key}', { path: { key: form } })).toBeUndefined();
  });

  test('answers with its headers, and takes headers, for those who save what they have read', async () => {
    const client = await clientWith('settings');
    const path = { key: 'sender' };
    const read = await client.fetch('get', '/v1/settings/{key}', { path });
    const body = { name: 'Orchard', address: 'hello@orchard.example' };
    const headers = { 'If-Match': read.headers.get('ETag') ?? '' };
    await client.put('/v1/settings/{key}', { path, body, headers });
    const other = { ...body, name: 'Garden' };
    const late = client.put('/v1/settings/{key}', { path, body: other, headers });
    await expect(late).rejects.toMatchObject({
      problem: { type: '/problems/overtaken', status: 412 },
    });
  });

  test('throws what is refused, with the problem', async () => {
    const client = await clientWith('people-read');
    const reading = client.get('/v1/people/{id}', { path: { id: crypto.randomUUID() } });
    await expect(reading).rejects.toThrow(Refused);
    await expect(reading).rejects.toMatchObject({
      problem: { type: '/problems/not-found', status: 404 },
    });
  });
});
