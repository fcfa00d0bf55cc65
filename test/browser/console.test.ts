import { describe, expect, test } from 'vitest';
import { expectUsable, open } from './at-console.ts';
import { aForm, anEmail, messageTo, recorded, visit, worker } from './visitor.ts';

/** Begins a form from a template, and stays when the browser asks whether to leave. */
const openNewForm = async (template: string) => {
  const { page } = await open('/forms/new');
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    void dialog.dismiss();
  });
  await page.getByLabel('Name', { exact: true }).fill(`Console ${crypto.randomUUID()}`);
  await page.getByLabel(template).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Review and publish' }).waitFor();
  return { page, dialogs };
};

describe('a marketer', () => {
  test('signs in by an email, and out again', async () => {
    const { page, violations } = await visit(`${worker}/console`);
    await page.getByLabel('Email address').fill('admin@orchard.example');
    const before = Date.now();
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByText('We send at most 5 in 15 minutes').waitFor();
    await expect
      .poll(async () => (await messageTo('admin@orchard.example', /sign-in link/)).at >= before)
      .toBe(true);
    const { link } = await messageTo('admin@orchard.example', /sign-in link/);
    await page.goto(link);
    await page.getByRole('button', { name: 'Sign in' }).press('Enter');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.goto(`${worker}/console/account`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(violations).toEqual([]);
  });

  test('writes a form, sees it beside, publishes it, and it takes a sign-up', async () => {
    const name = `Console ${crypto.randomUUID()}`;
    const { page, errors, violations } = await open('/forms/new');
    await page.getByLabel('Name', { exact: true }).fill(name);
    const key = await page.getByLabel('Key').inputValue();
    expect(key).toBe(name.toLowerCase().replace(' ', '-'));
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Title', { exact: true }).fill('Fresh from the press');
    const preview = page.frameLocator('iframe[name=preview]');
    await preview.getByRole('heading', { name: 'Fresh from the press' }).waitFor();
    expect(await page.getByRole('button', { name: 'Update preview' }).count()).toBe(0);
    await page.getByLabel('Double opt-in').uncheck();
    await page.getByRole('button', { name: 'Review and publish' }).click();
    await page.getByText('This form is not live yet.').waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Version 1 is live.').waitFor();
    const email = anEmail();
    const signing = await visit(`${worker}/f/${key}`);
    await signing.page.getByLabel('Email', { exact: true }).fill(email);
    await signing.page.getByLabel('Yes, send me news').check();
    await signing.page.getByRole('button', { name: 'Sign me up' }).click();
    await signing.page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect((await recorded(email))['e-marketing']).toBe('given');
    expect(errors).toEqual([]);
    expect(violations).toEqual([]);
  });

  test('looks at a form as a pop-up, in a colour of its own', async () => {
    const { page, violations } = await open('/forms/newsletter');
    const preview = page.frameLocator('iframe[name=preview]');
    await preview.getByRole('button', { name: 'Sign me up' }).waitFor();
    await page.getByLabel('Display', { exact: true }).selectOption('popup');
    await preview.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
    const button = preview.getByRole('button', { name: 'Sign me up' });
    await page.locator('[name="style.accent.light"]').fill('#7a1f5c');
    await expect
      .poll(() => button.evaluate((element) => getComputedStyle(element).backgroundColor))
      .toBe('rgb(122, 31, 92)');
    expect(await page.getByLabel('Button colour').isChecked()).toBe(true);
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('name'));
    expect(focused).toBe('style.accent.light');
    expect(violations).toEqual([]);
  });

  test('adds a field where they are, and moves it by the mouse and by the keyboard', async () => {
    const { page, dialogs } = await openNewForm('Contact');
    // Nothing is scrolled under a drag.
    await page.setViewportSize({ width: 1280, height: 4000 });
    const items = page.locator('.item > summary');
    const item = (at: number) => page.locator('.item').nth(at);
    await page.getByRole('button', { name: 'Add field' }).click();
    const label = item(3).getByLabel('Label');
    await expect.poll(() => label.evaluate((it) => it === document.activeElement)).toBe(true);
    await label.fill('Fruit');
    expect(await item(3).getByLabel('Key').inputValue()).toBe('fruit');
    expect(await item(3).getByLabel('Options, one a line').isVisible()).toBe(false);
    await item(3).getByLabel('Type').selectOption('radio');
    expect(await item(3).getByLabel('Options, one a line').isVisible()).toBe(true);
    await item(3).getByRole('button', { name: 'Move up' }).press('Enter');
    const up = item(2).getByRole('button', { name: 'Move up' });
    await expect.poll(() => up.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await items.nth(2).textContent()).toContain('Fruit');
    await items.nth(3).dragTo(items.nth(0));
    await expect.poll(() => items.first().textContent()).toContain('Message');
    await page.goto(`${worker}/console/forms`).catch(() => undefined);
    expect(dialogs).toEqual(['beforeunload']);
    await page.getByRole('button', { name: 'Save draft' }).last().click();
    await page.getByText('Draft saved.').waitFor();
    expect(await items.first().textContent()).toContain('Message');
    await page.getByRole('button', { name: 'Add a website' }).click();
    const added = page.getByLabel('Allowed websites 2');
    await added.fill('example.com/news');
    await page.getByText('without a path').waitFor();
    await added.fill('https://example.com');
    await expect.poll(() => page.getByText('without a path').count()).toBe(0);
  });
});

describe('a privacy officer', () => {
  const register = async (email: string) => {
    const visited = await open('/people/register');
    const { page } = visited;
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('News and offers by email').check();
    await page.getByLabel('Legal basis').selectOption('61A');
    await page.getByLabel('Reason and evidence').fill('He signed a card at the fair.');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('heading', { name: email }).waitFor();
    return visited;
  };

  test('registers someone, changes a consent with a reason, and erases them after writing the address', async () => {
    const email = anEmail();
    const { page, violations } = await register(email);
    await page.getByText('“He signed a card at the fair.”').waitFor();
    await page.locator('#decision').selectOption('withdrawn');
    await page.locator('#item').selectOption('purpose:e-marketing');
    await page.getByLabel('Reason and evidence').first().fill('He rang and wants no news.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('“He rang and wants no news.”').waitFor();
    expect((await recorded(email))['e-marketing']).toBe('withdrawn');
    await page.getByLabel('Reason for erasing').selectOption('request');
    await page.getByLabel('Enter the address to confirm').fill('someone else');
    await page.getByRole('button', { name: 'Erase' }).click();
    await page.getByText(`Enter ${email} exactly`).first().waitFor();
    await page.getByLabel('Enter the address to confirm').fill(email);
    await page.getByRole('button', { name: 'Erase' }).click();
    await page.getByText('Done.').waitFor();
    expect(await recorded(email)).toEqual({});
    expect(violations).toEqual([]);
  });

  test('changes many at once, after a look and a typed number', async () => {
    const email = anEmail();
    await register(email);
    const { page } = await open(`/people?email=${encodeURIComponent(email)}`);
    await page.getByRole('link', { name: 'Change consent or legal basis' }).click();
    await page.getByText('1 person matches.').waitFor();
    await page.getByLabel('Purpose').selectOption('e-marketing');
    await page.getByLabel('Decision').selectOption('withdrawn');
    await page.getByLabel('Legal basis').selectOption('61A');
    await page.getByLabel('Reason').fill('The fair’s list was wrong.');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('cell', { name: 'Changed' }).waitFor();
    await page.getByLabel('Enter “1” to confirm').fill('1');
    await page.getByRole('button', { name: 'Change 1 person' }).click();
    await page.getByText('1 of 1 checked').waitFor();
    await expect.poll(async () => (await recorded(email))['e-marketing']).toBe('withdrawn');
  });

  test('imports a file after seeing what would come of it', async () => {
    const email = anEmail();
    const { page } = await open('/jobs/import');
    await page.getByLabel('File (CSV or .xlsx)').setInputFiles({
      name: 'old.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`E-mail,First name,News\n${email},Anna,yes\nnobody,Bo,\n`),
    });
    await page.getByLabel('Reason and evidence').fill('From the old newsletter tool.');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('News', { exact: true }).selectOption('subscription:newsletter');
    await page.getByLabel('News and offers by email').check();
    await page.getByRole('button', { name: 'Check all rows' }).click();
    await page.getByText('1 of 2 rows can be imported.').waitFor();
    await page.getByText('not an email address').waitFor();
    await page.getByRole('button', { name: 'Import 1 person' }).click();
    await expect.poll(async () => (await recorded(email)).newsletter).toBe('given');
  });

  test('opens a breach case, whose clock runs, and records that the authority was notified', async () => {
    const { page } = await open('/breaches/new');
    await page.getByLabel('Name of the case').fill('Lost laptop');
    const write = (label: string, text: string) =>
      page.getByLabel(label, { exact: true }).first().fill(text);
    await write('What happened', 'A laptop was lost.');
    await write('What it can mean for people', 'Little: its disk is encrypted.');
    await write('What you are doing about it, and what people can do', 'We have locked it.');
    await write('Contact for questions', 'privacy@orchard.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('hours left').waitFor();
    await page.getByRole('button', { name: 'Save as informed' }).click();
    await page.getByText('Saved.').waitFor();
  });
});

test('an email is seen as it is written, with what it cannot fill in', async () => {
  const { page, violations } = await open('/mail/privacy-notice/en');
  const preview = page.frameLocator('iframe[name=preview]');
  await preview.getByText('News and offers by email').first().waitFor();
  await page.getByLabel('Subject').fill('What we do with your data');
  await preview.getByRole('heading', { name: 'What we do with your data' }).waitFor();
  await page.getByLabel('Footer').fill('From {nobody}.');
  await preview.getByText('This email has no placeholder {nobody}.').waitFor();
  expect(violations).toEqual([]);
});

test('a name of one long word makes its table no wider', async () => {
  await aForm({ name: 'word'.repeat(40) });
  const { page } = await open('/forms');
  await page.getByText('word'.repeat(40)).waitFor();
  const table = page.locator('.table');
  expect(await table.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
});

/** One of each kind: figures, a table, a form, an editor, a chart, previews. `npm run test:long` looks at all. */
const kinds = [
  ['', '/people?text=orchard&notice=due', '/people/register', '/mail/entry/en'],
  ['/forms/newsletter', '/forms/newsletter/statistics', '/settings', '/jobs/new?kind=notice'],
];

test.each(kinds.map((group) => [group.join(' '), group] as const))(
  'axe finds nothing on the screens %s, and none scrolls sideways on a phone',
  (_, group) => expectUsable(group),
);
