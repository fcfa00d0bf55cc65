import { expect, test } from 'vitest';
import { Register } from '../../../../worker/contract/processing.ts';
import { aForm, aFormWith, anEmail, as, findPerson, signUp } from '../../builders.ts';
import { connect } from '../../connectors/connecting.ts';
import { atConsole } from '../../console/signing-in.ts';
import { aWebhook } from '../webhooks/receiving.ts';

test('the register of processing says what is kept, why, on which ground, for how long and who gets it', async () => {
  await aForm(aFormWith({ key: 'town', kind: 'text', label: { en: 'Town' } }));
  const { get, put } = await as(['lists', 'settings']);
  await put('/v1/settings/recipients', ['Cloudflare', 'Our printer']);
  const register = (await (await get('/v1/register')).json()) as {
    processings: { purpose: string; data: { field: string }[] }[];
  };
  expect(register).toMatchObject({
    recipients: ['Cloudflare', 'Our printer'],
    retention: { evidence: 90 },
  });
  const marketing = register.processings.find(({ purpose }) => purpose === 'e-marketing');
  expect(marketing).toMatchObject({ legalBasis: '61A', retentionDays: 730 });
  const fields = marketing?.data.map(({ field }) => field);
  expect(fields).toEqual(expect.arrayContaining(['email', 'town']));
});

test('the register names what nobody has said yet, and a purpose may say otherwise than the settings', async () => {
  const { get, put } = await as(['lists', 'settings']);
  const read = async () => Register.parse(await (await get('/v1/register')).json());
  const activity = async () =>
    (await read()).processings.find(({ purpose }) => purpose === 'e-marketing');
  expect((await read()).missing).toEqual(['name', 'address', 'email', 'jurisdiction']);
  expect(await activity()).toMatchObject({
    missing: ['storage', 'subjects', 'transfers', 'security'],
  });
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
  await put('/v1/settings/transfers', 'None.');
  await put('/v1/settings/security', 'Encrypted backups.');
  await put('/v1/purposes/e-marketing', {
    legalBasis: '61A',
    explicit: true,
    retentionDays: 730,
    recipients: ['Our printer'],
    subjects: 'Subscribers',
  });
  expect(await read()).toMatchObject({ controller, jurisdiction: 'DK', missing: [] });
  expect(await activity()).toMatchObject({
    recipients: ['Our printer'],
    storage: 'European Union',
    subjects: 'Subscribers',
    security: 'Encrypted backups.',
    missing: [],
  });
});

test('a field counts only for the purposes that it is assigned to, and for all where it says none', async () => {
  const purposes = [{ purpose: 'e-marketing' }, { purpose: 'sales-and-service' }];
  const named = { kind: 'text', label: { en: 'Shoe size' } } as const;
  const fields = [
    { key: 'email', kind: 'email', label: { en: 'Email' }, required: true } as const,
    { ...named, key: 'shoes', purposes: ['sales-and-service'] },
    { ...named, key: 'hobby' },
  ];
  await aForm({ sections: [{ key: 'main', fields, purposes }] });
  const { get } = await as(['lists']);
  const { processings } = Register.parse(await (await get('/v1/register')).json());
  const dataOf = (key: string) => processings.find(({ purpose }) => purpose === key)?.data ?? [];
  const keys = (key: string) => dataOf(key).map(({ field }) => field);
  expect(keys('sales-and-service')).toEqual(expect.arrayContaining(['email', 'shoes', 'hobby']));
  expect(keys('e-marketing')).not.toContain('shoes');
  const hobby = dataOf('e-marketing').find(({ field }) => field === 'hobby');
  expect(hobby).toMatchObject({ assigned: false, sources: ['web-form'] });
  const email = dataOf('e-marketing').find(({ field }) => field === 'email');
  expect(email?.sources).toEqual(expect.arrayContaining(['web-form', 'import']));
});

test('the record and the mapping sheet leave as tables, a row a purpose and a row a field', async () => {
  await aForm();
  const { get } = await as(['lists']);
  const record = await (await get('/v1/register/table?format=csv')).text();
  expect(record).toContain('News and offers by email');
  const mapping = await (await get('/v1/register/mapping?format=csv')).text();
  expect(mapping.split('\n')[0]).toContain('legal basis');
  expect(mapping).toContain('61A · Consent');
  const at = await atConsole(['lists'], { locale: 'da' });
  for (const path of ['/register', '/register/mapping'])
    expect(await (await at.get(path)).text()).toContain('Behandlingsgrundlag');
  const exported = await at.get('/register/mapping/table?format=csv');
  expect(await exported.text()).toContain('Opbevaring');
});

test('connected tools and receivers of webhooks are recipients, each of the purposes that it gets', async () => {
  const { get, put } = await as(['lists', 'settings']);
  await put('/v1/settings/recipients', ['Our printer']);
  await connect('mailchimp', {}, [{ item: 'subscription:newsletter', target: '1' }]);
  await connect('brevo', {}, [{ item: 'purpose:sales-and-service', target: '2' }]);
  const recipients = async () => {
    const { processings } = Register.parse(await (await get('/v1/register')).json());
    return Object.fromEntries(processings.map((each) => [each.purpose, each.recipients]));
  };
  expect(await recipients()).toEqual({
    'e-marketing': ['Our printer', 'Our mailchimp'],
    'sales-and-service': ['Our printer', 'Our brevo'],
  });
  await aWebhook();
  expect((await recipients())['e-marketing']).toEqual([
    'Our printer',
    'Our mailchimp',
    'CRM (hooks.example.com)',
  ]);
  for (const path of ['/v1/register/table?format=csv', '/v1/register/mapping?format=csv'])
    expect(await (await get(path)).text()).toContain('CRM (hooks.example.com)');
  const email = anEmail();
  await signUp(await aForm(), email);
  const staff = await as(['people-read']);
  const proof = await staff.get(`/v1/people/${(await findPerson(email))?.id}/proof`);
  expect(JSON.stringify(await proof.json())).toContain(
    '"recipients":["Our printer","Our mailchimp","CRM (hooks.example.com)"]',
  );
});
