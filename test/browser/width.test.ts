import { describe, expect, test } from 'vitest';
import { places } from '../../demo/contexts/formatting.ts';
import { aForm, pageWith, type Visit, visit } from './visitor.ts';

const elements: [string, string, string][] = [
  ['samtykke-form', '<samtykke-form form="newsletter"></samtykke-form>', 'Yes, send me news'],
  ['samtykke-field', '<samtykke-field form="newsletter"></samtykke-field>', 'Yes, send me news'],
  ['samtykke-preferences', '<samtykke-preferences></samtykke-preferences>', 'Your email address'],
];

const widthOf = async ({ page }: Visit, name: string) =>
  (await page.locator(name).boundingBox())?.width ?? 0;

const scrollsSideways = ({ page }: Visit) =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

describe.each(elements)('%s', (name, element, label) => {
  test('is wide enough to use in every place', async () => {
    const { page } = await visit('/test.html', {
      html: pageWith(
        Object.entries(places)
          .map(([key, [, place]]) => {
            const own = `<div style="overflow:auto;position:relative;height:30em" id="${key}">${place(element)}</div>`;
            return `<form><input name="email">${own}</form>`;
          })
          .join(''),
      ),
      viewport: { width: 800, height: 600 },
    });
    for (const key of Object.keys(places)) {
      const place = page.locator(`#${key}`);
      await place.locator(name).scrollIntoViewIfNeeded();
      await place.getByLabel(label).waitFor();
      const [width, isCut] = await place.evaluate((box, name) => {
        const element = box.querySelector(name);
        return [element?.getBoundingClientRect().width ?? 0, box.scrollWidth > box.clientWidth];
      }, name);
      expect(width, key).toBeGreaterThanOrEqual(280);
      expect(isCut, key).toBe(false);
    }
  });

  test('fits a narrow column, and widens none', async () => {
    const visited = await visit('/test.html', {
      html: pageWith(
        `<div style="display:grid;grid-template-columns:1fr 1fr 1fr"><div id="column">${element}</div><p>One</p><p>Two</p></div>`,
      ),
      viewport: { width: 600, height: 600 },
    });
    await visited.page.getByLabel(label).waitFor();
    const column = await widthOf(visited, '#column');
    expect(column).toBeLessThan(201);
    expect(await widthOf(visited, name)).toBeLessThanOrEqual(column);
  });
});

test('a form in a place that is as narrow as its content is as wide as a text field', async () => {
  const form = '<samtykke-form form="newsletter"></samtykke-form>';
  const words = 'Words beside the form. '.repeat(40);
  const { page } = await visit('/test.html', {
    html: pageWith(`
      <table><tr><td>${form}</td><td>${words}</td></tr></table>
      <table><tr><td style="width:1%">${form}</td><td>${words}</td></tr></table>
      <div style="display:grid;grid-template-columns:min-content 1fr">${form}<p>${words}</p></div>`),
    viewport: { width: 800, height: 600 },
  });
  for (const each of await page.locator('samtykke-form').all()) {
    await each.scrollIntoViewIfNeeded();
    await each.getByLabel('Yes, send me news').waitFor();
    expect((await each.boundingBox())?.width).toBeGreaterThan(160);
  }
});

test('a form that the page makes a flex row is as wide as that', async () => {
  const visited = await visit('/test.html', {
    html: pageWith('<samtykke-form form="newsletter" style="display:flex"></samtykke-form>'),
    viewport: { width: 360, height: 600 },
  });
  const box = await visited.page.getByLabel('Email', { exact: true }).boundingBox();
  expect(box?.width).toBe(await widthOf(visited, 'samtykke-form'));
  expect(await scrollsSideways(visited)).toBe(false);
});

test('a form beside a text in a row lets a phone scroll down only', async () => {
  const visited = await visit('/test.html', {
    html: pageWith(
      '<div style="display:flex;gap:1rem"><p>Words beside the form</p><samtykke-form form="newsletter"></samtykke-form></div>',
    ),
    viewport: { width: 360, height: 600 },
  });
  await visited.page.getByLabel('Yes, send me news').waitFor();
  expect(await widthOf(visited, 'samtykke-form')).toBeGreaterThan(200);
  expect(await scrollsSideways(visited)).toBe(false);
});

describe('fields of half the width', () => {
  const half = (key: string, kind: string) => ({
    key,
    kind,
    label: { en: `The ${key}` },
    width: 'half',
    required: true,
  });
  const tops = async (width: number, place = (element: string) => element) => {
    const form = await aForm({
      sections: [
        { key: 'main', fields: [half('name', 'text'), half('email', 'email')], purposes: [] },
      ],
    });
    const { page } = await visit('/test.html', {
      html: pageWith(place(`<samtykke-form form="${form}"></samtykke-form>`)),
      viewport: { width, height: 600 },
    });
    const top = async (label: string) => (await page.getByLabel(label).boundingBox())?.y;
    await page.getByLabel('The name').waitFor();
    return [await top('The name'), await top('The email')];
  };

  test('stand side by side where there is room', async () => {
    const [one, two] = await tops(1280);
    expect(one).toBe(two);
  });

  test('stand side by side where the form chooses its width', async () => {
    const [one, two] = await tops(
      1280,
      (element) => `<div style="display:grid;place-items:center">${element}</div>`,
    );
    expect(one).toBe(two);
  });

  test('stand below each other on a phone', async () => {
    const [one = 0, two = 0] = await tops(360);
    expect(two).toBeGreaterThan(one);
  });
});

test('a pop-up takes no room in the page', async () => {
  const { page } = await visit('/test.html', {
    html: pageWith(
      '<samtykke-form form="newsletter" display="popup" trigger="delay:0"></samtykke-form>',
    ),
  });
  await page.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
  expect(await page.locator('main').boundingBox()).toMatchObject({ height: 0 });
});
