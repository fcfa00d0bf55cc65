import { beforeAll, describe, expect, test } from 'vitest';
import { toolOf } from '../../../../worker/admin/jobs/tools.ts';
import { aForm, as, count, findPerson, recordsOf, signUp, standingsOf } from '../../builders.ts';
import { draft } from './drafting.ts';

const files = import.meta.glob<string>(['./exports/*.csv'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

const fileOf = (name: string): string => files[`./exports/${name}.csv`] ?? '';

const isUndeliverable = async (email: string): Promise<boolean> =>
  (await count(
    'SELECT COUNT(*) AS count FROM undeliverable u JOIN person p ON p.id = u.person WHERE p.email = ?1',
    email,
  )) === 1;

/** Imports a file as it is guessed, for marketing; returns what the preview said, and the columns. */
const imported = async (name: string) => {
  const made = await draft(fileOf(name));
  const mapping = { columns: made.columns, purposes: ['e-marketing'] };
  const run = await made.dryRun(mapping);
  await made.import(mapping);
  return { run, columns: made.columns };
};

/** What stands of an address, when it was decided, and what its record says. */
const stands = async (email: string) => {
  const last = (await recordsOf(email)).at(-1);
  return {
    standing: (await standingsOf(email))['e-marketing'] ?? null,
    decidedAt: last?.content.decidedAt && new Date(last.content.decidedAt).toISOString(),
    comment: last?.comment?.text ?? '',
  };
};

beforeAll(async () => {
  const { put } = await as(['settings']);
  await put('/v1/settings/time-zone', 'Europe/Copenhagen');
});

test.each([
  ['mailchimp-subscribed', 'mailchimp'],
  ['mailchimp-unsubscribed', 'mailchimp'],
  ['mailchimp-cleaned', 'mailchimp'],
  ['brevo', 'brevo'],
  ['hubspot-contacts', 'hubspot'],
  ['hubspot-opt-outs', 'hubspot'],
  ['klaviyo', 'klaviyo'],
  ['listmonk', 'listmonk'],
])('%s is known as an export of %s, and each of its rows is good', async (name, tool) => {
  const made = await draft(fileOf(name));
  expect(toolOf(made.header)).toBe(tool);
  const run = await made.dryRun({ columns: made.columns, purposes: ['e-marketing'] });
  expect(run.problems).toEqual([]);
  expect(run.good).toBe(run.rows);
});

test('another file is known as none', () => {
  expect(toolOf(['email', 'first name', 'newsletter', 'status', 'consent date'])).toBeNull();
});

describe('Mailchimp', () => {
  test('subscribed members keep when and from where they confirmed, in UTC', async () => {
    await imported('mailchimp-subscribed');
    const { standing, decidedAt, comment } = await stands('mc.yes@example.com');
    expect([standing, decidedAt]).toEqual(['given', '2023-01-10T09:20:31.000Z']);
    expect(comment).toBe(
      'From the old newsletter tool.\nMailchimp says: Opted in: 2023-01-10 09:15:00; Opt-in IP: 203.0.113.5; Consent: 2023-01-10 09:20:31; Confirmation IP: 203.0.113.6',
    );
    expect((await findPerson('mc.yes@example.com'))?.fields).toEqual({
      'given-name': 'Anna',
      'family-name': 'Holm',
    });
  });

  test('unsubscribed members stay unsubscribed, since when they did', async () => {
    await imported('mailchimp-unsubscribed');
    const { standing, decidedAt, comment } = await stands('mc.no@example.com');
    expect([standing, decidedAt]).toEqual(['refused', '2022-02-02T12:00:00.000Z']);
    expect(comment).toContain('Opt-out reason: NORMAL: No longer interested');
  });

  test('cleaned members are undeliverable, which is no no', async () => {
    const { run } = await imported('mailchimp-cleaned');
    expect(run.bounced).toBe(1);
    expect(await isUndeliverable('mc.cleaned@example.com')).toBe(true);
    expect((await stands('mc.cleaned@example.com')).standing).toBe('given');
  });
});

test('Brevo: who is on the blocklist stays there; times are those of the operator’s zone', async () => {
  await imported('brevo');
  const yes = await stands('brevo.yes@example.com');
  expect([yes.standing, yes.decidedAt]).toEqual(['given', '2023-07-15T08:30:00.000Z']);
  expect((await findPerson('brevo.yes@example.com'))?.locale).toBe('da');
  const no = await stands('brevo.no@example.com');
  expect([no.standing, no.decidedAt]).toEqual(['refused', '2022-02-01T08:00:00.000Z']);
});

describe('HubSpot', () => {
  test('contacts: an opt-out of all is a no, one of a type ends only that', async () => {
    const { columns } = await imported('hubspot-contacts');
    expect(columns).toContain('opted-out:newsletter');
    expect((await stands('hub.yes@example.com')).comment).toContain(
      'Source: Freely given consent from contact',
    );
    expect(await standingsOf('hub.yes@example.com')).toEqual({ 'e-marketing': 'given' });
    expect((await standingsOf('hub.no@example.com'))['e-marketing']).toBe('refused');
    expect(await standingsOf('hub.left@example.com')).toEqual({
      'e-marketing': 'given',
      newsletter: 'refused',
    });
    expect(await isUndeliverable('hub.bounced@example.com')).toBe(true);
  });

  test('opt-outs: TRUE below a subscription type says that it was left', async () => {
    const { run } = await imported('hubspot-opt-outs');
    expect(run.bounced).toBe(1);
    expect((await standingsOf('hubout.all@example.com')).newsletter).toBe('refused');
    expect((await standingsOf('hubout.spam@example.com'))['e-marketing']).toBe('refused');
    expect((await standingsOf('hubout.one@example.com')).newsletter).toBe('refused');
    expect(await isUndeliverable('hubout.bounced@example.com')).toBe(true);
  });
});

test('Klaviyo: only a subscribed profile has agreed, and one that is suppressed for spam has not', async () => {
  await imported('klaviyo');
  const yes = await stands('kl.yes@example.com');
  expect([yes.standing, yes.decidedAt]).toEqual(['given', '2023-08-09T10:11:12.000Z']);
  expect(yes.comment).toContain('Source: Footer form');
  expect((await stands('kl.no@example.com')).standing).toBe('refused');
  expect((await stands('kl.no@example.com')).decidedAt).toBe('2024-01-02T03:04:05.000Z');
  expect((await stands('kl.spam@example.com')).standing).toBe('refused');
  expect((await stands('kl.never@example.com')).standing).toBeNull();
  expect((await stands('kl.bounced@example.com')).standing).toBeNull();
  expect(await isUndeliverable('kl.bounced@example.com')).toBe(true);
});

test('listmonk: who is on the blocklist has said no, and who is disabled nothing', async () => {
  await imported('listmonk');
  const yes = await stands('lm.yes@example.com');
  expect([yes.standing, yes.decidedAt]).toEqual(['given', '2023-04-05T06:07:08.000Z']);
  expect((await stands('lm.no@example.com')).standing).toBe('refused');
  expect((await stands('lm.no@example.com')).decidedAt).toBe('2022-04-05T06:07:08.000Z');
  expect((await stands('lm.disabled@example.com')).standing).toBeNull();
});

test('a yes of a tool never goes over a no of ours, and the preview says so', async () => {
  const [no, other] = ['own.again@example.com', 'own.yes@example.com'];
  await signUp(await aForm(), no, { purposes: { 'e-marketing': false } });
  const made = await draft(fileOf('mailchimp-subscribed').replaceAll('mc.', 'own.'));
  const mapping = { columns: made.columns, purposes: ['e-marketing'] };
  const { outcomes } = await made.dryRun(mapping);
  await made.import(mapping);
  expect((await standingsOf(no))['e-marketing']).toBe('refused');
  expect((await standingsOf(other))['e-marketing']).toBe('given');
  expect(outcomes.map(({ count: people }) => people)).toEqual([1, 1]);
});

test('a no of a tool ends a yes of ours', async () => {
  const email = 'brevo.no@example.com';
  await signUp(await aForm(), email, { purposes: { 'e-marketing': true } });
  await imported('brevo');
  expect((await standingsOf(email))['e-marketing']).toBe('refused');
});

test('a status that nobody knows is no yes', async () => {
  const file = fileOf('klaviyo').replace('"SUBSCRIBED"', '"MAYBE"').replaceAll('kl.', 'odd.');
  const made = await draft(file);
  const run = await made.dryRun({ columns: made.columns, purposes: ['e-marketing'] });
  expect(run.problems).toEqual([{ number: 2, field: 'status', code: 'status', dropped: 'value' }]);
  await made.import({ columns: made.columns, purposes: ['e-marketing'] });
  expect((await stands('odd.yes@example.com')).standing).toBeNull();
});
