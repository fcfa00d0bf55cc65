import { describe, expect, test } from 'vitest';
import { Saved } from '../../../../worker/contract/preferences.ts';
import { problemOf, recordsOf, standingsOf } from '../../builders.ts';
import { mistaken } from '../../ledger/kept.ts';
import { writers } from '../../ledger/writers.ts';
import { post } from '../verify/entering.ts';
import { aPerson, send, show } from './choosing.ts';

const stale = 'a'.repeat(64);

describe('a page whose words have changed since it was opened', () => {
  test('still ends what is unticked, and says so', async () => {
    const { email, session } = await aPerson();
    const answer = await send(session, stale, [
      { subscription: 'newsletter', on: false, seen: null },
    ]);
    expect(Saved.parse(await answer.json()).said).toContain('This has ended: Newsletter.');
    expect((await standingsOf(email)).newsletter).toBe('withdrawn');
    expect((await recordsOf(email)).at(-1)?.content.statement).toBeNull();
  });

  test('still unsubscribes from everything', async () => {
    const { email, session } = await aPerson();
    const everything = { statement: stale, locale: 'en', changes: [], everything: true };
    expect((await post('/v1/preferences', everything, session)).status).toBe(200);
    expect(new Set(Object.values(await standingsOf(email)))).toEqual(new Set(['withdrawn']));
  });

  test('agrees to nothing, nor together with what it ends', async () => {
    const { email, session } = await aPerson();
    const before = await standingsOf(email);
    const answer = await send(session, stale, [
      { subscription: 'newsletter', on: false, seen: null },
      { subscription: 'invitations', on: true, seen: null },
    ]);
    expect(answer.status).toBe(409);
    expect(await standingsOf(email)).toEqual(before);
  });
});

test('what is said twice in one save is recorded once', async () => {
  const { email, session } = await aPerson();
  const { statement } = await show(session);
  const change = { subscription: 'newsletter', on: false, seen: null };
  const before = (await recordsOf(email)).length;
  expect((await send(session, statement, [change, change])).status).toBe(200);
  expect(await recordsOf(email)).toHaveLength(before + 1);
  expect(await mistaken()).toBe(0);
});

test('a subscription whose purpose has ended elsewhere is not chosen, which is said in the language of the page', async () => {
  const { email, session } = await aPerson();
  const { statement } = await show(session, 'da');
  await writers['preferences, purpose off'](email);
  const answer = await send(
    session,
    statement,
    [{ subscription: 'newsletter', on: true, seen: null }],
    'da',
  );
  expect(answer.status).toBe(422);
  expect((await problemOf(answer)).errors?.[0]?.message).toMatch(/^Det lykkedes ikke/);
  expect((await standingsOf(email)).newsletter).toBe('withdrawn');
});
