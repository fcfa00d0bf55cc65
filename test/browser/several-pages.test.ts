import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aForm, demo, pageWith, type Visiting, visit, worker } from './visitor.ts';

const aLongForm = () => {
  const page = (key: string, label: string) => ({
    key,
    fields: [{ key, kind: 'text', label: { en: label } }],
  });
  return aForm({
    sections: [
      page('one', 'First'),
      page('two', 'Second'),
      {
        key: 'three',
        fields: [{ key: 'email', kind: 'email', label: { en: 'Email' }, required: true }],
        purposes: [{ purpose: 'e-marketing', subscriptions: ['newsletter'] }],
      },
    ],
  });
};

/** A router of the site, which hears of its own history and of nothing else. */
const router = `<script>window.routed = 0; addEventListener('popstate', () => { routed += 1; });
  if (!history.state) history.replaceState({ router: 'its own' }, '');</script>`;

const begin = async (attributes = '', options: Visiting = {}) => {
  const html = pageWith(
    `${router}<a href="${demo}/">Away</a><samtykke-form form="${await aLongForm()}" ${attributes}></samtykke-form>`,
  );
  const visited = await visit('/test.html', { html, ...options });
  const { page } = visited;
  await page.getByLabel('First').fill('Anna');
  await turn(page);
  await page.getByLabel('Second').fill('Andersen');
  return visited;
};

const turn = async (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click();

const step = (page: Page, number: number) => page.getByText(`Step ${number} of 3`).waitFor();

/** Goes back or forward as a visitor does; Playwright's own waits for a page to load. */
const go = (page: Page, by: number) => page.evaluate((by) => history.go(by), by);

/** Takes every warning that comes up away, and counts them. */
const warnings = (page: Page) => {
  const seen: string[] = [];
  page.on('dialog', async (dialog) => {
    seen.push(dialog.type());
    await dialog.accept();
  });
  return seen;
};

test('Back and Forward of the browser turn the pages of a form, unheard by the page itself', async () => {
  const { page, errors } = await begin();
  await turn(page);
  await step(page, 3);
  await go(page, -1);
  await step(page, 2);
  expect(await page.getByLabel('Second').inputValue()).toBe('Andersen');
  await go(page, 1);
  await step(page, 3);
  // The form's own button is one of them: Back after it goes one page further.
  await page.getByRole('button', { name: 'Back' }).click();
  await step(page, 2);
  await go(page, -1);
  await step(page, 1);
  expect(await page.evaluate('routed')).toBe(0);
  expect(errors).toEqual([]);
});

test('so they do under Trusted Types, on the page of the form itself', async () => {
  const { page, errors, violations } = await visit(`${worker}/f/${await aLongForm()}`);
  await page.getByLabel('First').fill('Anna');
  await turn(page);
  await turn(page);
  await step(page, 3);
  await go(page, -1);
  await step(page, 2);
  expect([...errors, ...violations]).toEqual([]);
});

test('a page that is loaded again has what was typed, and where; once it is sent, no more', async () => {
  const { page, requests } = await begin();
  const warned = warnings(page);
  // That someone began is counted once, whatever they go on to type.
  expect(requests.filter((request) => request.url().endsWith('/started'))).toHaveLength(1);
  await page.reload();
  await step(page, 2);
  expect(warned).toEqual(['beforeunload']);
  expect(await page.getByLabel('Second').inputValue()).toBe('Andersen');
  expect(await page.evaluate('history.state')).toMatchObject({ router: 'its own' });
  expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  await go(page, -1);
  await step(page, 1);
  expect(await page.getByLabel('First').inputValue()).toBe('Anna');

  await turn(page);
  await turn(page);
  await page.getByLabel('Email', { exact: true }).fill('anna@example.com');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: "You're not signed up" }).waitFor();
  expect(await page.evaluate('history.state')).toEqual({ router: 'its own' });
  await page.reload();
  await step(page, 1);
  expect(await page.getByLabel('First').inputValue()).toBe('');
  expect(warned).toHaveLength(1);
});

test('what was typed is warned of before it is lost, and with the site’s leave kept for the tab', async () => {
  const { page } = await begin('storage', { isOwn: true });
  const warned = warnings(page);
  const address = page.url();
  await page.getByRole('link', { name: 'Away' }).click();
  await page.waitForURL(`${demo}/`);
  expect(warned).toEqual(['beforeunload']);
  await page.goto(address);
  await step(page, 2);
  expect(await page.getByLabel('Second').inputValue()).toBe('Andersen');
});
