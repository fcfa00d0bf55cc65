import type { ConsoleContext } from '../kit/app.ts';
import { Table } from '../kit/parts.tsx';
import { localised } from '../kit/words.ts';
import { importWords } from './words/import.ts';

type RowProblem = { number: number; field: string; code: string };

/** The rows of a file that cannot be imported, and why. */
export const RowProblems = ({
  c,
  label,
  problems,
}: {
  c: ConsoleContext;
  label: string;
  problems: readonly RowProblem[];
}) => {
  const own = localised(c, importWords);
  return (
    <Table label={label} head={[own.row, own.field, own.problem]}>
      {problems.map(({ number, field, code }) => (
        <tr>
          <td class="number">{number}</td>
          <td>{own.fields[field] ?? field}</td>
          <td>{own.codes[code] ?? code}</td>
        </tr>
      ))}
    </Table>
  );
};
