import { expect, test } from 'vitest';
import { aForm, aFormWith, as } from '../../builders.ts';

test('the register of processing says what is kept, why, on which ground, for how long and who gets it', async () => {
  await aForm(aFormWith({ key: 'town', kind: 'text', label: { en: 'Town' } }));
  const { get, put } = await as(['lists', 'settings']);
  await put('/v1/settings/recipients', ['Cloudflare', 'Our printer']);
  const register = (await (await get('/v1/register')).json()) as {
    processings: { purpose: string; fields: string[] }[];
  };
  expect(register).toMatchObject({ recipients: ['Cloudflare', 'Our printer'], evidenceDays: 90 });
  const marketing = register.processings.find(({ purpose }) => purpose === 'e-marketing');
  expect(marketing).toMatchObject({ legalBasis: '61A', retentionDays: 730 });
  expect(marketing?.fields).toEqual(expect.arrayContaining(['email', 'town']));
});
