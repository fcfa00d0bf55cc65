import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listmonkServer, settings } from '../connectors/listmonk.ts';
import { open } from './at-console.ts';
import { found } from './axe.ts';
import { subscribe } from './entering.ts';
import { listening, type Sent } from './listening.ts';
import { afterRuns } from './scheduled.ts';
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

/** Presses a button that sends a screen's form, and waits for the screen that answers. */
const press = async (page: Page, button: string | Locator): Promise<void> => {
  const pressed = typeof button === 'string' ? page.getByRole('button', { name: button }) : button;
  await Promise.all([page.waitForEvent('load'), pressed.click()]);
};

/** Lets the schedule run until a screen, loaded again, shows something. */
const shownAfterRuns = (page: Page, shown: Locator) =>
  afterRuns(async () => {
    await page.reload();
    return (await shown.count()) > 0;
  });

const deliveries = (page: Page) =>
  page.getByRole('region', { name: 'Deliveries' }).locator('tbody tr');
const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
const idsOf = (type: string): (string | null)[] =>
  received
    .filter(({ headers }) => headers.get('ce-type') === type)
    .map(({ headers }) => headers.get('webhook-id'));
const isRepeated = (type: string): boolean => new Set(idsOf(type)).size < idsOf(type).length;

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
  const given = deliveries(page).filter({ hasText: 'consent.given' }).filter({ hasText: '204' });
  await shownAfterRuns(page, given);
  await press(page, given.first().getByRole('button', { name: 'Send again' }));
  await page.getByText('Done.', { exact: true }).waitFor();
  await afterRuns(() => isRepeated('consent.given'));

  await page.getByLabel('Everything since').fill(new Date().toISOString().slice(0, 10));
  await press(page, page.getByRole('button', { name: 'Send again' }).first());
  await page.getByText('Done.', { exact: true }).waitFor();
  await afterRuns(() => isRepeated('person.created'));

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
  await page.goto(`${worker}/console`);
  const disabled = page.getByRole('link', { name: 'Webhook Our CRM is disabled' });
  await shownAfterRuns(page, disabled);
  await disabled.click();
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
  await press(page, 'Dry run');
  await shownAfterRuns(page, page.getByRole('heading', { name: 'Last dry run' }));
  await press(page, 'Start syncing');
  await shownAfterRuns(page, page.getByRole('heading', { name: 'Last comparison' }));
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
