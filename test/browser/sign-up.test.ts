import { describe, expect, test } from 'vitest';
import {
  aForm,
  anEmail,
  demo,
  pageWith,
  put,
  recorded,
  recordsOf,
  submissionsOf,
  visit,
  worker,
} from './visitor.ts';

const form = (key: string, attributes = '') =>
  pageWith(`<samtykke-form form="${key}" ${attributes}></samtykke-form>`);

/** An address that browsers take and RFC 5321 does not: its local part has more than 64 characters. */
const tooLong = `${'a'.repeat(65)}@example.com`;

describe('a visitor signs up on a stranger’s page', () => {
  test('and the ledger says why, how, when, by whom and what was shown', async () => {
    const { page, errors } = await visit('/proof.html?utm_source=spring&session=42');
    const email = anEmail();
    await page.getByLabel('E-mail', { exact: true }).fill(email);
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
    await page.getByLabel('E-mail', { exact: true }).focus();
    await page.keyboard.insertText(`Anna Bell <${email}>,\u200B`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: "You're not signed up" }).waitFor();
    expect(await recordsOf(email)).not.toEqual([]);
  });

  test('from a link whose plus is not encoded', async () => {
    const { page } = await visit('/test.html?email=anna+news@example.com', {
      html: form('newsletter'),
    });
    const address = page.getByLabel('E-mail', { exact: true });
    await expect.poll(() => address.inputValue()).toBe('anna+news@example.com');
  });

  test('inside a frame that the page has made, and the page of the record is the site', async () => {
    const frame = form('newsletter').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const { page } = await visit('/test.html', {
      html: `<!doctype html><iframe srcdoc="${frame}"></iframe>`,
    });
    const email = anEmail();
    const inside = page.frameLocator('iframe');
    await inside.getByLabel('E-mail', { exact: true }).fill(email);
    await inside.getByRole('button', { name: 'Sign' }).click();
    await inside.getByRole('heading', { name: "You're not signed up" }).waitFor();
    const [record] = await recordsOf(email);
    expect(record?.content.page).toBe(`${demo}/`);
  });

  test('from left to right inside a page that is written from right to left', async () => {
    const html = form('newsletter').replace('<html lang="en">', '<html lang="fa" dir="rtl">');
    const { page } = await visit('/test.html', { html });
    await page.getByLabel('E-mail', { exact: true }).waitFor();
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
    await page.getByLabel('E-mail', { exact: true }).focus();
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
    await page.getByLabel('E-mail', { exact: true }).waitFor();
    expect(await newsletter.isVisible()).toBe(false);
    await page.getByLabel('Yes, send me news').check();
    expect(await newsletter.isVisible()).toBe(true);
    await newsletter.check();
    await page.getByLabel('Yes, send me news').uncheck();
    await page.getByLabel('E-mail', { exact: true }).fill(anEmail());
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('heading', { name: "You're not signed up" }).waitFor();
  });

  test('and reads what they get and how often, at which address, and what they said no to', async () => {
    const { page } = await visit('/test.html', { html: form('newsletter') });
    const email = anEmail();
    await page.getByLabel('E-mail', { exact: true }).fill(email);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    const told = page.getByRole('status');
    await told.getByText(`You're signed up at ${email} for:`).waitFor();
    await told.getByRole('listitem').filter({ hasText: 'Newsletter Once a month' }).waitFor();
    await told.getByText('You said no to:').waitFor();
    await told.getByRole('listitem').filter({ hasText: 'Invitations' }).waitFor();
    const change = told.getByRole('link', { name: 'See and change all my choices' });
    expect(await change.getAttribute('href')).toBe(`${worker}/preferences?locale=en`);
  });

  test('and is told that nothing is sent where they refused everything', async () => {
    const { page } = await visit('/test.html', { html: form('newsletter') });
    await page.getByLabel('E-mail', { exact: true }).fill(anEmail());
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByText("We won't send you anything because of this form.").waitFor();
    expect(await page.getByText('Thank you').count()).toBe(0);
  });

  test('and learns that it worked where the page that tells more cannot be fetched', async () => {
    const { page, errors } = await visit('/test.html', { html: form('newsletter') });
    await page.route(`${worker}/w/*/done.js`, (route) => route.abort());
    await page.getByLabel('E-mail', { exact: true }).fill(anEmail());
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByText('Thank you').waitFor();
    expect(errors).toEqual([]);
  });

  test('for the only thing there is to receive, by a yes to its purpose', async () => {
    const key = await aForm({
      sections: [
        {
          key: 'main',
          fields: [{ key: 'email', kind: 'email', label: { en: 'E-mail' }, required: true }],
          purposes: [{ purpose: 'e-marketing', subscriptions: ['newsletter'] }],
        },
      ],
    });
    const { page } = await visit('/test.html', { html: form(key) });
    const email = anEmail();
    await page.getByLabel('E-mail', { exact: true }).fill(email);
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
    await page.getByText('Udfyld dette felt.').first().waitFor();
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

describe('what is wrong', () => {
  test('is said beside the field when it is left, and taken back when it is mended', async () => {
    const { page } = await visit('/test.html', { html: form('newsletter') });
    const email = page.getByLabel('E-mail', { exact: true });
    await email.fill('anna');
    await email.blur();
    const message = page.getByText('Write an e-mail address').first();
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
    await summary.getByRole('link', { name: 'E-mail: Fill this in.' }).click();
    expect(
      await page
        .getByLabel('E-mail', { exact: true })
        .evaluate((e) => (e.getRootNode() as ShadowRoot).activeElement === e),
    ).toBe(true);
    expect(requests.filter((request) => request.method() === 'POST')).toEqual([]);
  });

  test('is a yes with nothing to receive, said beside the first box until one is ticked', async () => {
    const { page, requests } = await visit('/test.html', { html: form('newsletter') });
    await page.getByLabel('E-mail', { exact: true }).fill(anEmail());
    await page.getByLabel('Yes, send me news').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Choose one of these.' }).click();
    const first = page.getByLabel('Newsletter');
    expect(await first.getAttribute('aria-invalid')).toBe('true');
    expect(await first.evaluate((e) => (e.getRootNode() as ShadowRoot).activeElement === e)).toBe(
      true,
    );
    await page.getByLabel('Invitations').check();
    await page.getByText('Choose one of these.').first().waitFor({ state: 'detached' });
    expect(requests.filter((request) => request.url().endsWith('/submissions'))).toEqual([]);
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  });

  test('by the Worker’s judgement alone is shown just the same, and nothing given is lost', async () => {
    const { page } = await visit('/test.html', { html: form('newsletter') });
    await page.getByLabel('E-mail', { exact: true }).fill(tooLong);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('alert').getByText('Write an e-mail address').waitFor();
    expect(await page.getByLabel('E-mail', { exact: true }).inputValue()).toBe(tooLong);
    expect(await page.getByLabel('Yes, send me news').isChecked()).toBe(true);
  });
});

describe('when sending fails', () => {
  test('trying again keeps every answer and sends the same Idempotency-Key', async () => {
    const visited = await visit('/test.html', { html: form('newsletter') });
    const { page } = visited;
    const email = anEmail();
    await page.getByLabel('E-mail', { exact: true }).fill(email);
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    // The Worker records it, but its answer is lost on the way back.
    await page.route(`${worker}/**/submissions`, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByText('That did not work. Your answers are still here.').waitFor();
    expect(await page.getByLabel('E-mail', { exact: true }).inputValue()).toBe(email);
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
    await page.getByLabel('E-mail', { exact: true }).fill(anEmail());
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
    await page.getByLabel('E-mail', { exact: true }).fill(anEmail());
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

describe('a form', () => {
  test('that is closed shows its message', async () => {
    const { page } = await visit('/test.html', { html: form(await aForm({ active: false })) });
    await page.getByText('Closed.').waitFor();
  });

  test('that fills up while the visitor writes says so when they send', async () => {
    const key = await aForm({ maxSubmissions: 1 });
    const [one, two] = [
      await visit('/test.html', { html: form(key) }),
      await visit('/test.html', { html: form(key) }),
    ];
    for (const { page } of [one, two])
      await page.getByLabel('E-mail', { exact: true }).fill(anEmail());
    await one.page.getByRole('button', { name: 'Send' }).click();
    await one.page.getByRole('heading', { name: "You're not signed up" }).waitFor();
    await two.page.getByRole('button', { name: 'Send' }).click();
    await two.page.getByText('Closed.').waitFor();
  });

  test('redirects to its own thank-you page', async () => {
    const done = {
      title: { en: 'Thanks' },
      text: { en: 'Noted.' },
      redirect: `${demo}/privacy.html`,
    };
    await put('/v1/settings/redirect-hosts', [new URL(demo).host]);
    const key = await aForm({ done });
    const { page } = await visit('/test.html', { html: form(key) });
    await page.getByLabel('E-mail', { exact: true }).fill(anEmail());
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL(`${demo}/privacy.html`);
  });

  test('takes what text fields start with from attributes, the property and the address, in that order', async () => {
    const label = { en: 'L' };
    const key = await aForm({
      sections: [
        {
          key: 'main',
          fields: [
            { key: 'email', kind: 'email', label: { en: 'E-mail' }, required: true },
            { key: 'one', kind: 'text', label: { en: 'One' } },
            { key: 'two', kind: 'text', label: { en: 'Two' } },
            { key: 'box', kind: 'checkbox', label: { en: 'Box' } },
            {
              key: 'pick',
              kind: 'select',
              label: { en: 'Pick' },
              options: [{ value: 'a', label }],
            },
          ],
          purposes: [{ purpose: 'e-marketing', subscriptions: ['newsletter'] }],
        },
      ],
    });
    const html = form(key, `prefill-one="attribute" prefill='{"two":"property","one":"no"}'`);
    const path =
      '/test.html?email=anna@example.com&two=no&box=yes&pick=a&e-marketing=yes&newsletter=yes';
    const { page } = await visit(path, { html });
    const value = (name: string) => page.getByLabel(name).first().inputValue();
    expect(await value('E-mail')).toBe('anna@example.com');
    expect(await value('One')).toBe('attribute');
    expect(await value('Two')).toBe('property');
    expect(await value('Pick')).toBe('');
    expect(await page.locator('samtykke-form input:checked').count()).toBe(0);
  });
});

describe('a form of several pages', () => {
  const fill = async (path = '/event.html') => {
    const visited = await visit(path);
    const { page } = visited;
    const email = anEmail();
    await page.getByLabel('First name').fill('Anna');
    await page.getByLabel('Last name').fill('Andersen');
    await page.getByLabel('E-mail', { exact: true }).fill(email);
    await page.getByLabel('Country').selectOption('DK');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('Step 2 of 3').waitFor();
    return { ...visited, email };
  };

  test('asks a page at a time, shows how far one is, and keeps all on the way back', async () => {
    const { page, email } = await fill();
    await page.getByLabel('At noon').check();
    await page.getByLabel('How many are you?').fill('2');
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await page.getByLabel('First name').inputValue()).toBe('Anna');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    expect(await page.getByLabel('At noon').isChecked()).toBe(true);
    await page.getByLabel('I will tell you').check();
    await page.getByLabel('Cider').check();
    await page.getByLabel('Juice').check();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('We keep what you write here').waitFor();
    await page.getByRole('button', { name: 'Save my seat' }).click();
    await page.getByRole('heading', { name: 'Your seat is saved' }).waitFor();
    expect(await recorded(email)).toEqual({
      'sales-and-service': 'informed',
      'e-marketing': 'refused',
    });
    expect((await recordsOf(email))[0]?.content.legalBasis).toBe('61B');
  });

  test('shows a field only when an earlier answer says so', async () => {
    const { page } = await fill();
    const [meal, diet] = [page.getByLabel('Meal'), page.getByLabel('What may you not eat?')];
    expect(await meal.isVisible()).toBe(false);
    await page.getByLabel('At 18').check();
    await meal.selectOption('other');
    await diet.fill('nuts');
    await page.getByLabel('At noon').check();
    expect(await meal.isVisible()).toBe(false);
    expect(await diet.isVisible()).toBe(false);
    await page.getByLabel('At 18').check();
    expect(await diet.inputValue()).toBe('nuts');
  });

  test('does not go on while something on the page is wrong', async () => {
    const { page } = await fill();
    await page.getByLabel('How many are you?').fill('9');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    const summary = page.getByRole('alert');
    await summary.getByText('When do you come?: Choose one of these.').waitFor();
    await summary.getByText('How many are you?: The most is 8.').waitFor();
    await summary.getByText('Tick this box to go on.').waitFor();
    await page.getByText('Step 2 of 3').waitFor();
  });
});
