// The tables of BENCHMARKS.md.

export const WRITTEN = 'BENCHMARKS.md';

/** A table in Markdown, as the formatter leaves it: numbers to the right. */
export const tableOf = (head: readonly string[], rows: readonly string[][]): string => {
  const lines = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0)));
  const rule = widths.map((width, at) =>
    at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [first = [], ...others] = lines.map((cells) =>
    cells.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    ),
  );
  return [first, rule, ...others].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

/** Puts a table between the marks of a name. */
export const put = (text: string, name: string, table: string): string => {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest = ''] = text.split(begin);
  const [, after] = rest.split(end);
  if (after === undefined) throw new Error(`${WRITTEN} has no place for the ${name}.`);
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
};
