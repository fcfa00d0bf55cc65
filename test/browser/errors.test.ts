import { describe, expect, test } from 'vitest';
import { form, tooLong } from './forms.ts';
import { anEmail, recordsOf, submissionsOf, visit, worker } from './visitor.ts';

describe('what is wrong', () => {
  test('is said beside the field when it is left, and taken back when it is mended', async () => {
    const { page } = await visit('/test.html', { html: form('newsletter') });
    const email = page.getByLabel('Email', { exact: true });
    await email.fill('anna');
    await email.blur();
    const message = page.getByText('Enter an email address').first();
    await message.waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await email.getAttribute('aria-invalid')).toBe('true');
    await email.fill('anna@example.com');
    await message.waitFor({ state: 'detached' });
  });

  test('is summed up on sending, with links to the fields, and the summary has the focus', async () => {
    const { page, requests } = await visit('/test.html', { html: form('newsletter') });
    await page.getByRole('button', { name: 'Sign me up' }).click();
    const summary = page.getByRole('alert');
    await summary.waitFor();
    expect(
      await summary.evaluate(
        (element) => (element.getRootNode() as ShadowRoot).activeElement === element,
      ),
    ).toBe(true);
    await summary.getByRole('link', { name: 'Email: Enter your email address.' }).click();
    expect(
      await page
        .getByLabel('Email', { exact: true })
        .evaluate((e) => (e.getRootNode() as ShadowRoot).activeElement === e),
    ).toBe(true);
    expect(requests.filter((request) => request.method() === 'POST')).toEqual([]);
  });

  test('is a yes with nothing to receive, said beside the first box until one is ticked', async () => {
    const { page, requests } = await visit('/test.html', { html: form('newsletter') });
    await page.getByLabel('Email', { exact: true }).fill(anEmail());
    await page.getByLabel('Yes, send me news').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Select an option.' }).click();
    const first = page.getByLabel('Newsletter');
    expect(await first.getAttribute('aria-invalid')).toBe('true');
    expect(await first.evaluate((e) => (e.getRootNode() as ShadowRoot).activeElement === e)).toBe(
      true,
    );
    await page.getByLabel('Invitations').check();
    await page.getByText('Select an option.').first().waitFor({ state: 'detached' });
    expect(requests.filter((request) => request.url().endsWith('/submissions'))).toEqual([]);
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  });

  test('by the Worker’s judgement alone is shown just the same, and nothing given is lost', async () => {
    const { page } = await visit('/test.html', { html: form('newsletter') });
    await page.getByLabel('Email', { exact: true }).fill(tooLong);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('alert').getByText('Enter an email address').waitFor();
    expect(await page.getByLabel('Email', { exact: true }).inputValue()).toBe(tooLong);
    expect(await page.getByLabel('Yes, send me news').isChecked()).toBe(true);
  });
});

describe('when sending fails', () => {
  test('trying again keeps every answer and sends the same Idempotency-Key', async () => {
    const visited = await visit('/test.html', { html: form('newsletter') });
    const { page } = visited;
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    // The Worker records it, but its answer is lost on the way back.
    await page.route(`${worker}/**/submissions`, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByText('That did not work. Your answers are still here.').waitFor();
    expect(await page.getByLabel('Email', { exact: true }).inputValue()).toBe(email);
    await page.unroute(`${worker}/**/submissions`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();

    const [first, second, ...more] = submissionsOf(visited);
    expect(more).toEqual([]);
    expect(second?.key).toBe(first?.key);
    expect(await recordsOf(email)).toHaveLength(4);
  });

  test('because the visitor is offline, the message says so', async () => {
    const { page } = await visit('/test.html', { html: form('newsletter') });
    await page.getByLabel('Email', { exact: true }).fill(anEmail());
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByText('You are offline. Your answers are still here.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: "You're not signed up" }).waitFor();
  });

  test('a click while sending sends nothing more', async () => {
    const visited = await visit('/test.html', { html: form('newsletter') });
    const { page } = visited;
    await page.getByLabel('Email', { exact: true }).fill(anEmail());
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(`${worker}/**/submissions`, async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('button', { name: 'Sending' }).click({ force: true });
    release();
    await page.getByRole('heading', { name: "You're not signed up" }).waitFor();
    expect(submissionsOf(visited)).toHaveLength(1);
  });
});
