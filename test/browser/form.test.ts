import { describe, expect, test } from 'vitest';
import { form } from './forms.ts';
import { aForm, anEmail, demo, put, recorded, recordsOf, visit } from './visitor.ts';

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
      await page.getByLabel('Email', { exact: true }).fill(anEmail());
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
    await page.getByLabel('Email', { exact: true }).fill(anEmail());
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
            { key: 'email', kind: 'email', label: { en: 'Email' }, required: true },
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
    expect(await value('Email')).toBe('anna@example.com');
    expect(await value('One')).toBe('attribute');
    expect(await value('Two')).toBe('property');
    expect(await value('Pick')).toBe('');
    expect(await page.locator('samtykke-form input:checked').count()).toBe(0);
  });
});

test('an address that looks mistyped is asked about, and stands in nobody’s way', async () => {
  const { page } = await visit('/test.html', { html: form(await aForm()) });
  const email = page.getByLabel('Email', { exact: true });
  await email.fill('anna@gmial.com');
  await email.blur();
  await page.getByRole('status').getByText('Did you mean anna@gmail.com?').waitFor();
  await page.getByRole('button', { name: 'anna@gmail.com' }).click();
  expect(await email.inputValue()).toBe('anna@gmail.com');
  expect(await page.getByText('Did you mean').count()).toBe(0);

  await email.fill('anna@exampel.con');
  await email.blur();
  await page.getByText('Did you mean anna@exampel.com?').waitFor();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: "You're not signed up" }).waitFor();
});

describe('a form of several pages', () => {
  const fill = async (path = '/event.html') => {
    const visited = await visit(path);
    const { page } = visited;
    const email = anEmail();
    await page.getByLabel('First name').fill('Anna');
    await page.getByLabel('Last name').fill('Andersen');
    await page.getByLabel('Email', { exact: true }).fill(email);
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
    await summary.getByText('When do you come?: Select an option.').waitFor();
    await summary.getByText('How many are you?: The maximum is 8.').waitFor();
    await summary.getByText('Tick this box to continue.').waitFor();
    await page.getByText('Step 2 of 3').waitFor();
  });
});
