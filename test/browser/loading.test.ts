import { describe, expect, test } from 'vitest';
import { bare } from './tag.ts';
import { aForm, pageWith, visit, worker } from './visitor.ts';

const general = `${worker}/samtykke.js`;
const script = `${worker}/f/newsletter.js?locale=en`;
const element = '<samtykke-form form="newsletter"></samtykke-form>';
const injected = (src: string) => `<script>
  const tag = document.createElement('script');
  tag.src = '${src}';
  document.head.append(tag);
</script>`;

/** The pages with a form in light and one in a shadow root, by how they load a script. */
const ways: [way: string, html: string][] = [
  ['as a module', `<script type="module" src="${script}"></script>`],
  ['as a classic script', `<script src="${script}"></script>`],
  ['deferred', `<script defer src="${script}"></script>`],
  ['async', `<script async src="${script}"></script>`],
  ['injected by another script', injected(script)],
  ['twice, with a version', `${`<script async src="${script}&ver=6.4"></script>`.repeat(2)}`],
  ['as the general loader, classic', `<script src="${general}?ver=6.4"></script>`],
  ['as the general loader, injected', injected(general)],
  [
    'beside the general loader and before it',
    `<script async src="${script}"></script><script type="module" src="${general}"></script>`,
  ],
  [
    'beside the general loader and after it',
    `<script src="${general}"></script><script defer src="${script}"></script>`,
  ],
];

describe('a script', () => {
  test.each(ways)('works %s', async (_, tag) => {
    const { page, errors } = await visit('/test.html', {
      html: bare(`${tag}${element}<div id="host"></div><script>
        document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '${element}';
      </script>`),
    });
    await expect.poll(() => page.getByRole('button', { name: 'Sign me up' }).count()).toBe(2);
    expect(errors).toEqual([]);
  });
});

describe('the script of one form', () => {
  test('is all that a page asks for, whatever kinds of field the form has', async () => {
    const form = await aForm({
      confirm: true,
      sections: [
        {
          key: 'one',
          fields: [
            { key: 'email', kind: 'email', label: { en: 'E-mail' }, required: true },
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
    expect(requests.slice(1).map((request) => request.url())).toEqual([src]);
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
