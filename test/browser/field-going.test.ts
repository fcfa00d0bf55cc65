import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { SubmissionAnswer } from '../../worker/contract/submission.ts';
import {
  anEmail,
  pageWith,
  recorded,
  submissionsOf,
  type Visit,
  visit,
  worker,
} from './visitor.ts';

/** The consent part, as the site calls it. */
type Sends = { send: () => Promise<SubmissionAnswer | undefined> };

const box = 'Yes, send me news';

/** A site's form that goes to a frame of the page, with a script of the site. */
const own = (script: string, attributes = '') =>
  pageWith(`<form action="sent.html" target="there">
    <label>Email <input name="email"></label><input name="phone">
    <samtykke-field form="newsletter" ${attributes}></samtykke-field>
    <button>Send</button></form><iframe name="there" title="There"></iframe>
    <script>const form = document.forms[0]; window.receipts = []; let act = () => {};
      const look = () => { const receipt = new FormData(form).get('samtykke-receipt'); receipts.push(receipt); return receipt; };
      addEventListener('submit', (event) => act(event)); ${script}</script>`);

const fill = async (page: Page): Promise<string> => {
  const email = anEmail();
  await page.getByLabel(box).waitFor();
  await page.getByLabel('Email', { exact: true }).fill(email);
  if (!(await page.getByLabel(box).isChecked())) {
    await page.getByLabel(box).check();
    await page.getByLabel('Newsletter').check();
  }
  return email;
};

/** What the site's form has taken to the frame, or the site to its own data. */
const receiptsOf = async (page: Page): Promise<unknown[]> => {
  const there = page.frame({ name: 'there' })?.url() ?? '';
  const sent = there.startsWith('http')
    ? [new URL(there).searchParams.get('samtykke-receipt')]
    : [];
  const seen = z.array(z.string().nullable()).parse(await page.evaluate('receipts.splice(0)'));
  return [...seen, ...sent];
};

const bodies = (visited: Visit) =>
  submissionsOf(visited).map(({ body }) =>
    z.object({ fields: z.object({ email: z.string() }), receipt: z.string() }).parse(body),
  );

describe('a site’s form that goes', () => {
  test.each([
    ['without a script', ''],
    ['by form.submit()', 'act = (event) => { event.preventDefault(); form.submit(); };'],
    ['by a request of the site', 'act = (event) => { event.preventDefault(); look(); };'],
    [
      'by a request of the site, later',
      'act = (event) => { event.preventDefault(); setTimeout(look); };',
    ],
    [
      'by a request after send()',
      `act = async (event) => { event.preventDefault(); await document.querySelector('samtykke-field').send(); look(); };`,
    ],
  ])('%s takes the receipt of its one submission along', async (_, script) => {
    const visited = await visit('/test.html', { html: own(script) });
    const { page, errors } = visited;
    const email = await fill(page);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => recorded(email)).toMatchObject({ newsletter: 'given' });
    const [sent, ...others] = bodies(visited);
    expect(others).toEqual([]);
    await expect.poll(() => receiptsOf(page)).toEqual([sent?.receipt]);
    expect(errors).toEqual([]);
  });
});

describe('a site’s form that does not go', () => {
  test('records nothing, and its data has no receipt', async () => {
    const visited = await visit('/test.html', { html: own('') });
    const { page } = visited;
    const press = async (script: string) => {
      await fill(page);
      await page.evaluate(script);
      await page.getByRole('button', { name: 'Send' }).click();
    };
    // It refuses, after every other listener, and with the data before it or without.
    await press('act = (event) => event.preventDefault();');
    await press('act = (event) => { look(); event.preventDefault(); };');
    // It keeps a draft.
    await fill(page);
    await page.evaluate('look()');
    expect(await receiptsOf(page)).toEqual([null, null]);
    expect(bodies(visited)).toEqual([]);
    // What was refused is nobody's submission later.
    const email = await fill(page);
    await page.evaluate('act = () => {}');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => recorded(email)).toMatchObject({ newsletter: 'given' });
    expect(bodies(visited).map(({ fields }) => fields.email)).toEqual([email]);
  });

  test('records nothing automatically where the site has said that it calls send()', async () => {
    const html = own('act = (event) => { event.preventDefault(); look(); };', 'manual');
    const visited = await visit('/test.html', { html });
    const { page } = visited;
    const email = await fill(page);
    await page.getByRole('button', { name: 'Send' }).click();
    expect(await receiptsOf(page)).toEqual([null]);
    const receipt = await page
      .locator('samtykke-field')
      .evaluate(async (field: HTMLElement & Sends) => {
        return (await field.send())?.receipt;
      });
    expect(await recorded(email)).toMatchObject({ newsletter: 'given' });
    await page.evaluate('look()');
    expect(await receiptsOf(page)).toEqual([receipt]);
    expect(bodies(visited)).toHaveLength(1);
  });
});

test('the address may be in any control of the form, the page’s own elements too', async () => {
  const field = '<samtykke-field form="newsletter" email-field="to"></samtykke-field>';
  const address = 'anna@example.com';
  const visited = await visit('/test.html', {
    html: pageWith(`
      <script>
        customElements.define('own-control', class extends HTMLElement {
          static formAssociated = true; value = '${address}'; constructor() { super(); this.attachInternals(); } });
        customElements.define('own-element', class extends HTMLElement { value = '${address}'; });
      </script>
      <form><input name="to" disabled value="no@example.com"><input name="to"><input name="to" value="${address}">${field}</form>
      <form><input name="elements"><input name="to" value="${address}">${field}</form>
      <form><select name="to"><option>${address}</option></select>${field}</form>
      <form><own-control name="to"></own-control>${field}</form>
      <form><own-element name="to"></own-element>${field}</form>
      <form id="apart">${field}</form><input name="to" form="apart" value="${address}">
      <form><input name="misspelt">${field}</form>
      <form><input name="to" value="${address}"><fieldset disabled>${field}</fieldset></form>`),
  });
  const { page } = visited;
  const boxes = page.getByLabel(box);
  await expect.poll(() => boxes.count()).toBe(8);
  const answers = await page.evaluate(async () => {
    const fields = [...document.querySelectorAll<HTMLElement & Sends>('samtykke-field')];
    for (const { shadowRoot } of fields)
      for (const each of shadowRoot?.querySelectorAll('input') ?? []) each.click();
    const answers = [];
    for (const field of fields) answers.push(!!(await field.send()));
    return [answers, [...document.forms].map((form) => form.checkValidity())];
  });
  // A field that is not there is the marketer's mistake: nothing is recorded, and nobody is kept. Nor is what stands
  // in a part of the form that is disabled, as nothing else in it is sent.
  expect(answers).toEqual([
    [true, true, true, true, true, true, false, false],
    [true, true, true, true, true, true, true, true],
  ]);
  expect(bodies(visited).map(({ fields }) => fields.email)).toEqual(Array(6).fill(address));
  expect(visited.errors).toEqual([]);
});

test('a submission that failed is tried once more as the page is left', async () => {
  const { page } = await visit('/test.html', {
    html: own('act = (event) => { event.preventDefault(); look(); };'),
    // Time stands still, so that nothing but leaving brings another try.
    before: (page) => page.clock.install(),
    isOwn: true,
  });
  const email = await fill(page);
  await page.route(`${worker}/**/submissions`, (route) => route.abort(), { times: 1 });
  const failed = page.waitForEvent('requestfailed');
  await page.getByRole('button', { name: 'Send' }).click();
  await failed;
  expect(await recorded(email)).toEqual({});
  await page.goto('about:blank');
  await expect.poll(() => recorded(email)).toMatchObject({ newsletter: 'given' });
});
