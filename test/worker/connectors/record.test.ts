import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { recordAll } from '../../../worker/connectors/record.ts';
import { readWholeLists } from '../../../worker/lists/whole.ts';
import { anEmail, findPerson, recordsOf, standingsOf, theSystem } from '../builders.ts';
import { mistaken } from '../ledger/kept.ts';
import { makeKnown } from '../ledger/writers.ts';

test.each([
  ['at one time', 1000],
  ['at two times', 2000],
])('what a tool says of two subscriptions %s gives their purpose once', async (_, decidedAt) => {
  const email = anEmail();
  await makeKnown(email);
  const person = await findPerson(email);
  const records = [
    { item: 'subscription:newsletter', decision: 'given', decidedAt: 1000 },
    { item: 'subscription:invitations', decision: 'given', decidedAt },
  ] as const;
  const taking = [{ id: person?.id ?? '', email, locale: 'en', records }];
  await env.DB.batch(await recordAll(theSystem(), 'a-tool', taking, await readWholeLists(env.DB)));
  expect(await recordsOf(email)).toHaveLength(3);
  expect(await standingsOf(email)).toEqual({
    'e-marketing': 'given',
    newsletter: 'given',
    invitations: 'given',
  });
  expect(await mistaken()).toBe(0);
});
