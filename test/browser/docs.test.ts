import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { visit, worker } from './visitor.ts';

test('the description of the API is valid OpenAPI 3.1', async () => {
  const document = await (await fetch(`${worker}/openapi.json`)).json();

  const { valid, errors } = await new Validator().validate(document);

  expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
});

test('the page of the API shows and tries operations under its strict policy, from our own host alone', async () => {
  const visited = await visit(`${worker}/docs/api`);
  const { page } = visited;
  // The library reads all of a large description before anything can be clicked.
  page.setDefaultTimeout(120_000);

  await page.getByRole('link', { name: 'Administration', exact: true }).click();
  await page.getByText('Read the health of the service').click();
  await page.getByRole('button', { name: 'Try it out' }).click();
  await page.getByRole('button', { name: 'Execute' }).click();
  await page.getByText('Server response').waitFor();

  expect(
    await page.locator('.live-responses-table .response-col_status').last().textContent(),
  ).toBe('200');
  const hosts = visited.requests
    .map((request) => new URL(request.url()))
    .filter(({ protocol }) => protocol !== 'data:')
    .map(({ host }) => host);
  expect([...new Set(hosts)]).toEqual([new URL(worker).host]);
  expect(visited.violations).toEqual([]);
  expect(visited.errors).toEqual([]);
});
