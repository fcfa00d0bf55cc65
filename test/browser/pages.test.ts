import { expect, test } from 'vitest';
import { leavePages } from './pages.ts';
import { visit } from './visitor.ts';

test('what the page of one test has stored is not there for the next', async () => {
  const first = await visit('/preferences.html');
  await first.page.evaluate(() => {
    localStorage.setItem('a', '1');
    sessionStorage.setItem('b', '2');
  });
  await leavePages();
  const { page } = await visit('/preferences.html');
  expect(page).toBe(first.page);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});
