import { expect, test } from 'vitest';
import { Register } from '../../../../worker/contract/processing.ts';
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

test('the register names what nobody has said yet, and a purpose may say otherwise than the settings', async () => {
  const { get, put } = await as(['lists', 'settings']);
  const read = async () => Register.parse(await (await get('/v1/register')).json());
  const activity = async () =>
    (await read()).processings.find(({ purpose }) => purpose === 'e-marketing');
  expect((await read()).missing).toEqual(['name', 'address', 'email', 'jurisdiction']);
  expect(await activity()).toMatchObject({ missing: ['storage'] });
  const controller = {
    name: 'Orchard Ltd',
    address: '1 Apple Road, 8000 Aarhus C',
    email: 'privacy@orchard.example',
    url: 'https://orchard.example',
    officer: '',
  };
  await put('/v1/settings/controller', controller);
  await put('/v1/settings/jurisdiction', 'DK');
  await put('/v1/settings/storage', 'European Union');
  await put('/v1/purposes/e-marketing', {
    legalBasis: '61A',
    explicit: true,
    retentionDays: 730,
    recipients: ['Our printer'],
  });
  expect(await read()).toMatchObject({ controller, jurisdiction: 'DK', missing: [] });
  expect(await activity()).toMatchObject({
    recipients: ['Our printer'],
    storage: 'European Union',
    missing: [],
  });
});
