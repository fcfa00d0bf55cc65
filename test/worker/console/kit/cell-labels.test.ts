import { expect, test } from 'vitest';
import { withCellLabels } from '../../../../worker/console/kit/cell-labels.ts';

const table = (head: string, rows: string) =>
  `<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;

test('each cell but the first says what its column is', () => {
  const head = '<th scope="col">Name</th><th scope="col">Rights &amp; more</th><th></th>';
  expect(
    withCellLabels(`<p>${table(head, '<tr><td>A</td><td class="number">2</td><td>C</td></tr>')}`),
  ).toBe(
    `<p>${table(head, '<tr><td>A</td><td data-column="Rights &amp; more" class="number">2</td><td>C</td></tr>')}`,
  );
});

test('the columns of each table on a page are its own', () => {
  const page = ['Size', 'Sent'].map((name) =>
    table(`<th>Name</th><th>${name}</th>`, '<tr><td>A</td><td>1</td></tr><tr><td>B</td></tr>'),
  );
  const labelled = withCellLabels(page.join('<h2>Next</h2>'));
  expect(labelled.match(/data-column="\w+"/g)).toEqual([
    'data-column="Size"',
    'data-column="Sent"',
  ]);
});
