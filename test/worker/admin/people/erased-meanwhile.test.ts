import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { planRegistering, registerAll } from '../../../../worker/admin/people/register.ts';
import { readWholeLists } from '../../../../worker/lists/whole.ts';
import { addressHashes } from '../../../../worker/platform/signing/address-hash.ts';
import { anEmail, count, theSystem } from '../../builders.ts';

const registrant = (email: string) => ({
  email,
  locale: 'en',
  fields: { name: 'Anna' },
  purposes: ['e-marketing'],
  subscriptions: ['newsletter'],
});

test('a person who is erased while an import is about to write them is not registered', async () => {
  const caller = theSystem();
  const { db } = caller;
  const [erased, other] = [anEmail(), anEmail()];
  const plan = await planRegistering(
    { db, lists: await readWholeLists(db) },
    [registrant(erased), registrant(other)],
    {
      legalBasis: '61A',
      subscribesKnown: true,
    },
  );
  const statements = await registerAll(caller, plan, { source: 'import', comment: 'A fair.' });
  const [hash] = await addressHashes(env, [erased]);
  await env.DB.prepare('INSERT INTO suppression (hash, created_at) VALUES (?1, 1)')
    .bind(hash)
    .run();
  await db.batch(statements);
  const known = 'SELECT COUNT(*) AS count FROM person WHERE email = ?1';
  expect(await count(known, erased)).toBe(0);
  expect(await count(known, other)).toBe(1);
  const records = 'SELECT COUNT(*) AS count FROM record WHERE person = ?1';
  expect(await count(records, plan[0]?.id)).toBe(0);
  expect(await count(records, plan[1]?.id)).toBe(2);
});
