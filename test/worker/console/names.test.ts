import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { readNames } from '../../../worker/console/kit/names.ts';
import { as } from '../builders.ts';

test('the screens name an entry of a list in the closest of its languages', async () => {
  const { put } = await as(['lists']);
  await put('/v1/sources/stall', { rank: 9 });
  for (const [locale, name] of Object.entries({ da: 'Stand', 'en-GB': 'Stall' }))
    expect((await put(`/v1/sources/stall/texts/${locale}`, { name })).status).toBe(200);
  const nameIn = async (locale: string) =>
    (await readNames(env.DB, locale)).name('sources', 'stall');
  expect([await nameIn('en'), await nameIn('da')]).toEqual(['Stall', 'Stand']);
});
