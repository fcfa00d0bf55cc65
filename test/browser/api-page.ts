import { expect } from 'vitest';
import { type Visiting, visit, worker } from './visitor.ts';

/** Reads the health of the service on the page of the API, under its strict policy and from our own host alone. */
export const tryOnApiPage = async (visiting: Visiting = {}): Promise<void> => {
  const visited = await visit(`${worker}/docs/api`, visiting);
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
};
