import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listmonkServer, settings } from '../connectors/listmonk.ts';
import { open } from './at-console.ts';
import { found } from './axe.ts';
import { subscribe } from './entering.ts';
import { listening, type Sent } from './listening.ts';
import { anEmail, register, worker } from './visitor.ts';

type Listening = Awaited<ReturnType<typeof listening>>;

const tool = listmonkServer(Date.now);
const received: Sent[] = [];
let status = 204;
let receiver: Listening;
let listmonk: Listening;

beforeAll(async () => {
  receiver = await listening((sent) => {
    received.push(sent);
    return new Response(null, { status });
  });
  listmonk = await listening(({ method, address, headers, body }) =>
    tool.send(address, { method, headers, body: body === '' ? null : body }),
  );
});

afterAll(() => Promise.all([receiver.stop(), listmonk.stop()]));

const minute = () => fetch(`${worker}/cdn-cgi/local/scheduled`);

const deliveries = (page: Page) =>
  page.getByRole('region', { name: 'Deliveries' }).locator('tbody tr');
const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
const idsOf = (type: string): (string | null)[] =>
  received
    .filter(({ headers }) => headers.get('ce-type') === type)
    .map(({ headers }) => headers.get('webhook-id'));

test('a webhook is tried, sent to again, given a new secret, disabled, seen on the overview and deleted', async () => {
  const visited = await open('/webhooks/new');
  const { page, errors, violations } = visited;
  expect(await found(visited)).toEqual([]);
  await page.getByRole('textbox', { name: 'Name' }).fill('Our CRM');
  await page.getByRole('textbox', { name: 'Address' }).fill(`${receiver.address}/hook`);
  await page.getByRole('button', { name: 'Add' }).click();
  const secret = await page.locator('#token').textContent();
  expect(secret).toMatch(/^whsec_/);
  await page.getByRole('link', { name: 'Our CRM' }).click();

  await page.getByRole('button', { name: 'Send a test message' }).click();
  await page.getByText('Sent.', { exact: true }).waitFor();
  expect(await deliveries(page).allTextContents()).toEqual([
    expect.stringMatching(/webhook\.test.*204/),
  ]);

  await register(anEmail());
  await minute();
  await page.reload();
  const given = deliveries(page).filter({ hasText: 'consent.given' });
  expect(await given.first().textContent()).toContain('204');
  const [first] = idsOf('consent.given');
  await given.first().getByRole('button', { name: 'Send again' }).click();
  await page.getByText('Done.', { exact: true }).waitFor();
  await minute();
  expect(idsOf('consent.given').slice(-1)).toEqual([first]);

  const before = idsOf('person.created').length;
  await page.getByLabel('Everything since').fill(new Date().toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Send again' }).first().click();
  await page.getByText('Done.', { exact: true }).waitFor();
  await minute();
  expect(idsOf('person.created').length).toBeGreaterThan(before);
  expect(new Set(idsOf('person.created')).size).toBeLessThan(idsOf('person.created').length);

  await page.getByRole('button', { name: 'Create a new secret' }).click();
  const fresh = await page.locator('#token').textContent();
  expect(fresh).toMatch(/^whsec_/);
  expect(fresh).not.toBe(secret);
  await page.getByRole('link', { name: 'Our CRM' }).click();
  await page.getByText('The old secret also signs until').waitFor();
  await page.getByRole('button', { name: 'Send a test message' }).click();
  await page.getByText('Sent.', { exact: true }).waitFor();
  const signatures = received.at(-1)?.headers.get('webhook-signature')?.split(' ') ?? [];
  expect(signatures.filter((each) => each.startsWith('v1,'))).toHaveLength(2);

  status = 410;
  await register(anEmail());
  await minute();
  await page.goto(`${worker}/console`);
  await page.getByRole('link', { name: 'Webhook Our CRM is disabled' }).click();
  await page.getByText('Disabled: receiver gone').waitFor();
  expect(await deliveries(page).first().textContent()).toContain('410');
  expect(await found(visited)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await fits(page)).toBe(true);

  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Delete the webhook' }).click();
  await page.getByText('No webhooks yet.').waitFor();
  expect(errors).toEqual([]);
  expect(violations).toEqual([]);
});

test('a tool is connected, mapped, tried dry, started and seen with those who differ', async () => {
  const visited = await open('/connections/new/listmonk');
  const { page, errors, violations } = visited;
  const [agreed, registered] = [anEmail(), anEmail()];
  await subscribe(agreed, 'newsletter');
  await register(registered);
  expect(await found(visited)).toEqual([]);
  await page.getByLabel('Name', { exact: true }).fill('Our emails');
  await page.getByLabel('Address').fill(listmonk.address);
  await page.getByLabel('API user').fill(settings.user);
  await page.getByLabel('API token').fill('wrong');
  await page.getByRole('button', { name: 'Connect listmonk' }).click();
  await page.getByText('does not accept these credentials').first().waitFor();
  await page.getByLabel('API token').fill(settings.token);
  await page.getByRole('button', { name: 'Connect listmonk' }).click();
  await page.getByLabel('Newsletter').selectOption('Newsletter');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Dry run' }).click();
  await minute();
  await page.reload();
  await page.getByRole('heading', { name: 'Last dry run' }).waitFor();
  await page.getByRole('button', { name: 'Start syncing' }).click();
  await minute();
  await page.reload();
  await page.getByRole('heading', { name: 'Last comparison' }).waitFor();
  await page.getByText('Running', { exact: true }).waitFor();
  expect(tool.state(agreed, '1')).toBe('on');
  expect(tool.has(registered)).toBe(false);
  await page.getByRole('heading', { name: 'Left as they are' }).waitFor();
  const differing = page.getByRole('region', { name: 'People who differ' });
  expect(await differing.textContent()).toContain(registered);
  expect(await found(visited)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await fits(page)).toBe(true);
  await page.goto(`${worker}/console`);
  await page.getByRole('link', { name: /^Our emails: \d+ difference/ }).click();
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByText('No tools connected yet.').waitFor();
  expect(tool.broken).toEqual([]);
  expect(errors).toEqual([]);
  expect(violations).toEqual([]);
});
