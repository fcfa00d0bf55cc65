import { describe, expect, test } from 'vitest';
import { aPerson, enter, purpose } from './entering.ts';
import { anEmail, recorded, visit, worker } from './visitor.ts';

describe.each([
  ['on the marketer’s page', '/preferences.html', true],
  ['on the hosted page', `${worker}/preferences`, true],
  ['on the hosted page without JavaScript', `${worker}/preferences`, false],
])('the preference centre %s', (_, address, javaScriptEnabled) => {
  const open = () => visit(address, { javaScriptEnabled });

  test('shows each consent with its date and source', async () => {
    const email = await aPerson();
    const visited = await open();
    await enter(visited, email);
    const { page, errors, violations } = visited;
    expect(await page.getByLabel(purpose).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'Newsletter' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'Product news' }).isChecked()).toBe(false);
    await page
      .getByText(/You said yes\. Since .*: Web form\./)
      .first()
      .waitFor();
    expect(errors).toEqual([]);
    expect(violations).toEqual([]);
  });

  test('changes nothing until it is saved, and then says that it is recorded', async () => {
    const email = await aPerson();
    const visited = await open();
    await enter(visited, email);
    const { page } = visited;
    await page.getByRole('checkbox', { name: 'Newsletter' }).uncheck();
    await page.getByRole('checkbox', { name: 'Product news' }).check();
    expect((await recorded(email)).newsletter).toBe('given');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and recorded.').waitFor();
    expect(await recorded(email)).toMatchObject({
      newsletter: 'withdrawn',
      'product-news': 'given',
      invitations: 'given',
    });
  });

  test('takes back everything in one step, and gives it again as easily', async () => {
    const email = await aPerson();
    const visited = await open();
    await enter(visited, email);
    const { page } = visited;
    await page.getByRole('button', { name: 'Stop everything' }).click();
    await page.getByText(`You're not signed up for anything at ${email}.`).waitFor();
    expect(await recorded(email)).toMatchObject({
      'e-marketing': 'withdrawn',
      newsletter: 'withdrawn',
      invitations: 'withdrawn',
    });
    expect(await page.getByLabel(purpose).isChecked()).toBe(false);
    await page.getByLabel(purpose).check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(`You're signed up at ${email} for: Newsletter.`).waitFor();
    expect((await recorded(email))['e-marketing']).toBe('given');
  });

  test('asks what to receive where a yes comes with nothing', async () => {
    const email = await aPerson();
    const visited = await open();
    await enter(visited, email);
    const { page } = visited;
    await page.getByRole('button', { name: 'Stop everything' }).click();
    await page.getByText('Saved and recorded.').waitFor();
    await page.getByLabel(purpose).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('Choose one of these.').waitFor();
    expect((await recorded(email))['e-marketing']).toBe('withdrawn');
  });

  test('says that digits are wrong, and for an unknown address the very same', async () => {
    const visited = await open();
    const { page } = visited;
    await page.getByLabel('Your e-mail address').fill(anEmail());
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Six digits').fill('123456');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByText('These digits are not right').waitFor();
  });

  test('asks once more before it erases everything, and takes it back for the asking', async () => {
    const email = await aPerson();
    const visited = await open();
    await enter(visited, email);
    const { page, errors } = visited;
    await page.getByText('My rights').first().click();
    await page.getByLabel('My rights').selectOption('Have everything erased');
    await page.getByRole('button', { name: 'Ask for it' }).click();
    await page.getByText(`This erases everything that is kept of ${email}`).waitFor();
    expect((await recorded(email)).newsletter).toBe('given');
    await page.getByRole('button', { name: 'Yes, erase it' }).click();
    await page.getByText('It is carried out on').waitFor();
    expect((await recorded(email)).newsletter).toBe('withdrawn');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('Taken back on').waitFor();
    expect(errors).toEqual([]);
  });

  test('lets a subscription rest for three months', async () => {
    const visited = await open();
    await enter(visited, await aPerson());
    const { page } = visited;
    await page.getByLabel('Pause “Newsletter”').selectOption('3 months');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and recorded.').waitFor();
    const rest = page.getByLabel('Pause “Newsletter”');
    expect(await rest.textContent()).toContain('Paused until');
  });

  test('shows the consent history, and signs out', async () => {
    const email = await aPerson();
    const visited = await open();
    await enter(visited, email);
    const { page } = visited;
    await page.getByText('My history').click();
    await page.getByText('Newsletter: You said yes').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByLabel('Your e-mail address').waitFor();
  });
});
