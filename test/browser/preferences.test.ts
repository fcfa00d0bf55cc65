import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { shared } from '../worker/visitor/verify/site-keys.ts';
import { alone } from './alone.ts';
import {
  anEmail,
  demo,
  messageTo,
  pageWith,
  recorded,
  type Visit,
  visit,
  worker,
} from './visitor.ts';

/** Someone who gets the newsletter and invitations. */
const somebody = async (): Promise<string> => {
  const { version } = (await (await fetch(`${worker}/v1/forms/newsletter`)).json()) as {
    version: number;
  };
  const email = anEmail();
  await fetch(`${worker}/v1/forms/newsletter/submissions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: demo },
    body: JSON.stringify({
      version,
      locale: 'en',
      fields: { email },
      page: `${demo}/`,
      purposes: { 'e-marketing': true },
      subscriptions: { newsletter: true, invitations: true },
    }),
  });
  return email;
};

/** Asks for a code on a page that is open, and writes it. */
const enter = async ({ page }: Visit, email: string): Promise<void> => {
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Six digits').waitFor();
  const { code } = await messageTo(email, /Your preferences/);
  await page.getByLabel('Six digits').fill(code);
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByText(`These are the choices of ${email}.`).waitFor();
};

const purpose = 'Yes, send me news';

describe.each([
  ['on the marketer’s page', '/preferences.html', true],
  ['on the hosted page', `${worker}/preferences`, true],
  ['on the hosted page without JavaScript', `${worker}/preferences`, false],
])('the preference centre %s', (_, address, javaScriptEnabled) => {
  const open = () => visit(address, { javaScriptEnabled });

  test('shows each consent with its date and source', async () => {
    const email = await somebody();
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
    const email = await somebody();
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
    const email = await somebody();
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
    const email = await somebody();
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
    const email = await somebody();
    const visited = await open();
    await enter(visited, email);
    const { page, errors } = visited;
    await alone('erasure-days', async () => {
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
    });
    expect(errors).toEqual([]);
  });

  test('lets a subscription rest for three months', async () => {
    const visited = await open();
    await enter(visited, await somebody());
    const { page } = visited;
    await page.getByLabel('Pause “Newsletter”').selectOption('3 months');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and recorded.').waitFor();
    const rest = page.getByLabel('Pause “Newsletter”');
    expect(await rest.textContent()).toContain('Paused until');
  });

  test('shows the consent history, and signs out', async () => {
    const email = await somebody();
    const visited = await open();
    await enter(visited, email);
    const { page } = visited;
    await page.getByText('My history').click();
    await page.getByText('Newsletter: You said yes').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByLabel('Your e-mail address').waitFor();
  });
});

describe('the link of an email', () => {
  test.each([true, false])(
    'opens the hosted page, JavaScript %s, and leaves the address bar',
    async (javaScriptEnabled) => {
      const email = await somebody();
      await fetch(`${worker}/v1/entries`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email }),
      });
      const { link } = await messageTo(email, /Your preferences/);
      const { page } = await visit(link, { javaScriptEnabled });
      await page.getByText(`These are the choices of ${email}.`).waitFor();
      expect(page.url()).toBe(`${worker}/preferences`);
      const [cookie] = await page.context().cookies();
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict' });
    },
  );

  test('opens the marketer’s page by its fragment, which is gone at once', async () => {
    const email = await somebody();
    await fetch(`${worker}/v1/entries`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email }),
    });
    const { link } = await messageTo(email, /Your preferences/);
    const { page } = await visit(`/preferences.html#samtykke=${link.split('/').at(-1)}`);
    await page.getByText(`These are the choices of ${email}.`).waitFor();
    expect(page.url()).toBe(`${demo}/preferences.html`);
  });
});

test('a site that vouches for its signed-in visitor opens it without a code', async () => {
  const email = await somebody();
  const identity = await new SignJWT({ email })
    .setProtectedHeader({ alg: 'HS256', kid: shared.kid })
    .setAudience('samtykke')
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(new TextEncoder().encode(shared.secret));
  const html = pageWith(`<samtykke-preferences identity="${identity}"></samtykke-preferences>`);
  const { page, errors } = await visit('/test.html', { html });
  await page.getByText(`These are the choices of ${email}.`).waitFor();
  await page.reload();
  await page.getByLabel('Your e-mail address').waitFor();
  expect(errors).toEqual([]);
});

describe('on the marketer’s page', () => {
  test('nothing is stored, and the session ends with the page', async () => {
    const email = await somebody();
    const visited = await visit('/preferences.html');
    await enter(visited, email);
    const { page } = visited;
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    await page.reload();
    await page.getByLabel('Your e-mail address').waitFor();
  });

  test('leaving with unsaved changes warns', async () => {
    const email = await somebody();
    const visited = await visit('/preferences.html');
    await enter(visited, email);
    const { page } = visited;
    let warned = false;
    page.on('dialog', (dialog) => {
      warned = true;
      void dialog.accept();
    });
    await page.getByRole('checkbox', { name: 'Newsletter' }).uncheck();
    await page.goto(`${demo}/`);
    expect(warned).toBe(true);
  });

  test('what fails is said, and the choices are still there', async () => {
    const email = await somebody();
    const visited = await visit('/preferences.html');
    await enter(visited, email);
    const { page, errors } = visited;
    await page.getByRole('checkbox', { name: 'Newsletter' }).uncheck();
    await page.route(`${worker}/v1/preferences`, (route) => route.abort());
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('That did not work. Your choices are still here.').waitFor();
    expect(await page.getByRole('checkbox', { name: 'Newsletter' }).isChecked()).toBe(false);
    expect(errors).toEqual([]);
  });

  test('everything that is kept can be taken along', async () => {
    const email = await somebody();
    const visited = await visit('/preferences.html');
    await enter(visited, email);
    for (const format of ['json', 'csv']) {
      const downloading = visited.page.waitForEvent('download');
      await visited.page.getByRole('button', { name: format.toUpperCase() }).click();
      expect((await downloading).suggestedFilename()).toBe(`my-data.${format}`);
    }
  });
});
