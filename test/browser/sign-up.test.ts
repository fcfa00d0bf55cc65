import { describe, expect, test } from 'vitest';
import { form } from './forms.ts';
import {
  aForm,
  anEmail,
  demo,
  pageWith,
  recorded,
  recordsOf,
  submissionsOf,
  visit,
  worker,
} from './visitor.ts';

describe('a visitor signs up on a stranger’s page', () => {
  test('and the ledger says why, how, when, by whom and what was shown', async () => {
    const { page, errors } = await visit('/proof.html?utm_source=spring&session=42');
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();

    const [record] = await recordsOf(email);
    expect(record?.content).toMatchObject({
      purpose: 'e-marketing',
      decision: 'given',
      legalBasis: '61A',
      source: 'web-form',
      actor: 'person',
      page: `${demo}/proof.html?utm_source=spring`,
      locale: 'en',
    });
    expect(await recorded(email)).toEqual({
      'e-marketing': 'given',
      newsletter: 'given',
      'product-news': 'refused',
      invitations: 'refused',
    });
    // The page of the demo shows the receipt as soon as it is there.
    await page.getByRole('row', { name: 'newsletter given (61A)' }).waitFor();
    expect(errors).toEqual([]);
  });

  test('with an address that was pasted out of a mail program', async () => {
    const { page } = await visit('/test.html', { html: form('newsletter') });
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).focus();
    await page.keyboard.insertText(`Anna Bell <${email}>,\u200B`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: "You're not signed up" }).waitFor();
    expect(await recordsOf(email)).not.toEqual([]);
  });

  test('from a link whose plus is not encoded', async () => {
    const { page } = await visit('/test.html?email=anna+news@example.com', {
      html: form('newsletter'),
    });
    const address = page.getByLabel('Email', { exact: true });
    await expect.poll(() => address.inputValue()).toBe('anna+news@example.com');
  });

  test('inside a frame that the page has made, and the page of the record is the one that made it', async () => {
    const frame = form('newsletter').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const { page } = await visit('/test.html', {
      html: `<!doctype html><iframe srcdoc="${frame}"></iframe>`,
    });
    const email = anEmail();
    const inside = page.frameLocator('iframe');
    await inside.getByLabel('Email', { exact: true }).fill(email);
    await inside.getByRole('button', { name: 'Sign' }).click();
    await inside.getByRole('heading', { name: "You're not signed up" }).waitFor();
    const [record] = await recordsOf(email);
    expect(record?.content.page).toBe(page.url());
  });

  test('from left to right inside a page that is written from right to left', async () => {
    const html = form('newsletter').replace('<html lang="en">', '<html lang="fa" dir="rtl">');
    const { page } = await visit('/test.html', { html });
    await page.getByLabel('Email', { exact: true }).waitFor();
    const element = page.locator('samtykke-form');
    expect(await element.evaluate((shown) => getComputedStyle(shown).direction)).toBe('ltr');
    expect(await element.getAttribute('lang')).toBe('en');
  });

  test('with nothing ticked for them', async () => {
    const { page } = await visit('/');
    await page.getByLabel('Yes, send me news').waitFor();
    expect(await page.locator('samtykke-form input:checked').count()).toBe(0);
  });

  test('with the keyboard alone', async () => {
    const { page } = await visit('/test.html', { html: form('newsletter') });
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).focus();
    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (const _ of ['details', 'privacy', 'newsletter']) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await recorded(email)).toMatchObject({ 'e-marketing': 'given', newsletter: 'given' });
  });

  test('and sees what can be received only after saying yes', async () => {
    const { page } = await visit('/test.html', { html: form('newsletter') });
    const newsletter = page.getByLabel('Newsletter');
    await page.getByLabel('Email', { exact: true }).waitFor();
    expect(await newsletter.isVisible()).toBe(false);
    await page.getByLabel('Yes, send me news').check();
    expect(await newsletter.isVisible()).toBe(true);
    await newsletter.check();
    await page.getByLabel('Yes, send me news').uncheck();
    await page.getByLabel('Email', { exact: true }).fill(anEmail());
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('heading', { name: "You're not signed up" }).waitFor();
  });

  test('and reads what they get and how often, at which address, and what they did not choose', async () => {
    const { page } = await visit('/test.html', { html: form('newsletter') });
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    const told = page.getByRole('status');
    await told.getByText(`You're signed up at ${email} for:`).waitFor();
    await told.getByRole('listitem').filter({ hasText: 'Newsletter Once a month' }).waitFor();
    await told.getByText('You did not choose:').waitFor();
    await told.getByRole('listitem').filter({ hasText: 'Invitations' }).waitFor();
    const change = told.getByRole('link', { name: 'See and change all my choices' });
    // A link of the browser's own blue cannot be read on every background.
    const colours = await change.evaluate((link) => [
      getComputedStyle(link).color,
      getComputedStyle(link.parentElement ?? link).color,
    ]);
    expect(colours[0]).toBe(colours[1]);
    expect(await change.getAttribute('href')).toBe(`${worker}/preferences?locale=en`);
  });

  test('and is told that nothing is sent where they refused everything', async () => {
    const { page } = await visit('/test.html', { html: form('newsletter') });
    await page.getByLabel('Email', { exact: true }).fill(anEmail());
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByText("We won't send you anything because of this form.").waitFor();
    expect(await page.getByText('Thank you').count()).toBe(0);
  });

  test('and learns that nothing was sent where the code that sends cannot be fetched', async () => {
    const visited = await visit('/test.html', { html: form('newsletter') });
    const { page, errors } = visited;
    const email = anEmail();
    // What does not come is asked for once more, at another address.
    const answering = `${worker}/w/*/answering.js*`;
    await page.route(answering, (route) => route.abort());
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByText('That did not work. Your answers are still here.').waitFor();
    expect(submissionsOf(visited)).toEqual([]);
    await page.unroute(answering);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Thank you').waitFor();
    expect(await recorded(email)).toMatchObject({ newsletter: 'given' });
    expect(errors).toEqual([]);
  });

  test('for the only thing there is to receive, by a yes to its purpose', async () => {
    const key = await aForm({
      sections: [
        {
          key: 'main',
          fields: [{ key: 'email', kind: 'email', label: { en: 'Email' }, required: true }],
          purposes: [{ purpose: 'e-marketing', subscriptions: ['newsletter'] }],
        },
      ],
    });
    const { page } = await visit('/test.html', { html: form(key) });
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).fill(email);
    expect(await page.getByRole('checkbox').count()).toBe(1);
    await page.getByLabel('Yes, send me news').check();
    await page.getByText('Newsletter Once a month').waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(`You're signed up at ${email} for:`).waitFor();
    expect(await recorded(email)).toEqual({ 'e-marketing': 'given', newsletter: 'given' });
  });

  test('and reads the long text and the privacy statement', async () => {
    const { page } = await visit('/test.html', { html: form('newsletter') });
    await page.getByText('What this means').click();
    await page.getByText('You can change your mind at any time').waitFor();
    const link = page.getByRole('link', { name: 'Privacy statement (opens in a new tab)' });
    expect(await link.getAttribute('href')).toBe(`${demo}/privacy.html`);
    expect(await link.getAttribute('target')).toBe('_blank');
  });

  test('in the language of the page', async () => {
    const { page } = await visit('/test.html', {
      html: pageWith('<samtykke-form form="newsletter"></samtykke-form>', 'da-DK'),
    });
    const email = anEmail();
    await page.getByRole('button', { name: 'Tilmeld mig' }).click();
    await page.getByText('Indtast din e-mailadresse.').first().waitFor();
    await page.getByLabel('E-mail', { exact: true }).fill(email);
    await page.getByRole('button', { name: 'Tilmeld mig' }).click();
    await page.getByRole('heading', { name: 'Du er ikke tilmeldt' }).waitFor();
    expect((await recordsOf(email))[0]?.content.locale).toBe('da');
  });

  test('from right to left', async () => {
    const { page } = await visit('/ar.html');
    const box = page.getByLabel('نعم، أرسلوا');
    await box.waitFor();
    const [boxAt, textAt] = await Promise.all([
      box.boundingBox(),
      page.getByText('نعم، أرسلوا').boundingBox(),
    ]);
    expect(boxAt?.x).toBeGreaterThan(textAt?.x ?? Number.POSITIVE_INFINITY);
  });
});
