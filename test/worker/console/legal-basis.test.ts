import { describe, expect, test } from 'vitest';
import { Right } from '../../../worker/contract/rights.ts';
import { aForm, anEmail, as, findPerson, signUp } from '../builders.ts';
import { atConsole } from './signing-in.ts';

const optionsIn = (page: string): string[] => {
  const select = /<select id="legalBasis"[^>]*>(.*?)<\/select>/s.exec(page)?.[1] ?? '';
  return [...select.matchAll(/<option([^>]*)>/g)].map(([, attributes = '']) => attributes.trim());
};

/** A person who agreed to a purpose that a contract needs (61B). */
const aCustomer = async () => {
  const all = await as([...Right.options]);
  await all.put('/v1/purposes/orders', { legalBasis: '61B', explicit: false });
  await all.put('/v1/purposes/orders/texts/en', {
    title: 'Orders',
    approval: 'Keep my order.',
    notice: 'We keep your order.',
    description: '',
    privacyTitle: 'Privacy',
    privacyUrl: 'https://site.test/privacy',
  });
  const email = anEmail();
  await signUp(await aForm(), email);
  const person = await findPerson(email);
  return { email, id: person?.id ?? '' };
};

describe('the legal basis', () => {
  test('of a bulk update and of a new purpose is for the user to select', async () => {
    const { get, post } = await atConsole([...Right.options]);
    await signUp(await aForm(), anEmail());
    for (const path of ['/jobs/new?kind=bulk-update', '/lists/purposes/new']) {
      const page = await (await get(path)).text();
      expect(page).toMatch(/<select id="legalBasis"[^>]*\brequired\b/);
      expect(page).toContain('<option value="">Select a legal basis</option>');
      expect(optionsIn(page).filter((option) => option.includes('selected'))).toEqual([]);
    }
    const refused = await post('/lists/purposes/new', { key: 'unfounded', rank: '0' });
    expect(refused.status).toBe(422);
  });

  test('of a decision is the default of the purpose, unless the user selects another', async () => {
    const { get, post } = await atConsole([...Right.options]);
    const { email, id } = await aCustomer();
    expect(await (await get(`/people/${id}`)).text()).toContain(
      '<option value="">Default of the purpose</option>',
    );
    const decision = {
      item: 'purpose:orders',
      decision: 'informed',
      source: 'phone',
      comment: 'Ordered by phone.',
    };
    const basis = async () =>
      (await findPerson(email))?.standings.find(({ purpose }) => purpose === 'orders')?.legalBasis;
    expect((await post(`/people/${id}/decisions`, { ...decision, legalBasis: '' })).status).toBe(
      303,
    );
    expect(await basis()).toBe('61B');
    await post(`/people/${id}/decisions`, { ...decision, legalBasis: '61F' });
    expect(await basis()).toBe('61F');
  });

  test('of people who are registered is the one that the settings name', async () => {
    const { get } = await atConsole([...Right.options]);
    const page = await (await get('/people/register')).text();
    expect(optionsIn(page).filter((option) => option.includes('selected'))).toEqual([
      expect.stringContaining('value="61F"'),
    ]);
  });
});
