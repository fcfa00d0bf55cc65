import { describe, expect, test } from 'vitest';
import { bare } from './tag.ts';
import { aForm, pageWith, visit, worker } from './visitor.ts';

const script = `${worker}/f/newsletter.js?locale=en`;

describe('the script of one form', () => {
  test('is all that a page asks for, whatever kinds of field the form has', async () => {
    const form = await aForm({
      confirm: true,
      sections: [
        {
          key: 'one',
          fields: [
            { key: 'email', kind: 'email', label: { en: 'Email' }, required: true },
            { key: 'what', kind: 'textarea', label: { en: 'What' } },
          ],
          purposes: [],
        },
        {
          key: 'two',
          fields: [],
          purposes: [{ purpose: 'e-marketing', subscriptions: ['newsletter'] }],
        },
      ],
    });
    const src = `${worker}/f/${form}.js?locale=en`;
    const { page, requests } = await visit('/test.html', {
      html: bare(
        `<script async src="${src}"></script><samtykke-form form="${form}"></samtykke-form>`,
      ),
    });
    await page.getByRole('button', { name: 'Next' }).waitFor();
    await page.waitForLoadState('networkidle');
    // On localhost, and only there, the tag is looked at for the marketer.
    const asked = requests.slice(1).map((request) => request.url());
    expect(asked.filter((url) => !url.endsWith('/advice.js'))).toEqual([src]);
  });

  test('alone puts the form where it stands', async () => {
    const { page } = await visit('/test.html', {
      html: bare(`<p>Before</p><script async src="${script}" data-form="newsletter"></script>`),
    });
    await page.getByRole('button', { name: 'Sign me up' }).waitFor();
  });

  test('leaves an element in another language to the definition of that', async () => {
    const { page } = await visit('/test.html', {
      html: bare(
        `<script async src="${script}"></script><samtykke-form form="newsletter" locale="da"></samtykke-form>`,
      ),
    });
    await page.getByRole('button', { name: 'Tilmeld mig' }).waitFor();
  });

  test('loads the other elements and forms of the page too', async () => {
    const other = await aForm();
    const { page } = await visit('/test.html', {
      html: bare(`<script async src="${script}"></script>
        <samtykke-form form="${other}"></samtykke-form><samtykke-preferences></samtykke-preferences>`),
    });
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Send me a code' }).waitFor();
  });

  test('says on a page that may not use the form what the marketer must add', async () => {
    const key = await aForm({ origins: ['https://elsewhere.example'] });
    const said: string[] = [];
    const { page } = await visit('/test.html', {
      html: pageWith(`<samtykke-form form="${key}"></samtykke-form>`).replace(
        'samtykke.js',
        `f/${key}.js`,
      ),
      before: async (page) => {
        page.on('console', (message) => said.push(message.text()));
      },
    });
    await page.getByText("This part of the page can't be shown right now.").waitFor();
    await expect.poll(() => said.join()).toContain('to the origins of the form');
  });
});
