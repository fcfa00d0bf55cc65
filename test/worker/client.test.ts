import { describe, expect, test } from 'vitest';
import { createClient, Refused } from '../../worker/client.ts';
import type { Right } from '../../worker/contract/rights.ts';
import { aForm, anEmail, aToken, call, host, signUp } from './builders.ts';

/** A client with these rights, which reaches the Worker under test. */
const clientWith = async (...rights: Right[]) =>
  createClient(host, {
    token: await aToken(rights),
    fetch: (input, init) => call(String(input).slice(host.length), init),
  });

describe('the typed client', () => {
  test('takes and answers what the contract says', async () => {
    const { v1 } = await clientWith('people-read', 'mailing');
    const email = anEmail();
    await signUp(await aForm(), email);

    const { verdicts } = await (
      await v1['mailing-check'].$post({ json: { emails: [email], purpose: 'e-marketing' } })
    ).json();
    expect(verdicts).toEqual([{ email, allow: true }]);

    const found = await (await v1.people.$get({ query: { email } })).json();
    const id = found.people[0]?.id ?? '';
    const person = await (await v1.people[':id'].$get({ param: { id } })).json();
    const decision: 'given' | undefined = person.standings
      .map((standing) => standing.decision)
      .find((each) => each === 'given');
    expect(decision).toBe('given');
  });

  test('throws what is refused, with the problem', async () => {
    const { v1 } = await clientWith('people-read');
    const reading = v1.people[':id'].$get({ param: { id: crypto.randomUUID() } });
    await expect(reading).rejects.toThrow(Refused);
    await expect(reading).rejects.toMatchObject({
      problem: { type: '/problems/not-found', status: 404 },
    });
  });
});
