import { describe, expect, test } from 'vitest';
import {
  aDefinition,
  aForm,
  anEmail,
  as,
  openForm,
  problemOf,
  signUp,
  standingsOf,
} from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';
import { writers } from '../../ledger/writers.ts';

const lists = () => as(['lists']);
const texts = {
  title: 'Surveys',
  approval: 'Yes, ask me.',
  notice: 'We ask you.',
  privacyTitle: 'Privacy',
  description: 'We ask you twice a year.',
  privacyUrl: 'https://site.test/privacy',
};

describe('a list', () => {
  test('takes a new purpose with its texts, and forms can ask for it', async () => {
    const { put } = await lists();
    const purpose = { legalBasis: '61A', explicit: true, retentionDays: 365, rank: 5 };
    expect((await put('/v1/purposes/surveys', purpose)).status).toBe(200);
    expect((await put('/v1/purposes/surveys/texts/en', texts)).status).toBe(200);
    const [section] = [{ key: 'main', purposes: [{ purpose: 'surveys', subscriptions: [] }] }];
    const fields = [
      { key: 'email', kind: 'email' as const, label: { en: 'E-mail' }, required: true },
    ];
    const form = await openForm(await aForm({ sections: [{ ...section, fields }] }));
    expect(form.sections[0]?.purposes[0]).toMatchObject({ title: 'Surveys', asks: true });
  });

  test('deactivates and never deletes', async () => {
    const { put, get } = await lists();
    await put('/v1/sources/fair', { active: true });
    await put('/v1/sources/fair', { active: false });
    const { sources } = (await (await get('/v1/sources')).json()) as {
      sources: { key: string; active: boolean }[];
    };
    expect(sources.find(({ key }) => key === 'fair')?.active).toBe(false);
  });

  test('refuses what is not there, and says which', async () => {
    const { put } = await lists();
    const type = { purpose: 'nothing', channel: 'e-mail' };
    const answer = await put('/v1/subscription-types/tips', type);
    expect((await problemOf(answer)).errors?.[0]).toMatchObject({ field: 'purpose' });
    expect((await put('/v1/purposes/bad key', { legalBasis: '61A', explicit: true })).status).toBe(
      422,
    );
    expect((await put('/v1/purposes/none/texts/en', texts)).status).toBe(404);
  });

  test('moves no subscription type to another purpose while anyone is subscribed to it', async () => {
    const { put } = await lists();
    const type = { purpose: 'e-marketing', channel: 'e-mail' };
    const move = () =>
      put('/v1/subscription-types/tips', { ...type, purpose: 'sales-and-service' });
    await put('/v1/subscription-types/tips', type);
    await put('/v1/subscription-types/tips/texts/en', { name: 'Tips', description: '' });
    const [section] = aDefinition().sections;
    const purposes = [{ purpose: 'e-marketing', subscriptions: ['tips'] }];
    const form = await aForm({ sections: [{ key: 'main', ...section, purposes }] });
    const email = anEmail();
    await signUp(form, email, { subscriptions: { tips: true } });
    expect((await problemOf(await move())).errors?.[0]?.field).toBe('purpose');
    expect((await put('/v1/subscription-types/tips', { ...type, rank: 7 })).status).toBe(200);
    expect((await standingsOf(email)).tips).toBe('given');
    await writers['unsubscribe from all'](email);
    expect((await move()).status).toBe(200);
    expect((await standingsOf(email)).tips).toBe('withdrawn');
  });

  test('keeps before and after of each change in the audit log', async () => {
    const { put } = await lists();
    await put('/v1/legal-bases/61A/texts/de', { name: 'Einwilligung', description: '' });
    const { get } = await as(['audit']);
    const { acts } = (await (await get('/v1/audit?object=legal-bases/61A')).json()) as {
      acts: { act: string; after: unknown }[];
    };
    expect(acts[0]).toMatchObject({
      act: 'legal-bases.texts',
      after: { locale: 'de', name: 'Einwilligung' },
    });
  });
});

test('a subscription type that is deactivated leaves its forms, which the console names first', async () => {
  const form = await aForm({ name: 'Footer' });
  const { put, get } = await as(['lists', 'forms']);
  await put(`/v1/forms/${form}/draft`, aDefinition());
  const at = await atConsole(['lists']);
  const posted = { purpose: 'e-marketing', channel: 'e-mail', rank: '2' };
  const path = '/lists/subscription-types/invitations';
  const asked = await (await at.post(path, posted)).text();
  expect(asked).toContain('Deactivate “Invitations”?');
  expect(asked).toContain('<li>Footer</li>');
  expect((await openForm(form)).version).toBe(1);
  expect((await at.post(path, { ...posted, seen: 'yes' })).status).toBe(303);
  const { version, sections } = await openForm(form);
  expect([version, sections[0]?.purposes[0]?.subscriptions.map(({ key }) => key)]).toEqual([
    2,
    ['newsletter'],
  ]);
  const { draft } = await (await get(`/v1/forms/${form}/draft`)).json<{ draft: unknown }>();
  expect(JSON.stringify(draft)).not.toContain('invitations');
});
