// On a phone a row of a table stands as a list, in which each cell says itself what its column is: see narrow.css.

const heading = /<th[^>]*>([^<]*)<\/th>/g;

/** Gives the cells of a row the names of their columns; the first cell is what the row is about, and needs none. */
const labelRow = (row: string, columns: readonly string[]): string => {
  let at = -1;
  return row.replace(/<td/g, () => {
    at += 1;
    const column = at > 0 && columns[at];
    return column ? `<td data-column="${column}"` : '<td';
  });
};

const labelTable = (table: string): string => {
  const end = table.indexOf('</thead>');
  const columns = [...table.slice(0, end).matchAll(heading)].map(([, name = '']) => name);
  const rows = table.slice(end).split('<tr');
  return table.slice(0, end) + rows.map((row) => labelRow(row, columns)).join('<tr');
};

/** Writes the name of its column on each cell of the tables of a page; what a page says is escaped already. */
export const withCellLabels = (page: string): string => {
  const [before = '', ...tables] = page.split('<table>');
  return [before, ...tables.map(labelTable)].join('<table>');
};
