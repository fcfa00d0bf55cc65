import { describe, expect, test } from 'vitest';
import { aForm, anEmail, demo, pageWith, visit } from './visitor.ts';

const intro = 'Only you see this';

/** What a tag that is not right makes an element say, in the console and on the page of who makes it. */
const advised = async (html: string, address = '/test.html') => {
  const said: string[] = [];
  const visited = await visit(address, {
    html: pageWith(html),
    before: async (page) => {
      page.on('console', (message) => said.push(message.text()));
    },
  });
  return { ...visited, said };
};

const wrong: [tag: string, advice: string][] = [
  ['<samtykke-form></samtykke-form>', 'Say which form to show: <samtykke-form form='],
  ['<samtykke-form from="newsletter"></samtykke-form>', 'Write form="…" instead of from="…".'],
  ['<samtykke-form form="no-such-form"></samtykke-form>', 'There is no form "no-such-form".'],
  [
    '<samtykke-form form="newsletter" display="modal"></samtykke-form>',
    'Write display="popup" or display="tab" instead of display="modal".',
  ],
  [
    '<samtykke-form form="newsletter" display="popup" trigger="after:8"></samtykke-form>',
    'instead of "after:8".',
  ],
  [
    '<form><input name="mail"><samtykke-field form="newsletter" emailfield="mail"></samtykke-field></form>',
    'Write email-field="…" instead of emailfield="…".',
  ],
  [
    '<form><input name="mail"><samtykke-field form="newsletter" email-field="emial"></samtykke-field></form>',
    'No field of this form is named "emial".',
  ],
  ['<samtykke-form form="newsletter" lokale="da"></samtykke-form>', 'Write locale="…" instead'],
  [
    '<samtykke-form form="newsletter" host="https://consent.example"></samtykke-form>',
    'Write host="https://…/", with https and a slash at its end,',
  ],
  [
    `<samtykke-form form="newsletter" prefill="{email: 'a@b.example'}" level="x" storage="false" prefill-nmae="A"></samtykke-form>`,
    'instead of prefill=',
  ],
  ['<samtykke-preferences emial="a@b.example"></samtykke-preferences>', 'Write email="…" instead'],
];

describe('a tag that is not right', () => {
  test.each(wrong)('tells on localhost what to write: %s', async (html, advice) => {
    const { page, said, errors } = await advised(
      `${html}<button data-samtykke-open="newsletter">Open</button>`,
    );
    if (html.includes('popup')) await page.getByRole('button', { name: 'Open' }).click();
    const note = page.getByRole('note');
    await note.getByText(intro).waitFor();
    expect(await note.textContent()).toContain(advice);
    expect(said.join()).toContain(advice);
    if (html.includes('nmae'))
      expect(await note.textContent()).toMatch(/level="x".*storage="false".*"nmae" to prefill/s);
    expect(errors).toEqual([]);
  });

  test('tells visitors nothing, and the console what to write, where the site is live', async () => {
    const [[html, advice]] = wrong as [[string, string]];
    const live = demo.replace('localhost', 'site.localhost');
    const { page, said } = await advised(html, `${live}/test.html`);
    await expect.poll(() => said.join()).toContain(advice);
    expect(await page.getByText(intro).count()).toBe(0);
    await page.goto(`${page.url()}?samtykke-debug`);
    await page.getByRole('note').getByText(intro).waitFor();
  });

  test('keeps no visitor from sending the site’s own form', async () => {
    const { page } = await visit('/test.html', {
      html: pageWith(
        `<form action="sent.html"><input name="mail" value="${anEmail()}"><samtykke-field form="newsletter" email-field="emial"></samtykke-field><button>Send</button></form>`,
      ),
    });
    // It moves what stands below it.
    await page.getByRole('note').waitFor();
    await page.getByLabel('Yes, send me news').check();
    await page.getByLabel('Newsletter').check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL(/sent\.html/);
  });
});

test('a tag that is right says nothing, and fetches no advice where the site is live', async () => {
  const live = demo.replace('localhost', 'site.localhost');
  const form = await aForm({ origins: [live] });
  const { page, said, requests } = await advised(
    `<samtykke-form form="${form}" locale="en" level="3" prefill-email="a@b.example" id="a" class="b" data-x="c"></samtykke-form>`,
    `${live}/test.html`,
  );
  await page.getByLabel('Email', { exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(requests.filter((request) => request.url().includes('advice'))).toEqual([]);
  expect(said.filter((line) => line.includes('Samtykke'))).toEqual([]);
});

test('tags that are right say nothing to who makes them either', async () => {
  const { page } = await advised(
    `<samtykke-form form="newsletter" locale="en" prefill-email="a@b.example"></samtykke-form>
    <form><input name="email"><samtykke-field form="newsletter" name="consent"></samtykke-field></form>
    <samtykke-preferences email="a@b.example" level="3"></samtykke-preferences>`,
  );
  await expect.poll(() => page.getByLabel('Yes, send me news').count()).toBe(2);
  await page.getByRole('button', { name: 'Send me a code' }).waitFor();
  // What is wrong with it is said after what there was to say of those before it.
  await page.evaluate(() => document.body.append(document.createElement('samtykke-form')));
  await page.getByText(intro).waitFor();
  expect(await page.getByText(intro).count()).toBe(1);
});
